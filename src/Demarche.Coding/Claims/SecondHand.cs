using Demarche.Language;

namespace Demarche.Coding.Claims;

/// <summary>Agencies and newspapers: they hand on what others say. A claim inside theirs came by way of them.</summary>
internal static class SecondHand
{
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "newspaper", "paper", "daily", "weekly", "magazine", "broadcaster", "network", "television", "tv", "radio", "press", "media", "outlet", "tabloid", "journal", "website",
    };

    /// <summary>Letters of the outer content, at most, that are not of the claim handed on.</summary>
    private const int Slack = 12;

    public static bool Is(ParsedDocument document, ClaimDraft draft, Claim claim)
    {
        foreach (var actor in claim.Speakers)
            if (actor.Sectors.Contains("MED")) return true;
        if (draft.SourceToken < 0) return false;
        var s = document.Sentences[draft.SourceSentence ?? draft.Sentence];
        var lemma = s.Tokens[draft.SourceToken].Lemma;
        if (Nouns.Contains(lemma.ToLowerInvariant())) return true;
        return lemma is "agency" or "service" && HasNewsBefore(s, draft.SourceToken) || NamesOutlet(s, draft.SourceToken);
    }

    /// <summary>Tells of each claim in how many others it stands, and gives one inside a second-hand claim the source that handed it on.</summary>
    public static List<Claim> Mark(List<(Claim Claim, bool Media)> claims)
    {
        var marked = new List<Claim>(claims.Count);
        foreach (var (claim, medium) in claims)
        {
            // "Norland said it would stay, the agency reports": the agency only hands on what Norland said.
            if (medium && claims.Exists(c => Relays(claim, c.Claim)))
            {
                marked.Add(claim with { HandsOn = true });
                continue;
            }

            Span? via = null;
            var depth = 0;
            var length = int.MaxValue;
            foreach (var (outer, media) in claims)
            {
                if (outer.Content.Start > claim.Content.Start) break;
                if (!IsInside(claim, outer)) continue;
                if (!(media && Relays(outer, claim))) depth++;
                if (!media || outer.Source is null || outer.Content.Length >= length) continue;
                via = outer.Source;
                length = outer.Content.Length;
            }

            marked.Add(depth == 0 && via is null ? claim : claim with { Via = via, Depth = depth });
        }

        return marked;
    }

    private static bool IsInside(Claim inner, Claim outer) =>
        !ReferenceEquals(inner, outer) && outer.Content.Contains(inner.Content) && outer.Content.Length > inner.Content.Length
        && inner.Cue is { } cue && (outer.Content.Contains(cue) || cue.Start > outer.Content.End) && outer.Cue != inner.Cue;

    /// <summary>True where the outer claim's whole content is that the inner one was made.</summary>
    private static bool Relays(Claim outer, Claim inner)
    {
        if (!IsInside(inner, outer) || inner.CueClass is "promises" or "wants" or "believes" or "knows" || inner.Source is not { } source || inner.Cue is not { } cue || !outer.Content.Contains(source) || !outer.Content.Contains(cue)) return false;
        var whole = inner.Content.Union(source).Union(cue);
        return outer.Content.Length - whole.Length <= Slack && outer.Source != inner.Source;
    }

    private static bool HasNewsBefore(ParsedSentence s, int token)
    {
        foreach (var c in s.Children(token))
            if (s.Tokens[c].Lemma is "news" or "News" or "wire" or "press") return true;
        // "the international agency Reuters"
        return s.Tokens[token].Lemma == "agency" && token + 1 < s.Count && s.Tokens[token + 1].Upos == Upos.PROPN;
    }

    private static bool NamesOutlet(ParsedSentence s, int token)
    {
        foreach (var c in s.Children(token))
            if (Nouns.Contains(s.Tokens[c].Lemma.ToLowerInvariant()) || (s.Tokens[c].Lemma == "agency" && s.Tokens[c].Deprel is Deprel.Compound or Deprel.NmodDesc or Deprel.Appos)) return true;
        return false;
    }
}
