using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>Small questions to a tree that several steps ask.</summary>
internal static class TreeWalk
{
    /// <summary>The token of a stretch whose governor lies outside; the last nominal one where there are several.</summary>
    public static int HeadOf(ParsedSentence s, int first, int last)
    {
        var found = -1;
        for (var t = first; t <= last; t++)
        {
            var h = s.Tokens[t].Head;
            if (h >= first && h <= last) continue;
            if (found < 0 || s.Tokens[t].Upos is Upos.NOUN or Upos.PROPN) found = t;
        }
        return found < 0 ? last : found;
    }

    /// <summary>The preposition of a nominal in lower case; empty where it has none.</summary>
    public static ReadOnlySpan<char> CaseOf(ParsedSentence s, int token)
    {
        foreach (var c in s.Children(token))
            if (s.Tokens[c].Deprel == Deprel.Case && s.Tokens[c].Xpos != Xpos.POS) return s.Tokens[c].Lemma;
        return [];
    }

    public static bool IsPossessor(ParsedSentence s, int last) =>
        last + 1 < s.Count && s.Tokens[last + 1].Xpos == Xpos.POS;

    public static bool Is(ParsedSentence s, int token, ReadOnlySpan<char> word) =>
        token >= 0 && token < s.Count && s.Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the token is, over conjunctions, the subject of a verb.</summary>
    public static bool IsSubject(ParsedSentence s, int token)
    {
        for (var steps = 0; steps < 6 && token >= 0; steps++)
        {
            var d = s.Tokens[token].Deprel;
            if (d is Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter) return true;
            if (d is not (Deprel.Conj or Deprel.Flat or Deprel.Appos or Deprel.NmodDesc)) return false;
            token = s.Tokens[token].Head;
        }
        return false;
    }
}
