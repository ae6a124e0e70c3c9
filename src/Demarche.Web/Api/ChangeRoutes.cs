using Demarche.Formats.Ledger;
using Demarche.Ledger;
using Demarche.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Api;

/// <summary>What is new, changed or withdrawn: by page, as a feed, and as it happens.</summary>
internal static class ChangeRoutes
{
    private const string Group = "Changes";

    public static void MapChanges(this RouteGroupBuilder api)
    {
        api.Map("/changes", Changes, new RouteCard(Group, "Changes", "Events that are new, changed or withdrawn after a cursor, oldest change first; of an event its latest change alone. Keep `next` and ask again with it.")
        { Takes = [Parameters.ChangeCursor, .. ChangeFilter.Parameters, Parameters.Limit], Gives = "Change", IsList = true });
        api.Map("/changes.atom", ChangeFeed.Write, new RouteCard(Group, "Changes as a feed", "The latest fifty changes that the filter takes, newest first, as an Atom feed (RFC 4287); withdrawn events as tombstones (RFC 6721).")
        { Takes = [.. ChangeFilter.Parameters], Formats = ["atom"] });
        api.Map("/changes/stream", ChangeStream.Write, new RouteCard(Group, "Changes as they happen",
            "Server-sent events: `new`, `changed` or `withdrawn` with the change as data and its cursor as id, as an ingest or a watch writes. Begins now, after `cursor`, or after Last-Event-ID; a comment every fifteen seconds keeps it open.")
        { Takes = [Parameters.ChangeCursor, .. ChangeFilter.Parameters], Formats = ["events"], Gives = "Change" })
            .RequireRateLimiting(RequestLimits.Streams);
    }

    private static IResult Changes(HttpContext context, ILedger ledger)
    {
        var q = new ApiQuery(context, ledger);
        var filter = ChangeFilter.Read(q);
        var since = Cursor(q) ?? 0;
        if (q.Limit() is > ApiQuery.MostInPage) throw ApiProblemException.Parameter("limit", $"A page holds at most {ApiQuery.MostInPage} changes.", "Ask for less and go on with `next`.");
        var page = ledger.Changes(since, q.Limit() ?? 100);
        return new RecordAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items"u8);
            foreach (var change in page.Changes.Where(filter.Takes)) RecordJson.Write(json, change);
            json.WriteEndArray();
            json.WriteNumber("next"u8, page.Next);
            json.WriteBoolean("more"u8, page.More);
            json.WriteEndObject();
        });
    }

    public static long? Cursor(ApiQuery q) => q.Text(Parameters.ChangeCursor) is not { } text ? null
        : long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n
        : throw ApiProblemException.Parameter("cursor", $"'{text}' is no cursor of changes.", "Give the `next` of a page, or 0 for all.");
}
