using Demarche.Ledger.Measures;

namespace Demarche.Web.Api;

/// <summary>The parameters of all routes, named as the options of the command line.</summary>
internal static class Parameters
{
    public static readonly string[] Statuses = ["actual", "announced", "threatened", "requested", "denied", "hypothetical"];
    public static readonly string[] Reviews = ["proposed", "accepted", "edited", "rejected"];
    public static readonly string[] Orders = ["newest", "oldest", "least_certain"];
    public static readonly string[] Stages = ["threatened", "announced", "in_force", "lifted"];
    public static readonly string[] Periods = ["day", "week", "month"];
    public static readonly string[] Formats = ["json", "jsonl", "csv"];
    public static readonly string[] EventFormats = [.. Formats, "geojson"];

    public static readonly ApiParameter Actor = new("actor", "Party on either side: a code (RUS, NATO) or a name.") { Example = "RUS" };
    public static readonly ApiParameter Source = new("source", "Who acts: a code or a name.") { Example = "RUS" };
    public static readonly ApiParameter Target = new("target", "Who is acted upon: a code or a name.") { Example = "NATO" };
    public static readonly ApiParameter Sender = new("sender", "Who takes the measure: a code or a name.") { Example = "RUS" };
    public static readonly ApiParameter PartyA = new("a", "One party: a code or a name.") { Example = "RUS" };
    public static readonly ApiParameter PartyB = new("b", "The other party.") { Example = "NATO" };
    public static readonly ApiParameter MeasuresOnly = new("measures", "Only events that are measures, of whatever kind.") { Type = "boolean" };
    public static readonly ApiParameter Type = new("type", "CAMEO code or its beginning (17), or a PLOVER type (SANCTION).") { Example = "16" };
    public static readonly ApiParameter Quad = new("quad", "Quad class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.") { Type = "integer", Values = ["1", "2", "3", "4"] };
    public static readonly ApiParameter Kind = new("kind", "Kind of measure.") { Values = [.. MeasureKinds.Names], Repeatable = true, Example = "diplomats_expelled" };
    public static readonly ApiParameter Status = new("status", "How far the act has come by the reports.") { Values = Statuses };
    public static readonly ApiParameter Stage = new("stage", "How far the measure has come.") { Values = Stages };
    public static readonly ApiParameter Since = new("since", "From this day on.") { Format = "date", Example = "2021-10-01" };
    public static readonly ApiParameter Until = new("until", "Up to this day, itself included.") { Format = "date", Example = "2021-10-31" };
    public static readonly ApiParameter At = new("at", "The day; the last one on record where none is given.") { Format = "date", Example = "2021-11-01" };
    public static readonly ApiParameter Place = new("place", "Part of a place's name, or a country's alpha-3 code.") { Example = "Brussels" };
    public static readonly ApiParameter Text = new("text", "Words that occur in the report's sentence; \"in quotes\" for a phrase.") { Example = "mission" };
    public static readonly ApiParameter Publisher = new("publisher", "Only what this publisher reports.");
    public static readonly ApiParameter Review = new("review", "What a person has said of it; rejected events are left out unless asked for.") { Values = Reviews };
    public static readonly ApiParameter MinConfidence = new("min_confidence", "At least so sure, 0 to 1.") { Type = "number", Example = "0.5" };
    public static readonly ApiParameter Order = new("order", "Order of the list.") { Values = Orders, Default = "newest" };
    public static readonly ApiParameter MeasureOrder = Order with { Values = ["newest", "oldest"] };
    public static readonly ApiParameter Unanswered = new("unanswered", "Only measures of conflict that nothing has answered.") { Type = "boolean" };
    public static readonly ApiParameter Told = new("told", "Only answers that a report calls so.") { Type = "boolean" };
    public static readonly ApiParameter By = new("by", "Length of a period.") { Values = Periods, Default = "month" };
    public static readonly ApiParameter Days = new("days", "Length of the span before and of the span after.") { Type = "integer", Default = "30", Example = "90" };
    public static readonly ApiParameter Like = new("like", "Part of a code or name.") { Example = "united" };
    public static readonly ApiParameter Words = new("q", "Words that all occur; \"in quotes\" for a phrase; a trailing * is a prefix.") { Required = true, Example = "\"liaison office\"" };
    public static readonly ApiParameter Limit = new("limit", "At most so many; a JSON page holds 100 unless told otherwise and 1000 at most, the other formats hold all unless told otherwise.") { Type = "integer", Example = "100" };
    public static readonly ApiParameter Cursor = new("cursor", "Go on after a page: its `next`.");
    public static readonly ApiParameter ChangeCursor = new("cursor", "What came after this cursor: the `next` of a page, or the id of an event of the stream; 0 for all.") { Type = "integer", Example = "0" };
    public static readonly ApiParameter Event = new("event", "Only what touches this event.");
    public static readonly ApiParameter Date = new("date", "Day of publication of documents that state none.") { Format = "date" };
    public static readonly ApiParameter Title = new("title", "Headline of the text.");
    public static readonly ApiParameter Explain = new("explain", "Also give the steps that made each event.") { Type = "boolean" };

    public static ApiParameter InPath(string name, string description, string? example = null) => new(name, description) { InPath = true, Required = true, Example = example };

    public static ApiParameter FormatOf(IReadOnlyList<string> formats) => InPath("format", "Format, instead of the Accept header.", "jsonl") with { Values = formats };
}
