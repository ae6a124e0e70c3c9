using System.Text.Json;
using Demarche.Formats.Codes;
using Demarche.Formats.Json;
using Demarche.Ledger;

namespace Demarche.Formats.Ledger;

/// <summary>JSONL of events, GeoJSON, W3C Web Annotation and FollowTheMoney.</summary>
public static class WebFormats
{
    /// <summary>Our own records, one a line.</summary>
    public static void WriteJsonLines(Stream output, IEnumerable<ExportRecord> records) =>
        Lines(output, records, (json, r) => RecordJson.Write(json, r.Event));

    /// <summary>One FeatureCollection (RFC 7946); an event without a place has <c>"geometry": null</c>.</summary>
    public static void WriteGeoJson(Stream output, IEnumerable<ExportRecord> records)
    {
        using var json = new Utf8JsonWriter(output, JsonOutput.Line);
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        json.WriteStartArray("features"u8);
        foreach (var r in records)
        {
            WriteFeature(json, r.Event);
            if (json.BytesPending > 1 << 16) json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>An event as a GeoJSON feature.</summary>
    public static void WriteFeature(Utf8JsonWriter json, LedgerEvent e)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteString("id"u8, e.Id);
        if (e.Place is { Latitude: { } lat, Longitude: { } lon })
        {
            json.WriteStartObject("geometry"u8);
            json.WriteString("type"u8, "Point"u8);
            json.WriteStartArray("coordinates"u8);
            json.WriteNumberValue(Math.Round(lon, 6));
            json.WriteNumberValue(Math.Round(lat, 6));
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else json.WriteNull("geometry"u8);
        json.WritePropertyName("properties"u8);
        RecordJson.Write(json, e);
        json.WriteEndObject();
    }

    /// <summary>
    /// One annotation a line (JSON-LD of the W3C Web Annotation data model): the body is the event, the target the trigger's words, by
    /// position in code points and by quote with 32 characters around.
    /// </summary>
    public static void WriteAnnotations(Stream output, IEnumerable<ExportRecord> records) => Lines(output, records, (json, r) =>
    {
        const int Around = 32;
        var text = r.Document.Text;
        var span = r.Mention.Trigger;
        var points = new CodePoints(text);
        var before = Boundary(text, Math.Max(0, span.Start - Around));
        var after = Boundary(text, Math.Min(text.Length, span.End + Around));
        json.WriteStartObject();
        json.WriteString("@context"u8, "http://www.w3.org/ns/anno.jsonld"u8);
        json.WriteString("id"u8, $"urn:demarche:event:{r.Event.Id}:mention:{Uri.EscapeDataString(r.Mention.Id)}");
        json.WriteString("type"u8, "Annotation"u8);
        json.WriteString("motivation"u8, "classifying"u8);
        json.WriteStartArray("body"u8);
        json.WriteStartObject();
        json.WriteString("type"u8, "TextualBody"u8);
        json.WriteString("purpose"u8, "tagging"u8);
        json.WriteString("format"u8, "text/plain"u8);
        json.WriteString("value"u8, $"{r.Event.Source?.Name ?? "?"} > {r.Event.Target?.Name ?? "?"}: {r.Event.Type.Cameo} {r.Event.Type.Label}");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type"u8, "Dataset"u8);
        json.WriteString("format"u8, "application/json"u8);
        json.WritePropertyName("value"u8);
        RecordJson.Write(json, r.Event);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("target"u8);
        json.WriteString("source"u8, r.Document.Url ?? $"urn:demarche:document:{Uri.EscapeDataString(r.Document.Id)}");
        json.WriteStartArray("selector"u8);
        json.WriteStartObject();
        json.WriteString("type"u8, "TextPositionSelector"u8);
        json.WriteNumber("start"u8, points.Of(span.Start));
        json.WriteNumber("end"u8, points.Of(span.End));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type"u8, "TextQuoteSelector"u8);
        json.WriteString("exact"u8, span.In(text));
        json.WriteString("prefix"u8, text.AsSpan(before, span.Start - before));
        json.WriteString("suffix"u8, text.AsSpan(span.End, after - span.End));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>
    /// FollowTheMoney entities, one a line: parties as PublicBody or Organization, each once, before the Event entities that involve
    /// them. Its schema has no sender and receiver, no count, status or confidence: those stand in the summary.
    /// </summary>
    public static void WriteFollowTheMoney(Stream output, IEnumerable<ExportRecord> records)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        Lines(output, records.SelectMany(Entities), (json, write) => write(json));

        IEnumerable<Action<Utf8JsonWriter>> Entities(ExportRecord r)
        {
            foreach (var party in new[] { r.Event.Source, r.Event.Target })
                if (party is not null && known.Add(party.Code)) yield return json => Party(json, party);
            yield return json => Event(json, r);
        }
    }

    private static void Party(Utf8JsonWriter json, LedgerParty party)
    {
        var country = CountryCodes.Find(party.Country);
        Entity(json, $"demarche-party-{party.Code}", country is not null ? "PublicBody" : "Organization", () =>
        {
            Property(json, "name", country?.Name ?? party.Name);
            if (country is not null) Property(json, "country", country.Alpha2.ToLowerInvariant());
        });
    }

    private static void Event(Utf8JsonWriter json, ExportRecord r) => Entity(json, $"demarche-event-{r.Event.Id}", "Event", () =>
    {
        var e = r.Event;
        Property(json, "name", $"{e.Source?.Name ?? "?"} > {e.Target?.Name ?? "?"}: {e.MeasureKind ?? e.Type.Label}");
        if (e.Day is { } day) Property(json, "date", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (e.Place is { } place)
        {
            Property(json, "location", place.Name);
            if (CountryCodes.Find(place.Country) is { } country) Property(json, "country", country.Alpha2.ToLowerInvariant());
        }
        var involved = new[] { e.Source, e.Target }.OfType<LedgerParty>().Select(p => $"demarche-party-{p.Code}").Distinct().ToArray();
        if (involved.Length > 0) Property(json, "involved", involved);
        if (e.Source is { } organizer) Property(json, "organizer", $"demarche-party-{organizer.Code}");
        Property(json, "summary", FormattableString.Invariant($"{e.Status.Name()}; CAMEO {e.Type.Cameo}; count {e.Count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "not stated"}; confidence {e.Confidence:0.00}; {e.Reports} independent reports"));
        Property(json, "description", e.Sentence);
        if (r.Document.Url is { } url) Property(json, "sourceUrl", url);
        if (!e.Publishers.IsEmpty) Property(json, "publisher", [.. e.Publishers]);
    });

    private static void Entity(Utf8JsonWriter json, string id, string schema, Action properties)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteString("schema"u8, schema);
        json.WriteStartObject("properties"u8);
        properties();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Property(Utf8JsonWriter json, string name, params string[] values)
    {
        json.WriteStartArray(name);
        foreach (var v in values) json.WriteStringValue(v);
        json.WriteEndArray();
    }

    /// <summary>Does not cut a surrogate pair in two.</summary>
    private static int Boundary(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static void Lines<T>(Stream output, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        using var json = new Utf8JsonWriter(output, JsonOutput.Line);
        foreach (var item in items)
        {
            write(json, item);
            json.Flush();
            json.Reset();
            output.WriteByte((byte)'\n');
        }
    }
}
