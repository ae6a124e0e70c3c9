using System.Text.Json;
using Demarche.Coding;
using Demarche.Formats.Json;
using Demarche.Ledger;

namespace Demarche.Formats.Ledger;

/// <summary>What people have reviewed: as gold for evaluation, and as labelled readings for training the scorer.</summary>
public static class GoldFormat
{
    /// <summary>
    /// Accepted and edited events, one a line, with their sentence as the text: id, date, text, plover15, cameo, src, tgt and, for a
    /// measure, measures, as the gold files of the evaluation have them. Rejected ones are given without an event.
    /// </summary>
    public static void WriteGold(Stream output, IEnumerable<ExportRecord> records)
    {
        using var json = new Utf8JsonWriter(output, JsonOutput.Line);
        foreach (var r in records.Where(r => r.Event.Review != ReviewState.Proposed))
        {
            var e = r.Event;
            var rejected = e.Review == ReviewState.Rejected;
            json.WriteStartObject();
            json.WriteString("id"u8, e.Id);
            json.WriteString("date"u8, r.Document.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("text"u8, e.Sentence);
            json.WriteString("review"u8, e.Review.ToString().ToLowerInvariant());
            json.WriteString("plover15"u8, rejected ? null : e.Type.Plover?.Type);
            json.WriteString("cameo"u8, rejected ? null : e.Type.Cameo);
            Parties(json, "src", rejected ? null : e.Source);
            Parties(json, "tgt", rejected ? null : e.Target);
            json.WriteStartArray("measures"u8);
            if (!rejected && e.MeasureKind is not null)
            {
                json.WriteStartObject();
                json.WriteString("sender"u8, e.Source?.Code);
                json.WriteString("target"u8, e.Target?.Code);
                json.WriteString("kind"u8, e.MeasureKind);
                if (e.Count is { } n) json.WriteNumber("count"u8, n);
                else json.WriteNull("count"u8);
                json.WriteString("status"u8, e.Status.Name());
                json.WriteEndObject();
            }
            json.WriteEndArray();
            End(json, output);
        }
    }

    /// <summary>Reviewed readings as the coder made them, spans in code points of the sentence, each with the label that review gives it.</summary>
    public static void WriteTraining(Stream output, IEnumerable<ExportRecord> records)
    {
        using var json = new Utf8JsonWriter(output, JsonOutput.Line);
        foreach (var r in records.Where(r => r.Event.Review != ReviewState.Proposed))
        {
            var m = r.Mention;
            var start = m.SentenceSpan.Start;
            var sentence = m.SentenceSpan.Quote(r.Document.Text);
            var points = new CodePoints(sentence);
            json.WriteStartObject();
            json.WriteString("document"u8, r.Document.Id);
            json.WriteString("text"u8, sentence);
            json.WriteString("frame"u8, m.Frame);
            json.WriteString("cameo"u8, m.Type.Cameo);
            Span("trigger", m.Trigger);
            Span("source", m.Source?.Span);
            Span("target", m.Target?.Span);
            json.WriteNumber("confidence"u8, m.Confidence);
            json.WriteString("label"u8, r.Event.Review switch { ReviewState.Accepted => "right", ReviewState.Rejected => "wrong", _ => "edited" });
            End(json, output);

            void Span(string name, Language.Span? span)
            {
                // A party may stand in another sentence.
                if (span is not { } s || !m.SentenceSpan.Contains(s))
                {
                    json.WriteNull(name);
                    return;
                }
                json.WriteStartArray(name);
                json.WriteNumberValue(points.Of(s.Start - start));
                json.WriteNumberValue(points.Of(s.End - start));
                json.WriteEndArray();
            }
        }
    }

    private static void Parties(Utf8JsonWriter json, string name, LedgerParty? party)
    {
        json.WriteStartArray(name);
        if (party is not null)
        {
            json.WriteStartObject();
            json.WriteString("code"u8, party.Cameo ?? party.Code);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void End(Utf8JsonWriter json, Stream output)
    {
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        output.WriteByte((byte)'\n');
    }
}
