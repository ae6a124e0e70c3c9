using Demarche.Coding;
using Demarche.Language;
using Demarche.Ledger;

namespace Demarche.Web.Reading;

/// <summary>An event of a report as the reader shows it.</summary>
/// <param name="Number">From 1, in text order.</param>
/// <param name="EventId">The ledger's event; null for a report that is not in it.</param>
/// <param name="Chain">How it came about, step by step.</param>
public sealed record ReadEvent(int Number, EventMention Mention, string? EventId, IReadOnlyList<ChainStep> Chain);

/// <summary>A report with all that was read from it, ready to be shown.</summary>
public sealed record ReportReading(
    Document Document, IReadOnlyList<ReadEvent> Events, IReadOnlyList<TextMark> Marks, IReadOnlyList<TextEvidence> Evidence, IReadOnlyList<TextNote> Notes)
{
    /// <param name="coded">As this version of the program reads it.</param>
    /// <param name="stored">
    /// What the ledger holds of it; the events shown are these where the report is in the ledger, be there none, since they are what the record
    /// counts. Null for a report that is not in the ledger.
    /// </param>
    public static ReportReading Of(CodedDocument coded, IReadOnlyList<StoredMention>? stored)
    {
        var text = coded.Document.Text;
        var pairs = stored is null
            ? coded.Events.Select(e => (Mention: e, EventId: (string?)null, Live: (EventMention?)e))
            : stored.Select(m => (m.Mention, EventId: (string?)m.EventId, Live: Same(coded.Events, m.Mention)));
        var events = pairs.OrderBy(p => p.Mention.Trigger).Select((p, i) =>
            new ReadEvent(i + 1, p.Mention, p.EventId, ReadingChain.Of(coded, p.Mention, p.Live))).ToList();
        var layers = new LayerMarks(text);
        foreach (var e in events) layers.Add(e);
        foreach (var a in coded.Actors) layers.Add(a);
        foreach (var p in coded.Places) layers.Add(p);
        foreach (var t in coded.Times) layers.Add(t);
        foreach (var c in coded.Claims) layers.Add(c);
        return new ReportReading(coded.Document, events, layers.Marks, layers.Evidence, layers.Notes);
    }

    /// <summary>What this version reads at the place of a stored mention.</summary>
    private static EventMention? Same(IReadOnlyList<EventMention> read, EventMention stored) =>
        read.FirstOrDefault(e => e.Id == stored.Id)
        ?? read.Where(e => e.Trigger.Overlaps(stored.Trigger)).OrderByDescending(e => Likeness(e, stored)).FirstOrDefault();

    private static int Likeness(EventMention a, EventMention b) =>
        (a.Measure?.Kind == b.Measure?.Kind ? 1 : 0) + (a.Type.Cameo == b.Type.Cameo ? 1 : 0)
        + (a.Source?.Actor.Name == b.Source?.Actor.Name ? 1 : 0) + (a.Target?.Actor.Name == b.Target?.Actor.Name ? 1 : 0);
}
