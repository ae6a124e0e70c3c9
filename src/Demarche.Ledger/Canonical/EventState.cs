namespace Demarche.Ledger.Canonical;

/// <summary>An event while it is being written: its mentions, and what is already in the file.</summary>
internal sealed class EventState(long key, string id, string block)
{
    public long Key { get; } = key;

    public string Id { get; } = id;

    public string Block { get; } = block;

    public List<MentionFacts> Mentions { get; } = [];

    /// <summary>
    /// Mentions taken away in this batch. A document read anew finds its old event by them, so that ids stay.
    /// </summary>
    public List<MentionFacts> Departed { get; } = [];

    /// <summary>The row in the file; null for a new event.</summary>
    public EventRow? Written { get; set; }

    /// <summary>Month by which the event is found, as years times twelve; <see cref="Undated"/> without a day.</summary>
    public int Month { get; set; }

    public const int Undated = -1;

    public static int MonthOf(DateOnly? day) => day is { } d ? (d.Year * 12) + d.Month - 1 : Undated;
}

/// <summary>What the file holds of an event, as far as taking it back needs.</summary>
/// <param name="Print">Fingerprint of the whole row.</param>
internal sealed record EventRow(
    long Print, string? Source, string? Target, string? SourceName, string? TargetName, DateOnly? Day, bool Counted, string? Measure, bool Rejected);
