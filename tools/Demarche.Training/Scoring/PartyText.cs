using System.Text.Json;
using Demarche.Coding.Scoring;
using Demarche.Language;

namespace Demarche.Training.Scoring;

/// <summary>A text with its class and the places of its gold parties.</summary>
internal sealed record PartyText(ParsedDocument Document, EventClass Class, IReadOnlyList<Span> Sources, IReadOnlyList<Span> Targets)
{
    public static List<PartyText> Read(string path, LanguagePipeline pipeline)
    {
        var texts = new List<PartyText>();
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            if (!row.TryGetProperty("plover15", out var of)) continue;
            var text = row.GetProperty("text").GetString()!;
            texts.Add(new PartyText(
                pipeline.Parse(new Document(row.GetProperty("id").GetString()!, text)), EventClasses.OfPlover(of.GetString()), Places(text, row, "src_text"), Places(text, row, "tgt_text")));
        }
        return texts;
    }

    /// <summary>Where the gold's words stand: as a whole, else each part of an enumeration.</summary>
    private static List<Span> Places(string text, JsonElement row, string field)
    {
        var found = new List<Span>();
        if (!row.TryGetProperty(field, out var value) || value.GetString() is not { Length: > 0 } words) return found;
        if (text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at)
        {
            found.Add(new Span(at, at + words.Length));
            return found;
        }
        foreach (var part in words.Split([";", ",", " and "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (part.Length > 2 && text.IndexOf(part, StringComparison.Ordinal) is >= 0 and var p) found.Add(new Span(p, p + part.Length));
        return found;
    }
}
