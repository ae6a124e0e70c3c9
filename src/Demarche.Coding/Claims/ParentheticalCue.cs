using Demarche.Language;

namespace Demarche.Coding.Claims;

/// <summary>
/// Cues that stand aside of what is said: "He left, she said.", "The deal, said the minister, is dead." Read by position, because trees of
/// such sentences are the least reliable.
/// </summary>
internal static class ParentheticalCue
{
    public static (Span Content, int Source)? Read(ParsedSentence s, int v)
    {
        if (s.Tokens[v].Xpos is not (Xpos.VBD or Xpos.VBZ or Xpos.VBP)) return null;
        var (first, source) = Left(s, v);
        if (source < 0)
        {
            first = v;
            source = Inverted(s, v);
        }

        if (source < 0 || first < 3) return null;
        var before = first - 1;
        if (ClauseTree.IsQuoteMark(s, before)) before--;
        if (before < 2 || s.Form(before) is not ("," or "." or "!" or "?" or "…" or "--" or "—") && before == first - 1) return null;
        if (!HasPredicate(s, 0, before - 1) || HasComplement(s, v)) return null;
        // A subordinate clause before the comma is not what is said: "When asked, she said no."
        if (s.Tokens[0].Upos == Upos.SCONJ && s.Tokens[v].Deprel == Deprel.Root && !EndsSentence(s, v, source)) return null;
        var start = 0;
        var last = first - 1;
        var after = AfterCue(s, v, source);
        if (after < s.Count && s.Form(after) is "," && HasPredicate(s, after, s.Count - 1) && !HasPredicate(s, 0, before - 1)) last = s.Count - 1;
        return (ClauseTree.Trimmed(s, start, last), source);
    }

    /// <summary>"said the minister": the nominal after a verb that a comma or a quotation mark leads, or -1.</summary>
    public static int Inverted(ParsedSentence s, int v)
    {
        if (v == 0 || !(s.Form(v - 1) is "," or "." or "?" or "!" || ClauseTree.IsQuoteMark(s, v - 1))) return -1;
        for (var t = v + 1; t < s.Count && t <= v + 8; t++)
        {
            ref readonly var w = ref s.Tokens[t];
            if (w.Upos is Upos.PUNCT && s.Form(t) is not ("." or "-" or "\"") || w.Upos is Upos.VERB or Upos.SCONJ or Upos.ADP) return -1;
            if (w.Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && (w.Head <= v || w.Head >= s.Count || s.Tokens[w.Head].Upos is not (Upos.NOUN or Upos.PROPN))) return t;
        }

        return -1;
    }

    // ", she said" and ", the minister said": the subject stands directly before the verb.
    private static (int First, int Source) Left(ParsedSentence s, int v)
    {
        var t = v - 1;
        while (t > 0 && s.Tokens[t].Upos is Upos.AUX or Upos.ADV) t--;
        if (t < 0 || s.Tokens[t].Upos is not (Upos.PRON or Upos.PROPN or Upos.NOUN) || s.Tokens[t].Xpos is Xpos.WP or Xpos.WDT) return (v, -1);
        var source = ClauseTree.SubjectOf(s, v) is >= 0 and var subject && subject <= t ? subject : t;
        var (first, _) = ClauseTree.Extent(s, source);
        if (s.Tokens[source].Upos == Upos.PRON) first = source;
        // Back to the mark that parts the cue from what is said.
        for (var i = Math.Min(source, t); i >= 0 && i >= t - 12; i--)
        {
            if (s.Tokens[i].Upos is Upos.VERB or Upos.SCONJ) return (v, -1);
            if (s.Form(i) is "," || ClauseTree.IsQuoteMark(s, i)) return (i + 1, source);
        }

        return (first, source);
    }

    private static bool HasPredicate(ParsedSentence s, int first, int last)
    {
        for (var t = first; t <= last; t++)
            if (s.Tokens[t].Upos is Upos.VERB or Upos.AUX && s.Tokens[t].Xpos is not (Xpos.VBG or Xpos.VBN)) return true;
        return false;
    }

    private static bool HasComplement(ParsedSentence s, int v)
    {
        foreach (var c in s.Children(v))
            if (c > v && (s.Tokens[c].Deprel == Deprel.Ccomp || (s.Tokens[c].Deprel == Deprel.Xcomp && ClauseTree.HasTo(s, c))) && s.Tokens[c].Xpos != Xpos.VBG) return true;
        return v + 1 < s.Count && s.Form(v + 1) is "that" or ":";
    }

    private static bool EndsSentence(ParsedSentence s, int v, int source) => AfterCue(s, v, source) is var t && (t >= s.Count || s.Form(t) is "." or "!" or "?");

    private static int AfterCue(ParsedSentence s, int v, int source) => (source > v ? ClauseTree.Extent(s, source).Last : v) + 1;
}
