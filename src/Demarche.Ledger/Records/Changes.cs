using System.Collections.Immutable;

namespace Demarche.Ledger;

public enum ChangeKind : byte
{
    New,
    Changed,
    Withdrawn,
}

/// <summary>What became of an event. Only its latest change is kept.</summary>
/// <param name="Cursor">Position in the feed; grows without end.</param>
/// <param name="Event">The event as it now stands; null where withdrawn.</param>
/// <param name="MergedInto">For a withdrawn one: the event that now holds its mentions, where there is one.</param>
public sealed record LedgerChange(long Cursor, ChangeKind Kind, string EventId, LedgerEvent? Event, string? MergedInto);

/// <summary>Changes after a cursor, oldest first; ask again with <paramref name="Next"/>.</summary>
public sealed record ChangePage(ImmutableArray<LedgerChange> Changes, long Next, bool More);
