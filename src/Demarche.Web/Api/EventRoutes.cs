using System.Text.Json;
using Demarche.Coding;
using Demarche.Formats.Json;
using Demarche.Formats.Ledger;
using Demarche.Formats.Tables;
using Demarche.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Api;

/// <summary>Canonical events, measures and exchanges.</summary>
internal static class EventRoutes
{
    private const string Group = "Record";

    public static void MapEvents(this RouteGroupBuilder api)
    {
        api.MapList("/events", Events, new RouteCard(Group, "Events", "Canonical events: each occurrence once, however often it was told.")
        {
            Takes =
            [
                Parameters.Actor, Parameters.Source, Parameters.Target, Parameters.PartyA, Parameters.PartyB, Parameters.Type, Parameters.Quad, Parameters.Kind, Parameters.MeasuresOnly,
                Parameters.Status, Parameters.Since, Parameters.Until, Parameters.Place, Parameters.Text, Parameters.Publisher, Parameters.Review, Parameters.MinConfidence, Parameters.Order, Parameters.Limit, Parameters.Cursor,
            ],
            Gives = "Event",
            IsList = true,
            Formats = Parameters.EventFormats,
        });
        api.Map("/events/{id}", Event, new RouteCard(Group, "One event", "An event by its id; one that was merged away is found under the event that now holds its mentions.")
        { Takes = [Parameters.InPath("id", "The event's id.")], Gives = "Event" });
        api.Map("/events/{id}/mentions", Mentions, new RouteCard(Group, "An event's mentions", "Every telling of an event in order of report, with the words it was read from and why it was joined.")
        { Takes = [Parameters.InPath("id", "The event's id.")], Gives = "Mention", IsList = true });
        api.MapList("/measures", Measures, new RouteCard(Group, "Measures", "Diplomatic measures with their lives: threatened, announced, in force, lifted; what they answer and what answers them.")
        {
            Takes =
            [
                Parameters.Actor, Parameters.Sender, Parameters.Target, Parameters.Kind, Parameters.Stage, Parameters.Since, Parameters.Until, Parameters.Unanswered,
                Parameters.MeasureOrder, Parameters.Limit, Parameters.Cursor,
            ],
            Gives = "Measure",
            IsList = true,
            Formats = Parameters.Formats,
        });
        api.Map("/measures/{id}", Measure, new RouteCard(Group, "One measure", "A measure by the id of its event.") { Takes = [Parameters.InPath("id", "The event's id.")], Gives = "Measure" });
        api.MapList("/exchanges", Exchanges, new RouteCard(Group, "Exchanges", "Acts with their answers, in order of the answer's day: between two parties, of one with all, or all.")
        {
            Takes = [Parameters.PartyA, Parameters.PartyB, Parameters.Since, Parameters.Until, Parameters.Told, Parameters.MinConfidence, Parameters.Limit, Parameters.Cursor],
            Gives = "Exchange",
            IsList = true,
            Formats = Parameters.Formats,
        });
    }

    private static ListAnswer<LedgerEvent> Events(HttpContext context, ILedger ledger)
    {
        var q = new ApiQuery(context, ledger);
        var query = new EventQuery
        {
            Actor = q.Party(Parameters.Actor),
            Source = q.Party(Parameters.Source),
            Target = q.Party(Parameters.Target),
            Dyad = (q.Party(Parameters.PartyA), q.Party(Parameters.PartyB)) is ({ } a, { } b) ? (a, b) : null,
            MeasuresOnly = q.Flag(Parameters.MeasuresOnly),
            Type = q.Text(Parameters.Type),
            Quad = q.Whole(Parameters.Quad, 1, 4),
            Kinds = q.AnyOf(Parameters.Kind),
            Status = q.Status(Parameters.Status),
            From = q.Day(Parameters.Since),
            Until = q.Day(Parameters.Until),
            Place = q.Text(Parameters.Place),
            Text = q.Text(Parameters.Text),
            Publisher = q.Text(Parameters.Publisher),
            Review = q.OneOf(Parameters.Review) is { } review ? Enum.Parse<ReviewState>(review, true) : null,
            MinConfidence = q.Share(Parameters.MinConfidence),
            Order = q.Order(Parameters.Order),
        };
        return new(q, Pages.After((after, limit) => ledger.Events(query with { After = after, Limit = limit }), PageCursor.After), RecordJson.Write)
        {
            Csv = ListAnswer<LedgerEvent>.Table(FlatFormats.Csv),
            Feature = WebFormats.WriteFeature,
        };
    }

