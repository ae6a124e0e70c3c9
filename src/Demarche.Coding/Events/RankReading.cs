using System.Text;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>Of what rank those are whom a measure is about, and where they are posted: "its military attaché to Cairo".</summary>
internal static class RankReading
{
    private static readonly Dictionary<string, string> Ranks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ambassador"] = "ambassador",
        ["envoy"] = "envoy",
        ["nuncio"] = "nuncio",
        ["consul"] = "consul",
        ["attaché"] = "attaché",
        ["attache"] = "attaché",
        ["counsellor"] = "counsellor",
        ["counselor"] = "counsellor",
        ["secretary"] = "secretary",
        ["commissioner"] = "commissioner",
        ["chargé"] = "chargé d'affaires",
        ["charge"] = "chargé d'affaires",
        ["diplomat"] = "diplomat",
    };

    // What may stand before the noun as a part of the rank.
    private static readonly HashSet<string> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        "military", "defence", "defense", "naval", "air", "press", "cultural", "commercial", "trade", "political", "economic", "first", "second", "third", "deputy", "acting", "honorary", "high", "senior", "top", "junior",
    };

    /// <summary>The rank in lower case, or null where only diplomats or staff are told of.</summary>
    public static string? Of(ParsedSentence s, int noun)
    {
        if (noun < 0 || !Ranks.TryGetValue(s.Tokens[noun].Lemma, out var rank)) return null;
        var words = new StringBuilder();
        for (var t = noun - 1; t >= 0 && t >= noun - 3 && Parts.Contains(s.Tokens[t].Lemma); t--) words.Insert(0, s.Tokens[t].Lemma.ToLowerInvariant() + " ");
        if (rank == "consul" && noun + 1 < s.Count && s.Form(noun + 1) is "general" or "General") rank = "consul general";
        // "the secretary", "the commissioner" alone is no rank of a mission; a diplomat has one only where it is told.
        return words.Length == 0 && rank is "secretary" or "commissioner" or "diplomat" ? null : words.Append(rank).ToString();
    }

    /// <summary>The words for where they serve: "Cairo", "the embassy in Cairo"; null where it is not told.</summary>
    public static string? Post(ParsedSentence s, int noun)
    {
        if (noun < 0 || !Ranks.ContainsKey(s.Tokens[noun].Lemma) && s.Tokens[noun].Lemma is not ("staff" or "personnel" or "official" or "employee" or "officer" or "member")) return null;
        foreach (var c in s.Children(noun))
        {
            if (s.Tokens[c].Deprel != Deprel.Nmod || c < noun || ClauseReading.CaseOf(s, c) is not ("to" or "in" or "at" or "from")) continue;
            if (s.Tokens[c].Upos != Upos.PROPN && s.Tokens[c].Lemma is not ("embassy" or "consulate" or "mission" or "legation" or "delegation")) continue;
            var (first, last) = (c, c);
            Extent(s, c, ref first, ref last, 0);
            return s.Text[s.Tokens[first].Start..s.Tokens[last].End];
        }
        return null;
    }

    // The phrase without its preposition and without clauses.
    private static void Extent(ParsedSentence s, int token, ref int first, ref int last, int depth)
    {
        if (depth > 3) return;
        foreach (var c in s.Children(token))
        {
            if (depth == 0 && s.Tokens[c].Deprel == Deprel.Case || s.Tokens[c].Deprel is not (Deprel.Case or Deprel.Det or Deprel.Amod or Deprel.Compound or Deprel.Flat or Deprel.Nmod or Deprel.NmodPoss)) continue;
            first = Math.Min(first, c);
            last = Math.Max(last, c);
            Extent(s, c, ref first, ref last, depth + 1);
        }
    }
}
