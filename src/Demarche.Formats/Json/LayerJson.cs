using System.Text.Json;
using Demarche.Coding;
using Demarche.Language;

namespace Demarche.Formats.Json;

/// <summary>Writes the annotation layers by the contract: one object a line, offsets in Unicode code points.</summary>
public static class LayerJson
{
    public static void Time(Utf8JsonWriter json, CodedDocument document, TimeExpression time, CodePoints points)
    {
        var spans = Open(json, document, points);
        spans.Offsets(json, time.Span);
        json.WriteString("text"u8, time.Span.In(document.Document.Text));
        json.WriteString("type"u8, time.Type);
        json.WriteString("value"u8, time.Value);
        json.WriteEndObject();
    }

    public static void Claim(Utf8JsonWriter json, CodedDocument document, Claim claim, CodePoints points)
    {
        var spans = Open(json, document, points);
        spans.Member(json, "content"u8, claim.Content);
        spans.Member(json, "source"u8, claim.Source);
        spans.Member(json, "cue"u8, claim.Cue);
        json.WriteBoolean("quoted"u8, claim.Quoted);
        if (claim.Via is not null) spans.Member(json, "via"u8, claim.Via);
        json.WriteEndObject();
    }

    public static void Actor(Utf8JsonWriter json, CodedDocument document, ActorMention mention, CodePoints points)
    {
        var spans = Open(json, document, points);
        json.WriteNumber("sentence"u8, mention.Sentence);
        spans.Quoted(json, mention.Span);
        json.WriteString("basis"u8, mention.Basis);
        if (mention.Antecedent is not null) spans.Member(json, "antecedent"u8, mention.Antecedent);
        json.WriteStartArray("actors"u8);
        foreach (var actor in mention.Actors)
        {
            json.WriteStartObject();
            EventJson.Identity(json, actor);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Place(Utf8JsonWriter json, CodedDocument document, PlaceMention place, CodePoints points)
    {
        var spans = Open(json, document, points);
        spans.Quoted(json, place.Span);
        EventJson.Location(json, place.Name, place.Country, place.Latitude, place.Longitude, place.Precision);
        if (place.Admin is not null) json.WriteString("admin"u8, place.Admin);
        json.WriteEndObject();
    }

    public static void Measure(Utf8JsonWriter json, CodedDocument document, Measure measure, CodePoints points)
    {
        var spans = Open(json, document, points);
        json.WriteString("kind"u8, measure.Kind);
        json.WriteString("sender"u8, measure.Sender?.Country ?? measure.Sender?.Cameo);
        json.WriteString("target"u8, measure.Target?.Country ?? measure.Target?.Cameo);
        if (measure.Count is { } count) json.WriteNumber("count"u8, count);
        else json.WriteNull("count"u8);
        json.WriteString("status"u8, measure.Status.Name());
        json.WriteBoolean("response"u8, measure.Response);
        spans.Offsets(json, measure.Span);
        json.WriteString("text"u8, measure.Span.In(document.Document.Text));
        json.WriteString("event"u8, measure.EventId);
        json.WriteEndObject();
    }

    private static SpanWriter Open(Utf8JsonWriter json, CodedDocument document, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteString("document"u8, document.Document.Id);
        return new SpanWriter(document.Document.Text, points);
    }
}
