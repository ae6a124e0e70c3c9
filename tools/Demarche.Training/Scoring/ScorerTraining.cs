using Demarche.Coding.Scoring;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Training.Scoring;

/// <summary>
/// The three parts of the learned scorer, each learnt on what the others say of texts that they have not seen: classes in five folds, parties
/// on the events that frames and classes find, candidates on all of it.
/// </summary>
internal sealed class ScorerTraining
{
    public const int Folds = 5;
    private const int LeastCount = 2;
    private readonly List<List<(IReadOnlyList<PartyFeature> Features, bool Right)>> _partyRows;
    private readonly List<List<(IReadOnlyList<PartyFeature> Features, bool Right)>> _devRows;
    private readonly List<List<(float[] Values, bool Right)>> _candidateRows;
    private readonly PartyModel[] _parties;
    private readonly int _training;

    /// <param name="dev">Texts that only the shipped weights may see; empty for a fair score on them.</param>
    public ScorerTraining(IDocumentParser parser, KnowledgeBase knowledge, WordClasses words, List<PartyText> train, List<ParsedDocument> quiet, List<PartyText> dev)
    {
        _training = train.Count;
        var rows = train.Select(x => ClassCommand.Example(x.Class, x.Document, words)).ToList();
        var none = quiet.Select(d => ClassCommand.Example(EventClass.None, d, words, 0.5f)).ToList();
        Classes = [.. Enumerable.Range(0, Folds).Select(k => ClassTrainer.Train([.. Without(rows, k), .. Without(none, k)], words, LeastCount, 1))];
        All = ClassTrainer.Train([.. rows, .. none], words, LeastCount, 1);
        Final = dev.Count == 0 ? All : ClassTrainer.Train([.. rows, .. dev.Select(x => ClassCommand.Example(x.Class, x.Document, words)), .. none], words, LeastCount, 1);

        var parties = new PartyTraining(parser, knowledge);
        _partyRows = [.. train.Select((x, i) => parties.Rows(x, Classes[i % Folds]))];
        _devRows = [.. dev.Select(x => parties.Rows(x, All))];
        _parties = [.. Enumerable.Range(0, Folds).Select(k => PartyTraining.Fit(Without(_partyRows, k).SelectMany(r => r)))];

        var candidates = new CandidateTraining(parser, knowledge);
        _candidateRows =
        [
            .. train.Select((x, i) => candidates.Rows(x.Document, x.Class, Classes[i % Folds], _parties[i % Folds])),
            .. quiet.Select((d, i) => candidates.Rows(d, EventClass.None, Classes[i % Folds], _parties[i % Folds])),
        ];
        Console.WriteLine($"{_partyRows.Sum(r => r.Count)} mentions in roles, {_candidateRows.Sum(r => r.Count)} candidates");
    }

    /// <summary>The classifiers, each without a fifth of the sentences.</summary>
    public ClassModel[] Classes { get; }

    /// <summary>The classifier of all training sentences.</summary>
    public ClassModel All { get; }

    /// <summary>The same with the sentences that only shipped weights may see.</summary>
    public ClassModel Final { get; }

    public (ClassModel Classes, PartyModel Parties) Shipped()
    {
        var second = CandidateTraining.Fit([.. _candidateRows.SelectMany(r => r)]);
        for (var k = 0; k < CandidateFeatures.Count; k++) Console.WriteLine(FormattableString.Invariant($"  {CandidateFeatures.Names[k],-24} {second.Weights[k]:f3}"));
        return (Final.With(second), PartyTraining.Fit([.. _partyRows.SelectMany(r => r), .. _devRows.SelectMany(r => r)]));
    }

    /// <summary>The models that have not seen the texts whose number modulo five is this.</summary>
    public (ClassModel Classes, PartyModel Parties) Fold(int k)
    {
        var rows = _candidateRows.Where((_, i) => (i < _training ? i : i - _training) % Folds != k).SelectMany(r => r);
        return (Classes[k].With(CandidateTraining.Fit([.. rows])), _parties[k]);
    }

    private static IEnumerable<T> Without<T>(List<T> rows, int fold) => rows.Where((_, i) => i % Folds != fold);
}
