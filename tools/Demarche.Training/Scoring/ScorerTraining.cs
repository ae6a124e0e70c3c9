using System.Globalization;
using Demarche.Coding.Scoring;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Training.Scoring;

/// <summary>
/// The four parts of the learned scorer, each learnt on what those before it say of texts that they have not seen: classes, parties on the events that frames and
/// classes find, candidates, and the last stage over whole events. All in five folds by the number of the text in its own set.
/// </summary>
internal sealed class ScorerTraining
{
    public const int Folds = 5;
    private const int LeastCount = 2;

    /// <summary>Weights beside a sentence of plv_train: of a sentence of the news with acts, one without, a mention in the news; of an event of plv_train as a whole.</summary>
    private static readonly float NewsAct = Var("NA", .5f), NewsNone = Var("NN", .25f), NewsMention = Var("NM", .5f), NewsCandidate = Var("NC", 0.02f), SentenceEvent = Var("SE", .5f);

    private static float Var(string name, float value) => Environment.GetEnvironmentVariable(name) is { } v ? float.Parse(v, CultureInfo.InvariantCulture) : value;

    private readonly IDocumentParser _parser;
    private readonly KnowledgeBase _knowledge;
    private readonly WordClasses _words;
    private readonly List<(GoldText Text, int Fold, bool News)> _texts;
    private readonly List<ClassExample>[] _classRows;
    private readonly List<PartyRow>[] _partyRows;
    private readonly List<CandidateRow>[] _candidateRows;
    private readonly List<EventRow>[] _eventRows;
    private readonly (ClassModel Classes, PartyModel Parties)[] _folds;
    private readonly List<GoldText> _dev;

    /// <param name="quiet">Reports without event.</param>
    /// <param name="news">Reports with all their acts.</param>
    /// <param name="dev">Texts that only the shipped weights may see; empty for a fair score on them.</param>
    public ScorerTraining(IDocumentParser parser, KnowledgeBase knowledge, WordClasses words, List<GoldText> train, List<ParsedDocument> quiet, List<GoldText> news, List<GoldText> dev)
    {
        (_parser, _knowledge, _words, _dev) = (parser, knowledge, words, dev);
        _texts =
        [
            .. train.Select((x, i) => (x, i % Folds, false)), .. news.Select((x, i) => (x, i % Folds, true)),
            .. quiet.Select((x, i) => (new GoldText(x, [], OneAct: true), i % Folds, false)),
        ];
        _classRows = Each(x => ClassRows(x.Text));
        var classes = Each(Folds, k => ClassTrainer.Train([.. Without(_classRows, k)], words, LeastCount, 1));
        _partyRows = Each(x => x.Text.Acts.Count == 0 ? [] : new PartyTraining(parser, knowledge).Rows(x.Text, classes[x.Fold], x.News ? NewsMention : 1));
        var parties = Each(Folds, k => PartyTraining.Fit(Without(_partyRows, k)));
        _candidateRows = Each(x => new CandidateTraining(parser, knowledge).Rows(x.Text, classes[x.Fold], parties[x.Fold], x.News ? NewsCandidate : 1));
        _folds = Each(Folds, k => (classes[k].With(CandidateTraining.Fit([.. Without(_candidateRows, k)])), parties[k]));
        _eventRows = Each(x => x.Text.Acts.Count == 0 && !x.News ? [] : new EventTraining(parser, knowledge).Rows(x.Text, _folds[x.Fold].Classes, _folds[x.Fold].Parties, x.News ? 1 : SentenceEvent));
        _folds = Each(Folds, k => (_folds[k].Classes, _folds[k].Parties.With(EventTraining.Fit(Without(_eventRows, k)))));
        Console.WriteLine($"{_classRows.Sum(r => r.Count)} sentences, {_partyRows.Sum(r => r.Count)} mentions in roles, {_candidateRows.Sum(r => r.Count)} candidates, {_eventRows.Sum(r => r.Count)} readings");
        PrintJudge();
        if (Environment.GetEnvironmentVariable("VARY") is null) return;
        foreach (var (name, penalty, scale) in ((string, float, Func<EventFeature, float>)[])
        [
            ("base", 20, f => 1),
        ])
        {
            EventTraining.Penalty = penalty;
            var rows = Each(_texts.Count, i => _eventRows[i].Select(r => r with { Features = [.. r.Features.Select(f => f with { Value = f.Value * scale(f) }).Where(f => f.Value != 0)] }).ToList());
            var models = Each(Folds, k => EventTraining.Fit(Without(rows, k)));
            Console.WriteLine(name + " " + Quality(rows, models));
        }
    }

