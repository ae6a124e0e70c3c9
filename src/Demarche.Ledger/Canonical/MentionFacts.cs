using Demarche.Coding;

namespace Demarche.Ledger.Canonical;

/// <summary>A document as the joining of its mentions sees it.</summary>
/// <param name="Origin">Key of the document that it reprints; its own where independent.</param>
internal sealed record DocumentFacts(long Key, string Id, DateOnly? Date, string? Publisher, long Origin);

/// <summary>A mention with all that joining and summing up need.</summary>
internal sealed class MentionFacts(long key, EventMention mention, DocumentFacts document, string sentence, uint[] words)
{
    private SentenceDetails? _details;

    public long Key { get; } = key;

    public EventMention Mention { get; } = mention;

    public DocumentFacts Document { get; } = document;

    public string Sentence { get; } = sentence;

    /// <summary>Sorted hashes of the sentence's content words.</summary>
    public uint[] Words { get; } = words;

    /// <summary>Read from the sentence when first asked for.</summary>
    public SentenceDetails Details => _details ??= SentenceDetails.Of(Sentence, Mention);

    public string Reason { get; set; } = "first report";

    public double Score { get; set; }

    /// <summary>The reason or demand given for a measure, in the report's words.</summary>
    public string? ReasonWords { get; init; }

    /// <summary>Id of the mention that this one is told to answer.</summary>
    public string? Answers { get; init; }

    public string? Kind => Mention.Measure?.Kind;

    /// <summary>
    /// The day told of. Background without a date of its own has none: all we know is that it was before the report. A month or
    /// year that the report lies in ("the 2011 protests") says less than the report's own day.
    /// </summary>
    public DateOnly? Day => Told is { } told ? told.Value : Mention.Background ? null : Mention.Date is { Basis: DateBasis.Document } d ? d.Value : Document.Date ?? Mention.Date?.Value;

    public DateBasis Basis => Told?.Basis ?? DateBasis.Document;

    public DatePrecision Precision => Told?.Precision ?? DatePrecision.Day;

    /// <summary>The date that the words give, where it is to be taken as the act's.</summary>
    private EventDate? Told => Mention.Date is { Basis: not DateBasis.Document } told && !IsAnnouncedForLater(told) && !HoldsReport(told) && !IsOfAnotherAct(told) ? told : null;

    /// <summary>When a measure took or takes effect.</summary>
    public DateOnly? Effective => Mention.Measure?.Effective?.Value ?? (Mention.Date is { } d && IsAnnouncedForLater(d) ? d.Value : null);

    // "reopened for the first time since 1961", "the 2024 Memorandum": the year is of an earlier act, or part of a name.
    private bool IsOfAnotherAct(EventDate date)
    {
        if (date is not { Span: { } span, Precision: >= DatePrecision.Month } || !Mention.SentenceSpan.Contains(span)) return false;
        var offset = span.Start - Mention.SentenceSpan.Start;
        var before = Sentence.AsSpan(0, offset).TrimEnd();
        if (before.EndsWith("since", StringComparison.OrdinalIgnoreCase) && before.Contains("first", StringComparison.OrdinalIgnoreCase)) return true;
        var after = Sentence.AsSpan(offset + span.Length);
        return date.Precision == DatePrecision.Year && before.EndsWith("the", StringComparison.OrdinalIgnoreCase) && after.Length > 1 && after[0] == ' ' && char.IsUpper(after[1]);
    }

    private bool HoldsReport(EventDate date) =>
        !Mention.Background && date.Precision > DatePrecision.Week && Document.Date is { } reported && date.Value <= reported && reported < date.Value.AddDays(DaysIn(date.Precision));

    /// <summary>Days in a period, at most.</summary>
    public static int DaysIn(DatePrecision precision) => precision switch
    {
        DatePrecision.Week => 7,
        DatePrecision.Month => 31,
        DatePrecision.Season => 92,
        DatePrecision.Year => 366,
        _ => 1,
    };

    // A measure announced today for next month happens, as a step between two states, today.
    private bool IsAnnouncedForLater(EventDate date) =>
        Kind is not null && (Mention.Status is EventStatus.Announced or EventStatus.Threatened)
        && Document.Date is { } reported && date.Value > reported;
}
