using System.Collections.Immutable;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>
/// Finds what a pronoun stands for: agreement in number and in person or thing first, then nearness and syntactic rank (a subject before an object
/// before the rest), in the manner of Lappin and Leass, "An algorithm for pronominal anaphora resolution" (1994).
/// </summary>
internal static class Pronouns
{
    public enum Kind : byte
    {
        None,
        Person,
        Thing,
        Plural,
    }

    public static Kind KindOf(ParsedSentence s, int token)
    {
        ref readonly var t = ref s.Tokens[token];
        if (t.Upos != Upos.PRON || t.Deprel == Deprel.Expl || s.Form(token).Length > 10) return Kind.None;
        Span<char> lower = stackalloc char[10];
        var n = s.Form(token).ToLowerInvariant(lower);
        return lower[..n] switch
        {
            "he" or "she" or "him" or "his" or "her" or "himself" or "herself" or "hers" => Kind.Person,
            "it" or "its" or "itself" => Kind.Thing,
            "they" or "their" or "them" or "themselves" or "theirs" => Kind.Plural,
            _ => Kind.None,
        };
    }

    /// <summary>The draft of a resolved pronoun, or null.</summary>
    public static MentionDraft? Resolve(ParsedSentence s, int token, Kind kind, DocumentMemory memory)
    {
        MentionDraft? best = null;
        var bestScore = int.MinValue;
        foreach (var candidate in memory.Before(s.Index, token))
        {
            if (!Agrees(candidate, kind) || IsCoArgument(s, token, candidate)) continue;
            var score = Score(s, token, kind, candidate);
            if (score <= bestScore) continue;
            bestScore = score;
            best = candidate;
        }
        if (best is null || !best.IsResolved) return null;
        var actors = kind == Kind.Plural ? Conjoined(best, memory, s.Index, token) : best.Actors;
        return new MentionDraft(s, token, token, token)
        {
            Actors = actors,
            Basis = "pronoun",
            Antecedent = best.Antecedent is { } earlier && best.Basis == "pronoun" ? earlier : best.Span,
            IsHuman = best.IsHuman,
            IsPlural = kind == Kind.Plural,
        };
    }

    private static bool Agrees(MentionDraft d, Kind kind) => kind switch
    {
        Kind.Person => d is { IsHuman: true, IsPlural: false },
        Kind.Thing => d is { IsHuman: false, IsPlural: false, IsScene: false, UnknownName: null },
        _ => d is { IsPlural: true } || d.Actors.Length > 1 || IsConjoined(d) || (d.IsHuman == false && d.Unit?.Kind is UnitKind.Group or UnitKind.Agent),
    };

    private static int Score(ParsedSentence s, int token, Kind kind, MentionDraft d)
    {
        var distance = s.Index - d.Sentence.Index;
        var score = -10 * distance;
        if (TreeWalk.IsSubject(d.Sentence, d.Head)) score += 8;
        else if (d.Sentence.Tokens[d.Head].Deprel is Deprel.Obj or Deprel.Iobj) score += 3;
        if (kind == Kind.Plural && (d.IsPlural || IsConjoined(d))) score += 4;
        if (d.IsScene) score -= 6;
        // Of equals in one sentence, for a possessive the nearer one.
        if (distance == 0) score += 2 - Math.Min(2, (token - d.Head) / 10);
        return score;
    }

    // "Russia accused it" is not of Russia.
    private static bool IsCoArgument(ParsedSentence s, int token, MentionDraft d)
    {
        if (d.Sentence.Index != s.Index || s.Tokens[token].Xpos == Xpos.PRPS) return false;
        if (s.Tokens[token].Lemma.EndsWith("self", StringComparison.Ordinal)) return false;
        var g = s.Tokens[token].Head;
        return g >= 0 && s.Tokens[d.Head].Head == g && d.Head != token;
    }

    private static bool IsConjoined(MentionDraft d) =>
        d.Sentence.Child(d.Head, Deprel.Conj) >= 0 || d.Sentence.Tokens[d.Head].Deprel == Deprel.Conj;

    private static ImmutableArray<ActorIdentity> Conjoined(MentionDraft best, DocumentMemory memory, int sentence, int token)
    {
        if (best.IsPlural || !IsConjoined(best)) return best.Actors;
        var top = best.Sentence.Tokens[best.Head].Deprel == Deprel.Conj ? best.Sentence.Tokens[best.Head].Head : best.Head;
        var all = new List<ActorIdentity>();
        foreach (var d in memory.Before(sentence, token).Reverse())
        {
            if (d.Sentence.Index != best.Sentence.Index || !d.IsResolved) continue;
            if (d.Head == top || (d.Sentence.Tokens[d.Head].Deprel == Deprel.Conj && d.Sentence.Tokens[d.Head].Head == top)) all.AddRange(d.Actors);
        }
        return all.Count == 0 ? best.Actors : [.. all.Distinct()];
    }
}
