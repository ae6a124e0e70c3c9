using Demarche.Coding;

namespace Demarche.Ledger.Canonical;

/// <summary>A document as the joining of its mentions sees it.</summary>
/// <param name="Origin">Key of the document that it reprints; its own where independent.</param>
internal sealed record DocumentFacts(long Key, string Id, DateOnly? Date, string? Publisher, long Origin);

/// <summary>A mention with all that joining and summing up need.</summary>
internal sealed class MentionFacts(long key, EventMention mention, DocumentFacts document, string sentence, uint[] words)
{
    public long Key { get; } = key;

    public EventMention Mention { get; } = mention;

    public DocumentFacts Document { get; } = document;

    public string Sentence { get; } = sentence;

    /// <summary>Sorted hashes of the sentence's content words.</summary>
    public uint[] Words { get; } = words;

    public string Reason { get; set; } = "first report";

    public double Score { get; set; }

    /// <summary>The reason or demand given for a measure, in the report's words.</summary>
    public string? ReasonWords { get; init; }

    public string? Kind => Mention.Measure?.Kind;

    /// <summary>
    /// The day told of. Background without a date of its own has none: all we know is that it was before the report.
    /// </summary>
    public DateOnly? Day
    {
        get
        {
            if (Mention.Date is { Basis: not DateBasis.Document } told) return IsAnnouncedForLater(told) ? Document.Date ?? told.Value : told.Value;
            return Mention.Background ? null : Mention.Date?.Value ?? Document.Date;
        }
    }

    public DateBasis Basis => Mention.Date is { } date && !IsAnnouncedForLater(date) ? date.Basis : DateBasis.Document;

    public DatePrecision Precision => Mention.Date is { } date && !IsAnnouncedForLater(date) ? date.Precision : DatePrecision.Day;

    /// <summary>When a measure took or takes effect.</summary>
    public DateOnly? Effective => Mention.Measure?.Effective?.Value ?? (Mention.Date is { } d && IsAnnouncedForLater(d) ? d.Value : null);

    // A measure announced today for next month happens, as a step between two states, today.
    private bool IsAnnouncedForLater(EventDate date) =>
        Kind is not null && (Mention.Status is EventStatus.Announced or EventStatus.Threatened)
        && Document.Date is { } reported && date.Value > reported;
}
