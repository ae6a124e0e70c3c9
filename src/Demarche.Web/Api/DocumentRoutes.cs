using Demarche.Formats.Ledger;
using Demarche.Formats.Tables;
using Demarche.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Api;

/// <summary>Reports, search in them, and the ledger's own history.</summary>
internal static class DocumentRoutes
{
    private const string Group = "Reports";

    public static void MapDocuments(this RouteGroupBuilder api)
    {
        api.MapList("/documents", Documents, new RouteCard(Group, "Reports", "Reports, newest first, without their text.")
        { Takes = [Parameters.Publisher, Parameters.Since, Parameters.Until, Parameters.Limit, Parameters.Cursor], Gives = "Document", IsList = true, Formats = Parameters.Formats });
        api.Map("/documents/{**id}", Document, new RouteCard(Group, "One report", "A report with its text and its mentions of events; offsets are in code points of the text.")
        { Takes = [Parameters.InPath("id", "The report's id.")], Gives = "FullDocument" });
        api.Map("/search", Search, new RouteCard(Group, "Search", "Reports by their words, best first, with facets over all matches. Matches in a snippet stand between ⟦ and ⟧.")
        { Takes = [Parameters.Words, Parameters.Publisher, Parameters.Since, Parameters.Until, Parameters.Limit, Parameters.Cursor], Gives = "SearchHit", IsList = true });
        api.Map("/summary", Summary, new RouteCard("Ledger", "What the ledger holds", "Sums over the whole ledger.") { Gives = "Summary" });
        api.Map("/runs", Runs, new RouteCard("Ledger", "Runs", "Runs of ingest that changed something, newest first: which versions coded what.") { Takes = [Parameters.Limit], Gives = "Run", IsList = true });
    }

    private static ListAnswer<DocumentSummary> Documents(HttpContext context, ILedger ledger)
    {
        var q = new ApiQuery(context, ledger);
        var query = new DocumentQuery { Publisher = q.Text(Parameters.Publisher), From = q.Day(Parameters.Since), Until = q.Day(Parameters.Until) };
        return new(q, Pages.After((after, limit) => ledger.Documents(query with { After = after, Limit = limit }), PageCursor.After), ListingJson.Write)
        {
            Csv = ListAnswer<DocumentSummary>.Table(RecordTables.Documents),
        };
    }

    private static RecordAnswer Document(HttpContext context, ILedger ledger)
    {
        var id = new ApiQuery(context, ledger).Path("id");
        var document = ledger.FindDocument(id) ?? throw ApiProblemException.NotFound($"There is no report {id}.", "GET /api/documents lists them.", "id");
        return new RecordAnswer(json => ListingJson.Write(json, document, ledger.MentionsIn(id)));
    }

    private static ListAnswer<SearchHit> Search(HttpContext context, ILedger ledger)
    {
        var q = new ApiQuery(context, ledger);
        var query = new SearchQuery(q.Text(Parameters.Words)!) { Publisher = q.Text(Parameters.Publisher), From = q.Day(Parameters.Since), Until = q.Day(Parameters.Until) };
        SearchResult? last = null;
        return new(q, Pages.Ranked((offset, limit) => (last = ledger.Search(query with { Offset = offset, Limit = limit })).Hits), ListingJson.Write)
        {
            Beside = json =>
            {
                json.WriteNumber("total"u8, last!.Total);
                json.WritePropertyName("facets"u8);
                ListingJson.Write(json, last.Facets);
            },
        };
    }

    private static RecordAnswer Summary(ILedger ledger) => new(json => ListingJson.Write(json, ledger.Summary()));

    private static ListAnswer<LedgerRun> Runs(HttpContext context, ILedger ledger) =>
        new(new ApiQuery(context, ledger), (_, limit) => new([.. ledger.Runs().Take(limit)], null), ListingJson.Write);
}
