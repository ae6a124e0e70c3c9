using Demarche.Language;

namespace Demarche.Coding;

/// <summary>A time expression with the token of its sentence by which it hangs in the tree.</summary>
public readonly record struct PlacedTime(TimeExpression Time, int Head);

/// <summary>A document's time expressions by sentence. Immutable.</summary>
public sealed class TimeTable
{
    private readonly PlacedTime[][] _bySentence;

    public TimeTable(ParsedDocument document, IReadOnlyList<TimeExpression> times)
    {
        Document = document;
        All = times;
        _bySentence = new PlacedTime[document.Sentences.Count][];
        Array.Fill(_bySentence, []);
        foreach (var group in times.GroupBy(t => t.Sentence))
        {
            if (group.Key >= document.Sentences.Count) continue;
            var s = document.Sentences[group.Key];
            _bySentence[group.Key] = [.. group.Select(t => new PlacedTime(t, TimeStep.HeadToken(s, t.Span))).Where(p => p.Head >= 0)];
        }
    }

    public ParsedDocument Document { get; }

    public IReadOnlyList<TimeExpression> All { get; }

    /// <summary>The document's own date where it is credible.</summary>
    public DateOnly? DocumentDate => TimeStep.Credible(Document.Document.Date);

    /// <summary>In text order.</summary>
    public IReadOnlyList<PlacedTime> In(int sentence) => _bySentence[sentence];
}
