using System.Text.Json;
using Demarche.Coding;
using Demarche.Coding.Events;
using Demarche.Coding.Scoring;
using Demarche.Judging;
using Demarche.Language;

namespace Demarche.Training.Scoring;

/// <summary>A text with the acts that people found in it.</summary>
/// <param name="OneAct">True where the text names one act of it only, by its class and its parties' words: no trigger, no country, and others may be true as well.</param>
internal sealed record GoldText(ParsedDocument Document, IReadOnlyList<GoldAct> Acts, bool OneAct)
{
    /// <summary>The class of the act, none without one.</summary>
    public EventClass Class => Acts.Count == 0 ? EventClass.None : Acts[0].Class;

    /// <summary>Sentences of the field's gold sets: a class and the words of both parties.</summary>
    public static List<GoldText> Sentences(string path, LanguagePipeline pipeline)
    {
        var texts = new List<GoldText>();
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            if (!row.TryGetProperty("plover15", out var of)) continue;
            var text = row.GetProperty("text").GetString()!;
            var act = new GoldAct(new Span(0, text.Length), EventClasses.OfPlover(of.GetString()), "actual", Places(text, row, "src_text"), Places(text, row, "tgt_text"));
            texts.Add(new GoldText(pipeline.Parse(new Document(row.GetProperty("id").GetString()!, text)), [act], OneAct: true));
        }
        return texts;
    }

    /// <summary>Reports of the news with all their acts, by the list of references to them.</summary>
    public static List<GoldText> Reports(string list, string news, LanguagePipeline pipeline)
    {
        var wanted = GoldReport.ReadAll(list);
        var found = wanted.ToDictionary(r => r.Id, _ => (Document?)null);
        foreach (var line in File.ReadLines(news))
        {
            using var json = JsonDocument.Parse(line);
            var id = json.RootElement.GetProperty("id").GetString()!;
            if (found.ContainsKey(id))
                found[id] = new Document(id, json.RootElement.GetProperty("text").GetString()!) { Date = DateOnly.ParseExact(json.RootElement.GetProperty("date").GetString()!, "yyyy-MM-dd") };
        }
        return [.. wanted.Where(r => found[r.Id] is not null).Select(r => new GoldText(pipeline.Parse(found[r.Id]!), [.. r.In(found[r.Id]!.Text).Acts.Select(a => ByPlover(a, found[r.Id]!.Text))], OneAct: false))];
    }

    /// <summary>Which act a reading of a candidate tells, and what of it is right.</summary>
    public ActJudgement Judge(ParsedSentence s, EventCandidate e, ActorMention? source, ActorMention? target) =>
        ActJudge.Judge(new CodedAct(CandidateFeatures.ClassOf(e), e.TriggerSpan, s.Span, Party(source), Party(target)), Acts);

    private static CodedParty? Party(ActorMention? m) => m is null ? null : new CodedParty(m.Span, m.Actor.Name, m.Actor.Country) { Antecedent = m.Antecedent, Cameo = m.Actor.Cameo };

    // The annotators' COOPERATE for signing and the like, and their SANCTION for sanctions, are PLOVER's SUPPORT and COERCE.
    private static GoldAct ByPlover(GoldAct act, string text)
    {
        var words = act.Trigger.In(text).ToString();
        bool Has(params ReadOnlySpan<string> parts)
        {
            foreach (var part in parts)
                if (words.Contains(part, StringComparison.OrdinalIgnoreCase)) return true;
            return false;
        }
        if (act.Class == EventClass.Cooperate && Has("sign", "join", "recogni", "establish", "restor", "normali", "ratif", "approv")) return act with { Class = EventClass.Support };
        if (act.Class == EventClass.Sanction && Has("sanction", "embargo", "tariff", "ban", "freez", "froze", "impos", "restrict")) return act with { Class = EventClass.Coerce };
        return act;
    }

    /// <summary>Where the gold's words stand: as a whole, else each part of an enumeration.</summary>
    private static List<GoldParty> Places(string text, JsonElement row, string field)
    {
        var found = new List<GoldParty>();
        if (!row.TryGetProperty(field, out var value) || value.GetString() is not { Length: > 0 } words) return found;
        if (text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at)
        {
            found.Add(new GoldParty(new Span(at, at + words.Length), GoldParty.ByWords));
            return found;
        }
        foreach (var part in words.Split([";", ",", " and "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (part.Length > 2 && text.IndexOf(part, StringComparison.Ordinal) is >= 0 and var p) found.Add(new GoldParty(new Span(p, p + part.Length), GoldParty.ByWords));
        return found;
    }
}
