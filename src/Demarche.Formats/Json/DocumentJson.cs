using System.Globalization;
using System.Text.Json;
using Demarche.Coding;

namespace Demarche.Formats.Json;

/// <summary>Writes a whole coded document as one object: what it is, and its events.</summary>
public static class DocumentJson
{
    public static void Write(Utf8JsonWriter json, CodedDocument document, bool explain = false)
    {
        var d = document.Document;
        var points = new CodePoints(d.Text);
        json.WriteStartObject();
        json.WriteStartObject("document"u8);
        json.WriteString("id"u8, d.Id);
        json.WriteString("date"u8, d.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("title"u8, d.Title);
        json.WriteString("publisher"u8, d.Publisher);
        json.WriteString("url"u8, d.Url);
        json.WriteString("language"u8, d.Language);
        json.WriteNumber("sentences"u8, document.SentenceCount);
        json.WriteEndObject();
        json.WriteStartArray("events"u8);
        foreach (var e in document.Events) EventJson.Write(json, document, e, points, explain);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