    private static RecordAnswer Event(string id, ILedger ledger)
    {
        var e = Found(ledger, id);
        return new RecordAnswer(json => RecordJson.Write(json, e));
    }

    private static ListAnswer<(StoredMention Mention, CodedDocument Document)> Mentions(string id, HttpContext context, ILedger ledger)
    {
        var e = Found(ledger, id);
        var documents = new Dictionary<string, CodedDocument>(StringComparer.Ordinal);
        CodedDocument Document(string of) => documents.TryGetValue(of, out var known) ? known : documents[of] = new CodedDocument(ledger.FindDocument(of)!.Document);
        return new(new ApiQuery(context, ledger), (_, _) => new([.. ledger.MentionsOf(e.Id).Select(m => (m, Document(m.DocumentId)))], null),
            (json, m) => ListingJson.Write(json, m.Mention, m.Document, new CodePoints(m.Document.Document.Text)));
    }

    private static ListAnswer<LedgerMeasure> Measures(HttpContext context, ILedger ledger)
    {
        var q = new ApiQuery(context, ledger);
        var query = new MeasureQuery
        {
            Actor = q.Party(Parameters.Actor),
            Sender = q.Party(Parameters.Sender),
            Target = q.Party(Parameters.Target),
            Kinds = q.AnyOf(Parameters.Kind),
            Stage = q.OneOf(Parameters.Stage) is { } stage ? Enum.Parse<MeasureStage>(stage.Replace("_", "", StringComparison.Ordinal), true) : null,
            From = q.Day(Parameters.Since),
            Until = q.Day(Parameters.Until),
            Unanswered = q.Flag(Parameters.Unanswered),
            Order = q.Order(Parameters.MeasureOrder),
        };
        return new(q, Pages.After((after, limit) => ledger.Measures(query with { After = after, Limit = limit }), PageCursor.After), RecordJson.Write)
        {
            Csv = ListAnswer<LedgerMeasure>.Table(RecordTables.Measures),
        };
    }

    private static RecordAnswer Measure(string id, ILedger ledger)
    {
        var measure = ledger.FindMeasure(id) ?? throw ApiProblemException.NotFound($"There is no measure {id}.", "GET /api/measures lists them.", "id");
        return new RecordAnswer(json => RecordJson.Write(json, measure));
    }

    private static ListAnswer<Exchange> Exchanges(HttpContext context, ILedger ledger)
    {
        var q = new ApiQuery(context, ledger);
        var query = new ExchangeQuery
        {
            A = q.Party(Parameters.PartyA),
            B = q.Party(Parameters.PartyB),
            From = q.Day(Parameters.Since),
            Until = q.Day(Parameters.Until),
            ToldOnly = q.Flag(Parameters.Told),
            MinConfidence = q.Share(Parameters.MinConfidence) ?? 0,
        };
        return new(q, Pages.After((after, limit) => ledger.Exchanges(query with { After = after, Limit = limit }), PageCursor.After), RecordJson.Write)
        {
            Csv = ListAnswer<Exchange>.Table(RecordTables.Exchanges),
        };
    }

    public static LedgerEvent Found(ILedger ledger, string id) =>
        ledger.FindEvent(id) ?? throw ApiProblemException.NotFound($"There is no event {id}.", "GET /api/events lists them.", "id");
}
