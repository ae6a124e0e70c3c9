using Demarche.Formats.Ledger;
using Demarche.Formats.Tables;
using Demarche.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Api;

/// <summary>Relations, and who acts on whom.</summary>
internal static class RelationRoutes
{
    private const string Group = "Relations";

    private static readonly ApiParameter[] Pair = [Parameters.InPath("a", "One party: a code or a name.", "RUS"), Parameters.InPath("b", "The other party.", "NATO")];

    public static void MapRelations(this RouteGroupBuilder api)
    {
        api.MapList("/relations/{a}/{b}/series", Series, new RouteCard(Group, "How a relation moved", "Events, quad classes, Goldstein values and the smoothed index by period, with the change points and every weight. CSV gives the points.")
        { Takes = [.. Pair, Parameters.By, Parameters.Since, Parameters.Until, Parameters.Publisher], Gives = "RelationSeries", Formats = ["json", "csv"] });
        api.MapList("/relations/{a}/{b}/state", State, new RouteCard(Group, "State of a relation on a day", "Missions, ambassadors, expulsions, sanctions, agreements, troops: each line with its evidence and since when; what is not on record is unknown.")
        { Takes = [.. Pair, Parameters.At], Gives = "RelationState", Formats = ["json", "csv"] });
        api.MapList("/actors", Actors, new RouteCard(Group, "Parties", "Parties by number of events, most first.")
        { Takes = [Parameters.Like, Parameters.Limit, Parameters.Cursor], Gives = "Actor", IsList = true, Formats = Parameters.Formats });
        api.Map("/actors/{code}", Actor, new RouteCard(Group, "One party", "A party by its code or name.") { Takes = [Parameters.InPath("code", "The party's code or name.", "RUS")], Gives = "Actor" });
        api.MapList("/dyads", Dyads, new RouteCard(Group, "Who acts on whom", "Directed dyads by number of events, most first.")
        { Takes = [Parameters.Actor, Parameters.Since, Parameters.Until, Parameters.Limit, Parameters.Cursor], Gives = "Dyad", IsList = true, Formats = Parameters.Formats });
        api.Map("/moves", Moves, new RouteCard(Group, "Biggest moves", "Relations whose tone moved most between the days up to a day and as many before.")
        { Takes = [Parameters.Until, Parameters.Days, Parameters.Limit], Gives = "Move", IsList = true });
    }

    private static IResult Series(HttpContext context, ILedger ledger)
    {
        var q = new ApiQuery(context, ledger);
        var period = q.OneOf(Parameters.By) is { } by ? Enum.Parse<SeriesPeriod>(by, true) : SeriesPeriod.Month;
        var series = ledger.Series(q.PartyInPath("a"), q.PartyInPath("b"), new SeriesQuery(period) { From = q.Day(Parameters.Since), Until = q.Day(Parameters.Until), Publisher = q.Text(Parameters.Publisher) });
        return AnswerFormat.Of(context, ["json", "csv"]) == "json"
            ? new RecordAnswer(json => RecordJson.Write(json, series))
            : new TableAnswer(output => RecordTables.Series.Write(output, series.Points));
    }

    private static IResult State(HttpContext context, ILedger ledger)
    {
        var q = new ApiQuery(context, ledger);
        var state = ledger.StateOf(q.PartyInPath("a"), q.PartyInPath("b"), q.Day(Parameters.At));
        return AnswerFormat.Of(context, ["json", "csv"]) == "json"
            ? new RecordAnswer(json => RecordJson.Write(json, state))
            : new TableAnswer(output => RecordTables.State.Write(output, state.Lines));
    }

    private static ListAnswer<LedgerActor> Actors(HttpContext context, ILedger ledger)
    {
        var q = new ApiQuery(context, ledger);
        var like = q.Text(Parameters.Like);
        return new(q, Pages.Ranked((offset, limit) => Slice(n => ledger.Actors(like, n), offset, limit)), ListingJson.Write) { Csv = ListAnswer<LedgerActor>.Table(RecordTables.Actors) };
    }

    private static RecordAnswer Actor(string code, HttpContext context, ILedger ledger)
    {
        var actor = ledger.FindActor(new ApiQuery(context, ledger).PartyInPath("code"))!;
        return new RecordAnswer(json => ListingJson.Write(json, actor));
    }

    private static ListAnswer<DyadVolume> Dyads(HttpContext context, ILedger ledger)
    {
        var q = new ApiQuery(context, ledger);
        var query = new DyadQuery { Actor = q.Party(Parameters.Actor), From = q.Day(Parameters.Since), Until = q.Day(Parameters.Until) };
        return new(q, Pages.Ranked((offset, limit) => Slice(n => ledger.Dyads(query with { Limit = n }), offset, limit)), ListingJson.Write) { Csv = ListAnswer<DyadVolume>.Table(RecordTables.Dyads) };
    }

    private static ListAnswer<DyadMove> Moves(HttpContext context, ILedger ledger)
    {
        var q = new ApiQuery(context, ledger);
        var days = q.Whole(Parameters.Days, 1, 3650) ?? 30;
        var until = q.Day(Parameters.Until);
        return new(q, (_, limit) => new((until ?? ledger.Summary().Last) is { } last ? ledger.Moves(last, days, limit) : [], null), ListingJson.Write);
    }

    /// <summary>Parties and dyads are few thousands: a later page reads the earlier ones over.</summary>
    private static IReadOnlyList<T> Slice<T>(Func<int, IReadOnlyList<T>> find, int offset, int limit) =>
        [.. find((int)Math.Min(int.MaxValue, (long)offset + limit)).Skip(offset)];
}
