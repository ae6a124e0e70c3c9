using System.Text.Json;
using Demarche.Language;

namespace Demarche.Formats.Json;

/// <summary>Writes spans of one document: the quoted words with their offsets in code points.</summary>
internal readonly struct SpanWriter(string text, CodePoints points)
{
    /// <summary><c>"text":…,"start":…,"end":…</c> inside the current object; all null where there is no span.</summary>
    public void Quoted(Utf8JsonWriter json, Span? span)
    {
        if (span is not { } s)
        {
            json.WriteNull("text"u8);
            json.WriteNull("start"u8);
            json.WriteNull("end"u8);
            return;
        }
        json.WriteString("text"u8, s.In(text));
        Offsets(json, s);
    }

    /// <summary><c>"start":…,"end":…</c> inside the current object.</summary>
    public void Offsets(Utf8JsonWriter json, Span span)
    {
        json.WriteNumber("start"u8, points.Of(span.Start));
        json.WriteNumber("end"u8, points.Of(span.End));
    }

    /// <summary>A member that holds a span as an object, or null.</summary>
    public void Member(Utf8JsonWriter json, ReadOnlySpan<byte> name, Span? span)
    {
        if (span is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        Quoted(json, span);
        json.WriteEndObject();
    }
}