    private string Quality(List<EventRow>[] rows, EventModel[] models)
    {
        var text = "";
        foreach (var news in (bool[])[true, false])
        {
            var best = new List<(double P, bool Right)>();
            var loss = 0.0;
            for (var i = 0; i < _texts.Count; i++)
            {
                if (_texts[i].News != news) continue;
                foreach (var e in rows[i].Where(r => r.Weight > 0).GroupBy(r => r.Event))
                {
                    var all = e.Select((r, n) => (P: models[_texts[i].Fold].Probability(r.Features), Rank: n == 0 ? 0.05 : 0, r.Right)).ToList();
                    var top = all.MaxBy(r => r.P + r.Rank);
                    loss -= Math.Log(all[0].Right ? all[0].P : 1 - all[0].P);
                    best.Add((top.P, top.Right));
                }
            }
            var sorted = best.OrderByDescending(b => b.P).ToList();
            int Of(int n) => sorted.Take(n).Count(b => b.Right);
            text += string.Create(CultureInfo.InvariantCulture, $"{(news ? "news" : " plv")} {best.Count} loss {loss / best.Count:f4} right of 500 {Of(500)} 800 {Of(800)} 1100 {Of(1100)} 1400 {Of(1400)} 1700 {Of(1700)} all {Of(9999)}");
        }
        foreach (var from in (double[])[0, .1, .2, .3])
        {
            var (tp, told, gold) = (0, 0, 0);
            for (var i = 0; i < _texts.Count; i++)
            {
                if (_texts[i].News || _texts[i].Text.Acts.Count == 0) continue;
                gold++;
                var classes = rows[i].GroupBy(r => r.Event).Where(e => e.Max(r => models[_texts[i].Fold].Probability(r.Features)) >= from).Select(e => e.First().Class).ToHashSet();
                told += classes.Count;
                if (classes.Contains(_texts[i].Text.Class)) tp++;
            }
            text += string.Create(CultureInfo.InvariantCulture, $" F1@{from:f1} {2.0 * tp / (told + gold):f3}");
        }
        return text;
    }

    /// <summary>The models that have not seen the texts whose number in their set modulo five is this.</summary>
    public (ClassModel Classes, PartyModel Parties) Fold(int k) => _folds[k];

    /// <summary>The models of all texts.</summary>
    public (ClassModel Classes, PartyModel Parties) Shipped()
    {
        var second = CandidateTraining.Fit([.. _candidateRows.SelectMany(r => r)]);
        for (var k = 0; k < CandidateFeatures.Count; k++) Console.WriteLine(FormattableString.Invariant($"  {CandidateFeatures.Names[k],-24} {second.Weights[k]:f3}"));
        var classes = ClassTrainer.Train([.. _classRows.SelectMany(r => r), .. _dev.SelectMany(ClassRows)], _words, LeastCount, 1);
        var devRows = _dev.SelectMany(x => new PartyTraining(_parser, _knowledge).Rows(x, _folds[0].Classes, 1));
        var parties = PartyTraining.Fit([.. _partyRows.SelectMany(r => r), .. devRows]);
        return (classes.With(second), parties.With(EventTraining.Fit(_eventRows.SelectMany(r => r))));
    }

    private List<ClassExample> ClassRows(GoldText text)
    {
        if (text.OneAct) return [ClassCommand.Example(text.Class, text.Document, _words, text.Acts.Count == 0 ? 0.5f : 1)];
        var rows = new List<ClassExample>();
        foreach (var s in text.Document.Sentences)
        {
            var classes = text.Acts.Where(a => s.Span.Start <= a.Trigger.Start && a.Trigger.Start < s.Span.End).Select(a => a.Class).Distinct().ToList();
            var features = new List<ClassFeature>();
            ClassFeatures.Read(s, _words, features);
            if (classes.Count == 0) rows.Add(new ClassExample(EventClass.None, NewsNone, features));
            foreach (var c in classes) rows.Add(new ClassExample(c, NewsAct / classes.Count, features));
        }
        return rows;
    }

    /// <summary>What the last stage does with held-out reports: how many events are told from each confidence, and how many of those are right.</summary>
    private void PrintJudge()
    {
        foreach (var news in (bool[])[true, false])
        {
            var given = (Right: 0, All: 0);
            var best = new List<(double P, bool Right)>();
            for (var i = 0; i < _texts.Count; i++)
            {
                if (_texts[i].News != news) continue;
                var model = _folds[_texts[i].Fold].Parties.Events;
                foreach (var e in _eventRows[i].Where(r => r.Weight > 0).GroupBy(r => r.Event))
                {
                    var rows = e.Select((r, n) => (P: model.Probability(r.Features), Rank: n == 0 ? 0.05 : 0, r.Right)).ToList();
                    given = (given.Right + (rows[0].Right ? 1 : 0), given.All + 1);
                    var top = rows.MaxBy(r => r.P + r.Rank);
                    best.Add((top.P, top.Right));
                }
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(news ? "news" : "plv")}: given {given.Right}/{given.All} {(double)given.Right / given.All:f3}"));
            foreach (var from in (double[])[0, .2, .25, .3, .35, .4, .45, .5, .55, .6, .65, .7, .8])
            {
                var told = best.Where(b => b.P >= from).ToList();
                if (told.Count > 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  from {from:f2}: {told.Count(b => b.Right)}/{told.Count} {(double)told.Count(b => b.Right) / told.Count:f3}, stated {told.Average(b => b.P):f3}"));
            }
        }
    }

    private List<T>[] Each<T>(Func<(GoldText Text, int Fold, bool News), List<T>> rows) => Each(_texts.Count, i => rows(_texts[i]));

    private static T[] Each<T>(int count, Func<int, T> make)
    {
        var made = new T[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => made[i] = make(i));
        return made;
    }

    private IEnumerable<T> Without<T>(List<T>[] rows, int fold)
    {
        for (var i = 0; i < rows.Length; i++)
            if (_texts[i].Fold != fold)
                foreach (var row in rows[i]) yield return row;
    }
}
