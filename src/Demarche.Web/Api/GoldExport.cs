using Demarche.Formats.Ledger;
using Demarche.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Api;

/// <summary>What people have reviewed, written as <c>demarche export --format gold</c> writes it.</summary>
internal static class GoldExport
{
    private static readonly ReviewState[] Reviewed = [ReviewState.Accepted, ReviewState.Edited, ReviewState.Rejected];

    public static void MapGold(this RouteGroupBuilder api) => api.Map("/gold.jsonl", (ILedger ledger) =>
    {
        // Asked for by state, so that a large ledger of which little is reviewed is not read whole.
        var records = Reviewed
            .SelectMany(state => ExportRecord.Read(ledger, new EventQuery { Review = state, Order = EventOrder.OldestFirst, Limit = int.MaxValue }))
            .OrderBy(r => r.Event.Day).ThenBy(r => r.Event.Id, StringComparer.Ordinal);
        var output = new MemoryStream();
        GoldFormat.WriteGold(output, records);
        return Results.Bytes(output.ToArray(), "application/x-ndjson", "gold.jsonl");
    }, new RouteCard("Corrections", "Gold", "What people have reviewed, as gold for evaluation: accepted and edited events with their sentences, rejected ones without an event.") { Formats = ["jsonl"] });
}
