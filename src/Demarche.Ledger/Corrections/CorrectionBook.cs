using System.Collections.Immutable;
using Demarche.Ledger.Canonical;
using Demarche.Ledger.Reading;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Corrections;

/// <summary>
/// The corrections in force, found by the places of the mentions that they speak of. A correction holds for whatever is read at
/// those places, so that it outlives re-coding.
/// </summary>
internal sealed class CorrectionBook
{
    private readonly Dictionary<string, List<(CorrectionAnchor Anchor, Correction Correction)>> _byDocument = new(StringComparer.Ordinal);

    public CorrectionBook(SqliteConnection connection)
    {
        var all = HistoryReads.Corrections(connection, null);
        var undone = all.Where(c => c.Undoes is not null).Select(c => c.Undoes!.Value).ToHashSet();
        foreach (var correction in all.Where(c => !undone.Contains(c.Number)).OrderBy(c => c.Number))
            foreach (var anchor in correction.Anchors)
            {
                if (!_byDocument.TryGetValue(anchor.DocumentId, out var list)) _byDocument[anchor.DocumentId] = list = [];
                list.Add((anchor, correction));
            }
    }

    public bool IsEmpty => _byDocument.Count == 0;

    /// <summary>The state of review of an event with these mentions, and the fields edited, the latest word standing.</summary>
    public (ReviewState State, ImmutableSortedDictionary<string, string?> Fields) ReviewOf(IReadOnlyList<MentionFacts> mentions)
    {
        var state = ReviewState.Proposed;
        var fields = ImmutableSortedDictionary<string, string?>.Empty;
        foreach (var c in mentions.SelectMany(At).Select(x => x.Correction).DistinctBy(c => c.Number).OrderBy(c => c.Number))
        {
            switch (c.Action)
            {
                case CorrectionAction.Accept:
                    state = fields.IsEmpty ? ReviewState.Accepted : ReviewState.Edited;
                    break;
                case CorrectionAction.Reject:
                    state = ReviewState.Rejected;
                    break;
                case CorrectionAction.Edit:
                    state = ReviewState.Edited;
                    fields = fields.SetItems(c.Fields);
                    if (c.Type is { } type) fields = fields.SetItem(EditedFields.TypeField, LedgerJson.Write(type));
                    break;
            }
        }
        return (state, fields);
    }

    /// <summary>Places of the mentions with which a person has put this one together, and the correction that says so.</summary>
    public IEnumerable<(CorrectionAnchor Anchor, Correction Correction)> PartnersOf(MentionFacts mention)
    {
        foreach (var (anchor, correction) in At(mention))
        {
            // What was split off together stays together, as does what remained.
            if (correction.Action is not (CorrectionAction.Merge or CorrectionAction.Split)) continue;
            foreach (var other in correction.Anchors)
                if (other != anchor && (correction.Action == CorrectionAction.Merge || other.Part == anchor.Part)) yield return (other, correction);
        }
    }

    /// <summary>Whether a person has said that the mention is not of this event.</summary>
    public bool Forbids(MentionFacts mention, EventState state)
    {
        foreach (var (anchor, correction) in At(mention))
        {
            if (correction.Action != CorrectionAction.Split) continue;
            foreach (var other in correction.Anchors)
                if (other.Part != anchor.Part && state.Mentions.Any(m => Covers(other, m))) return true;
        }
        return false;
    }

    public static bool Covers(CorrectionAnchor anchor, MentionFacts mention) =>
        anchor.DocumentId == mention.Document.Id && anchor.Start < mention.Mention.Trigger.End && mention.Mention.Trigger.Start < anchor.End;

    private IEnumerable<(CorrectionAnchor Anchor, Correction Correction)> At(MentionFacts mention) =>
        _byDocument.TryGetValue(mention.Document.Id, out var list) ? list.Where(x => Covers(x.Anchor, mention)) : [];
}
