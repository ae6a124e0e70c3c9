using System.Text.Json;
using Demarche.Coding;
using Demarche.Coding.Mentions;
using Demarche.Coding.Places;
using Demarche.Knowledge;
using Demarche.Knowledge.Text;
using Demarche.Language;

namespace Demarche.Training.Mentions;

/// <summary>
/// Measures the step of mentions alone: whether, inside the words that the gold gives for an actor, a mention (or the owner of a noun)
/// has the gold's country; and for how many of the actors' texts without a code some actor is found.
/// </summary>
internal static class MentionScore
{
    private static readonly Dictionary<string, string> Fix = new() { ["JAP"] = "JPN", ["VTN"] = "VNM", ["ITL"] = "ITA" };
    private static readonly HashSet<string> OrganisationCodes = ["ICC", "IMF", "WTO", "WHO", "OAS", "OIC", "CIS", "GCC", "OSC", "IAE", "ICJ"];

    /// <param name="events">Folder with joint_dev.jsonl and plv_train.jsonl.</param>
    /// <param name="overlay">A knowledge folder to compile instead of the built-in artefact, or null.</param>
    public static int Run(string events, string? models, string? overlay)
    {
        var knowledge = overlay is null ? KnowledgeBase.Load() : KnowledgeBase.FromSources(KnowledgeSources.Read(overlay));
        var pipeline = LanguagePipeline.Load(models);
        var (found, total) = (0, 0);
        foreach (var gold in Lines(Path.Combine(events, "joint_dev.jsonl")))
        {
            if (!gold.TryGetProperty("gsr_type", out _)) continue;
            var text = gold.GetProperty("text").GetString()!;
            var (document, table) = Resolve(text, pipeline, knowledge);
            foreach (var side in new[] { "src", "tgt" })
            {
                if (!gold.TryGetProperty(side, out var actors)) continue;
                foreach (var actor in actors.EnumerateArray())
                {
                    var code = actor.GetProperty("code").GetString()!;
                    code = Fix.GetValueOrDefault(code, code);
                    code = code[..Math.Min(3, code.Length)];
                    var words = actor.GetProperty("text").GetString()!;
                    var countries = Countries(document, table, words);
                    total++;
                    if (countries.Contains(code)) found++;
                    else Console.Error.WriteLine($"{gold.GetProperty("id").GetString()}\t{side}\t{code}\t{words}\t[{string.Join(' ', countries)}]");
                }
            }
        }
        Console.WriteLine($"joint_dev: right country within the gold's words {found} of {total} ({(double)found / total:F3})");
        Coverage(Path.Combine(events, "plv_train.jsonl"), pipeline, knowledge);
        return 0;
    }

    /// <summary>Prints who and where is found in a text, for a look at single cases.</summary>
    public static int Show(string? models, string? overlay, string text)
    {
        var knowledge = overlay is null ? KnowledgeBase.Load() : KnowledgeBase.FromSources(KnowledgeSources.Read(overlay));
        var (document, table) = Resolve(text, LanguagePipeline.Load(models), knowledge);
        foreach (var s in document.Sentences)
            Console.WriteLine(string.Join(' ', s.Tokens.Select((t, i) => $"{i}:{s.Form(i)}/{t.Xpos.Name()}/{t.Head}/{t.Deprel.Name()}")));
        foreach (var m in table.All)
            Console.WriteLine($"{m.Sentence}:{m.Head}	{m.Span.Quote(text)}	{m.Basis}{(m.IsScene ? " scene" : "")}	{string.Join("; ", m.Actors.Select(a => $"{a.Name} {a.Country} {a.Cameo} {a.Role} {a.Person}"))}");
        foreach (var p in PlaceResolver.Resolve(document, knowledge, table).All) Console.WriteLine($"place	{p.Span.Quote(text)}	{p.Name} {p.Admin} {p.Country} {p.Precision}");
        return 0;
    }

    private static void Coverage(string file, LanguagePipeline pipeline, KnowledgeBase knowledge)
    {
        var (any, country, total) = (0, 0, 0);
        foreach (var gold in Lines(file))
        {
            var (document, table) = Resolve(gold.GetProperty("text").GetString()!, pipeline, knowledge);
            foreach (var side in new[] { "src_text", "tgt_text" })
            {
                if (!gold.TryGetProperty(side, out var words) || words.GetString() is not { Length: > 0 } t) continue;
                if (!document.Document.Text.Contains(t, StringComparison.OrdinalIgnoreCase)) continue;
                total++;
                var mentions = Within(document, table, t).ToList();
                if (mentions.Count > 0) any++;
                if (mentions.Any(m => m.Actors.Any(a => a.Country is not null))) country++;
                else Console.Error.WriteLine($"{gold.GetProperty("id").GetString()}\t{side}\t{(mentions.Count > 0 ? "agent" : "none")}\t{t}");
            }
        }
        Console.WriteLine($"plv_train: an actor within the gold's words {any} of {total} ({(double)any / total:F3}), with a country {country} ({(double)country / total:F3})");
    }

    private static (ParsedDocument, MentionTable) Resolve(string text, LanguagePipeline pipeline, KnowledgeBase knowledge)
    {
        var document = pipeline.Parse(new Document("d", text));
        return (document, MentionResolver.Resolve(document, knowledge));
    }

    private static HashSet<string> Countries(ParsedDocument document, MentionTable table, string words)
    {
        var found = new HashSet<string>();
        var parts = words.Split("...", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        // "US forces" for "US and British forces"
        if (!document.Document.Text.Contains(words, StringComparison.OrdinalIgnoreCase)) parts.AddRange(words.Split(' ').Where(w => w.Length > 1 && char.IsUpper(w[0])));
        foreach (var part in parts)
            foreach (var m in Within(document, table, part))
                foreach (var a in m.Actors) found.Add(Code(a));
        return found;
    }

    private static IEnumerable<ActorMention> Within(ParsedDocument document, MentionTable table, string words)
    {
        var at = document.Document.Text.IndexOf(words, StringComparison.Ordinal);
        if (at < 0) at = document.Document.Text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        if (at < 0) yield break;
        var span = new Span(at, at + words.Length);
        foreach (var s in document.Sentences)
        {
            for (var t = 0; t < s.Count; t++)
            {
                if (!span.Overlaps(s.Tokens[t].Span)) continue;
                if (table.At(s.Index, t) is { } m) yield return m;
                if (table.ModifierAt(s.Index, t) is { } adjective) yield return adjective;
                if (s.Tokens[t].Upos is Upos.NOUN or Upos.PROPN)
                    foreach (var owner in table.OwnersOf(s.Index, t)) yield return owner;
            }
        }
    }

    // As score_events.py compares countries.
    private static string Code(ActorIdentity a)
    {
        var c = a.Country ?? "";
        foreach (var k in new[] { "IGO", "NGO", "IMG" })
            if ((c.Length != 3 || OrganisationCodes.Contains(c)) && (a.Sectors.Contains(k) || (a.Cameo ?? "").StartsWith(k, StringComparison.Ordinal))) return k;
        return c.Length > 3 ? c[..3] : c;
    }

    private static IEnumerable<JsonElement> Lines(string file)
    {
        foreach (var line in File.ReadLines(file))
            if (line.Length > 0) yield return JsonDocument.Parse(line).RootElement;
    }
}
