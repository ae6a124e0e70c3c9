using Demarche.Coding;
using Demarche.Language;
using Demarche.Ledger;

namespace Demarche.Formats.Ledger;

/// <summary>An event with what exports need beside it: its most certain mention and that mention's document.</summary>
public sealed record ExportRecord(LedgerEvent Event, EventMention Mention, Document Document)
{
    /// <summary>Reads the records that a query selects, page by page.</summary>
    public static IEnumerable<ExportRecord> Read(ILedger ledger, EventQuery query)
    {
        const int Page = 500;
        var left = query.Limit;
        for (var offset = query.Offset; left > 0; offset += Page)
        {
            var events = ledger.Events(query with { Limit = Math.Min(Page, left), Offset = offset });
            foreach (var e in events)
            {
                var document = ledger.FindDocument(e.DocumentId)!.Document;
                yield return new ExportRecord(e, ledger.MentionsIn(e.DocumentId).First(m => m.Mention.Id == e.MentionId).Mention, document);
            }
            if (events.Count < Page) yield break;
            left -= events.Count;
        }
    }

    /// <summary>
    /// A number for systems that want one: the first 52 bits of the event's id, so that it survives being read as a
    /// floating-point number.
    /// </summary>
    public long Number => Convert.ToInt64(Event.Id[..13], 16);
}
