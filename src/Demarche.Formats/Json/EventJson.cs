using System.Globalization;
using System.Text.Json;
using Demarche.Coding;
using Demarche.Knowledge;

namespace Demarche.Formats.Json;

/// <summary>
/// Writes events by the contract: one object an event, offsets in Unicode code points with the quoted words beside them,
/// null where something is absent.
/// </summary>
public static class EventJson
{
    /// <summary>Writes one event as an object. The caller opens and flushes the writer.</summary>
    /// <param name="explain">Also write <c>explanation</c>, the steps that made the event.</param>
    public static void Write(Utf8JsonWriter json, CodedDocument document, EventMention e, CodePoints points, bool explain = false)
    {
        var text = document.Document.Text;
        var spans = new SpanWriter(text, points);
        json.WriteStartObject();
        json.WriteString("id"u8, e.Id);
        json.WriteString("document"u8, document.Document.Id);
        json.WriteNumber("sentence"u8, e.Sentence);
        json.WriteString("text"u8, e.SentenceSpan.In(text));
        Party(json, "source"u8, e.Source, spans);
        Party(json, "target"u8, e.Target, spans);
        Type(json, e.Type);
        json.WriteStartObject("trigger"u8);
        spans.Quoted(json, e.Trigger);
        json.WriteEndObject();
        Measure(json, e.Measure, spans);
        Date(json, "date"u8, e.Date, spans);
        Place(json, e.Place, spans);
        json.WriteString("status"u8, e.Status.Name());
        json.WriteBoolean("background"u8, e.Background);
        Attribution(json, e.Attribution, spans);
        json.WriteNumber("confidence"u8, Math.Round(e.Confidence, 3));
        json.WriteString("frame"u8, e.Frame);
        if (explain) Explanation(json, e);
        json.WriteEndObject();
    }

    private static void Party(Utf8JsonWriter json, ReadOnlySpan<byte> name, EventParty? party, SpanWriter spans)
    {
        if (party is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        spans.Quoted(json, party.Span);
        Identity(json, party.Actor);
        json.WriteEndObject();
    }

    /// <summary>The members of an actor inside the current object.</summary>
    internal static void Identity(Utf8JsonWriter json, ActorIdentity actor)
    {
        json.WriteString("name"u8, actor.Name);
        json.WriteString("country"u8, actor.Country);
        json.WriteStartArray("sectors"u8);
        foreach (var s in actor.Sectors) json.WriteStringValue(s);
        json.WriteEndArray();
        json.WriteString("cameo"u8, actor.Cameo);
        if (actor.Role is not null) json.WriteString("role"u8, actor.Role);
        if (actor.Person is not null) json.WriteString("person"u8, actor.Person);
    }

    /// <summary>The member <c>event</c> of the current object.</summary>
    internal static void Type(Utf8JsonWriter json, EventType type)
    {
        json.WriteStartObject("event"u8);
        json.WriteString("cameo"u8, type.Cameo);
        json.WriteString("label"u8, type.Label);
        if (type.Plover is { } plover)
        {
            json.WriteStartObject("plover"u8);
            json.WriteString("type"u8, plover.Type);
            json.WriteString("mode"u8, plover.Mode);
            json.WriteStartArray("contexts"u8);
            if (!plover.Contexts.IsDefault)
                foreach (var c in plover.Contexts) json.WriteStringValue(c);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("plover"u8);
        }
        json.WriteNumber("quad"u8, type.Quad);
        json.WriteNumber("goldstein"u8, type.Goldstein);
        json.WriteEndObject();
    }

    private static void Measure(Utf8JsonWriter json, MeasureDetail? measure, SpanWriter spans)
    {
        if (measure is null)
        {
            json.WriteNull("measure"u8);
            return;
        }
        json.WriteStartObject("measure"u8);
        json.WriteString("kind"u8, measure.Kind);
        Count(json, measure.Count, measure.Range);
        Date(json, "effective"u8, measure.Effective, spans);
        if (measure.Deadline is not null) Date(json, "deadline"u8, measure.Deadline, spans);
        if (measure.Rank is not null) json.WriteString("rank"u8, measure.Rank);
        if (measure.Post is not null) json.WriteString("post"u8, measure.Post);
        if (measure.Reason is not null) spans.Member(json, "reason"u8, measure.Reason);
        Response(json, measure.Response, spans);
        json.WriteEndObject();
    }

    /// <summary>The members <c>count</c> and, where one was told, <c>range</c>.</summary>
    internal static void Count(Utf8JsonWriter json, long? count, CountRange? range)
    {
        if (count is { } n) json.WriteNumber("count"u8, n);
        else json.WriteNull("count"u8);
        if (range is not { } between) return;
        json.WriteStartArray("range"u8);
        json.WriteNumberValue(between.Low);
        json.WriteNumberValue(between.High);
        json.WriteEndArray();
    }

    private static void Response(Utf8JsonWriter json, MeasureResponse? response, SpanWriter spans)
    {
        if (response is null)
        {
            json.WriteNull("response"u8);
            return;
        }
        json.WriteStartObject("response"u8);
        spans.Member(json, "cue"u8, response.Cue);
        spans.Quoted(json, response.Span);
        json.WriteString("to"u8, response.To);
        json.WriteEndObject();
    }

    private static void Date(Utf8JsonWriter json, ReadOnlySpan<byte> name, EventDate? date, SpanWriter spans)
    {
        if (date is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        spans.Quoted(json, date.Span);
        Span<char> day = stackalloc char[10];
        date.Value.TryFormat(day, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteString("value"u8, day);
        json.WriteString("basis"u8, date.Basis.Name());
        json.WriteString("precision"u8, date.Precision.Name());
        if (!day.SequenceEqual(date.Timex)) json.WriteString("timex"u8, date.Timex);
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, EventPlace? place, SpanWriter spans)
    {
        if (place is null)
        {
            json.WriteNull("place"u8);
            return;
        }
        json.WriteStartObject("place"u8);
        spans.Quoted(json, place.Span);
        Location(json, place.Name, place.Country, place.Latitude, place.Longitude, place.Precision);
        json.WriteEndObject();
    }

    /// <summary>The members of a place inside the current object.</summary>
    internal static void Location(Utf8JsonWriter json, string name, string? country, double? lat, double? lon, PlacePrecision precision)
    {
        json.WriteString("name"u8, name);
        json.WriteString("country"u8, country);
        if (lat is { } y) json.WriteNumber("lat"u8, Math.Round(y, 5));
        else json.WriteNull("lat"u8);
        if (lon is { } x) json.WriteNumber("lon"u8, Math.Round(x, 5));
        else json.WriteNull("lon"u8);
        json.WriteString("precision"u8, precision.Name());
    }

    private static void Attribution(Utf8JsonWriter json, Attribution attribution, SpanWriter spans)
    {
        json.WriteStartObject("attribution"u8);
        Party(json, "speaker"u8, attribution.Speaker, spans);
        spans.Member(json, "cue"u8, attribution.Cue);
        json.WriteBoolean("asserted"u8, attribution.Asserted);
        if (attribution.Via is not null) spans.Member(json, "via"u8, attribution.Via);
        json.WriteEndObject();
    }

    private static void Explanation(Utf8JsonWriter json, EventMention e)
    {
        json.WriteStartArray("explanation"u8);
        if (!e.Explanation.IsDefault)
            foreach (var step in e.Explanation) json.WriteStringValue(step);
        json.WriteEndArray();
    }
}
