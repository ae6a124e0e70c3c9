using System.Collections.Immutable;
using Demarche.Coding;

namespace Demarche.Ledger;

public enum CorrectionAction : byte
{
    Accept,
    Reject,
    Edit,
    Merge,
    Split,
    Undo,
}

/// <summary>
/// What a person says of the record. Corrections are only ever added; <see cref="CorrectionAction.Undo"/> takes one back.
/// </summary>
public sealed record Correction
{
    public required long Number { get; init; }

    public required CorrectionAction Action { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>The event meant, as its id was at the time.</summary>
    public string? EventId { get; init; }

    /// <summary>The mentions it speaks of, by place in their documents, so that it holds after re-coding.</summary>
    public ImmutableArray<CorrectionAnchor> Anchors { get; init; } = [];

    /// <summary>For an edit: field → value; see docs/ledger.md for the fields.</summary>
    public ImmutableSortedDictionary<string, string?> Fields { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;

    /// <summary>For an edit of the code: what the code means, as of the day of the edit.</summary>
    public EventType? Type { get; init; }

    /// <summary>For an undo: the correction taken back.</summary>
    public long? Undoes { get; init; }

    public string? Note { get; init; }

    /// <summary>False while a running ingest has yet to take it up.</summary>
    public bool Applied { get; init; }
}

/// <summary>A mention by its place: trigger offsets (UTF-16) in a document.</summary>
/// <param name="Part">1 for the mentions split off, or for the second event of a merge; else 0.</param>
public sealed record CorrectionAnchor(string DocumentId, int Start, int End, int Part);

/// <summary>A correction as asked for.</summary>
public sealed record CorrectionRequest(CorrectionAction Action, string Author)
{
    public string? EventId { get; init; }

    /// <summary>For a merge: the events joined to <see cref="EventId"/>.</summary>
    public ImmutableArray<string> Others { get; init; } = [];

    /// <summary>For a split: the mentions that become an event of their own.</summary>
    public ImmutableArray<string> MentionIds { get; init; } = [];

    public ImmutableSortedDictionary<string, string?> Fields { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;

    public long? Undoes { get; init; }

    public string? Note { get; init; }
}
