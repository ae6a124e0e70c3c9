using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Demarche.Coding;
using Demarche.Formats.Json;
using Demarche.Ledger;

namespace Demarche.Formats.Ledger;

/// <summary>What the ledger lists beside its record: reports and their mentions, parties, dyads, search, runs and its own sums.</summary>
public static class ListingJson
{
    public static void Write(Utf8JsonWriter json, DocumentSummary d)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, d.Id);
        RecordJson.Day(json, "date", d.Date);
        json.WriteString("title"u8, d.Title);
        json.WriteString("publisher"u8, d.Publisher);
        json.WriteString("url"u8, d.Url);
        json.WriteNumber("characters"u8, d.Length);
        json.WriteNumber("events"u8, d.Mentions);
        json.WriteString("origin"u8, d.Origin);
        json.WriteString("opening"u8, d.Opening);
        json.WriteEndObject();
    }

    /// <summary>A report with its text and its mentions in text order, offsets in code points of the text.</summary>
    public static void Write(Utf8JsonWriter json, StoredDocument stored, IEnumerable<StoredMention> mentions)
    {
        var d = stored.Document;
        json.WriteStartObject();
        json.WriteString("id"u8, d.Id);
        RecordJson.Day(json, "date", d.Date);
        json.WriteString("title"u8, d.Title);
        json.WriteString("publisher"u8, d.Publisher);
        json.WriteString("url"u8, d.Url);
        json.WriteString("language"u8, d.Language);
        json.WriteString("origin"u8, stored.Origin);
        json.WriteNumber("sentences"u8, stored.Sentences);
        json.WriteString("text"u8, d.Text);
        json.WriteStartArray("mentions"u8);
        var coded = new CodedDocument(d);
        var points = new CodePoints(d.Text);
        foreach (var m in mentions) Write(json, m, coded, points);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A mention as its document tells it, and why it was joined to its event.</summary>
    public static void Write(Utf8JsonWriter json, StoredMention m, CodedDocument document, CodePoints points)
    {
        json.WriteStartObject();
        json.WriteString("of"u8, m.EventId);
        RecordJson.Day(json, "reported", m.Reported);
        json.WriteString("publisher"u8, m.Publisher);
        json.WriteBoolean("reprint"u8, m.Reprint);
        json.WriteString("joined"u8, m.JoinReason);
        json.WriteNumber("join_score"u8, Math.Round(m.JoinScore, 3));
        json.WritePropertyName("mention"u8);
        EventJson.Write(json, document, m.Mention, points);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, LedgerActor a)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, a.Code);
        json.WriteString("name"u8, a.Name);
        json.WriteString("country"u8, a.Country);
        json.WriteNumber("as_source"u8, a.AsSource);
        json.WriteNumber("as_target"u8, a.AsTarget);
        RecordJson.Day(json, "first", a.First);
        RecordJson.Day(json, "last", a.Last);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, DyadVolume d)
    {
        json.WriteStartObject();
        json.WriteString("source"u8, d.Source);
        json.WriteString("target"u8, d.Target);
        json.WriteNumber("events"u8, d.Counts.Total);
        RecordJson.Counts(json, "quads", d.Counts);
        json.WriteNumber("goldstein_sum"u8, Math.Round(d.GoldsteinSum, 4));
        json.WriteNumber("goldstein_mean"u8, Math.Round(d.GoldsteinMean, 4));
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, DyadMove m)
    {
        json.WriteStartObject();
        json.WriteString("a"u8, m.A);
        json.WriteString("b"u8, m.B);
        json.WriteNumber("before"u8, Math.Round(m.Before, 4));
        json.WriteNumber("after"u8, Math.Round(m.After, 4));
        json.WriteNumber("change"u8, Math.Round(m.Change, 4));
        json.WriteNumber("events_before"u8, m.EventsBefore);
        json.WriteNumber("events_after"u8, m.EventsAfter);
        json.WriteEndObject();
    }

    /// <summary>A report that matches; matches in the snippet stand between ⟦ and ⟧.</summary>
    public static void Write(Utf8JsonWriter json, SearchHit hit)
    {
        json.WriteStartObject();
        json.WritePropertyName("document"u8);
        Write(json, hit.Document);
        json.WriteString("snippet"u8, hit.Snippet.Replace('\u0002', '⟦').Replace('\u0003', '⟧'));
        RecordJson.Strings(json, "events", hit.EventIds);
        json.WriteEndObject();
    }

    /// <summary>Facets as an object of objects: name → value → number of reports.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<SearchFacet> facets)
    {
        json.WriteStartObject();
        foreach (var facet in facets)
        {
            json.WriteStartObject(facet.Name);
            foreach (var v in facet.Values) json.WriteNumber(v.Value, v.Count);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, LedgerRun run)
    {
        json.WriteStartObject();
        json.WriteNumber("number"u8, run.Number);
        json.WriteString("started"u8, run.Started.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("ended"u8, run.Ended?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("program"u8, run.Versions.Program);
        json.WriteString("model"u8, run.Versions.Model);
        json.WriteString("knowledge"u8, run.Versions.Knowledge);
        json.WriteBoolean("recoded"u8, run.Recoded);
        json.WriteNumber("documents_added"u8, run.DocumentsAdded);
        json.WriteNumber("documents_changed"u8, run.DocumentsChanged);
        json.WriteNumber("mentions"u8, run.Mentions);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, LedgerSummary s)
    {
        json.WriteStartObject();
        json.WriteNumber("documents"u8, s.Documents);
        json.WriteNumber("mentions"u8, s.Mentions);
        json.WriteNumber("events"u8, s.Events);
        json.WriteNumber("measures"u8, s.Measures);
        json.WriteNumber("exchanges"u8, s.Exchanges);
        json.WriteNumber("corrections"u8, s.Corrections);
        json.WriteNumber("publishers"u8, s.Publishers);
        RecordJson.Day(json, "first", s.First);
        RecordJson.Day(json, "last", s.Last);
        json.WriteNumber("last_change"u8, s.LastChange);
        json.WriteNumber("schema_version"u8, s.SchemaVersion);
        json.WriteNumber("bytes"u8, s.FileBytes);
        json.WriteEndObject();
    }
}
