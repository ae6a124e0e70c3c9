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

    /// <summary>
    /// Weights of the news beside a sentence of plv_train: its sentences with acts and those without, its mentions in roles, its candidates (few are enough: which of the
    /// readings of a sentence is meant is learnt from sentences of one act); and of an event of plv_train beside one of the news in the last stage.
    /// </summary>
    private const float NewsAct = 0.5f, NewsNone = 0.25f, NewsMention = 0.5f, NewsCandidate = 0.02f, SentenceEvent = 0.5f;

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
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(news ? "news" : "plv_train")}, held out: as given {(double)given.Right / given.All:f3} right of {given.All} events"));
            foreach (var bin in best.GroupBy(b => (int)(b.P * 10)).OrderBy(b => b.Key))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  stated {bin.Average(b => b.P):f3}, right {bin.Count(b => b.Right)} of {bin.Count()}, {bin.Average(b => b.Right ? 1.0 : 0):f3}"));
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
