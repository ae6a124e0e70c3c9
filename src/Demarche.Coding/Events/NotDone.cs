using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>
/// What nobody did to anybody: deaths in mishaps ("the bus overturned, killing three", "killed when a bridge collapsed"), harm to oneself, and what
/// somebody is only able to do.
/// </summary>
internal static class NotDone
{
    public static bool Is(ParsedSentence s, EventCandidate e)
    {
        ref readonly var verb = ref s.Tokens[e.Anchor];
        if (verb.Head >= 0 && verb.Xpos == Xpos.VBG && s.Tokens[verb.Head].Lemma is "capable" or "incapable") return true;
        if (string.CompareOrdinal(e.Code, "18") > 0 && !e.IsNominal && s.Child(e.Anchor, Deprel.Obj) is >= 0 and var self && s.Tokens[self].Lemma is "himself" or "herself" or "themselves" or "itself") return true;
        if (e.IsNominal || e.FrameId is not ("kill" or "kill-by-weapon")) return false;
        // "killing three and injuring ten": both are the first one's.
        ref readonly var first = ref verb.Deprel == Deprel.Conj && verb.Xpos == Xpos.VBG ? ref s.Tokens[verb.Head] : ref verb;
        if (first.Deprel is Deprel.Advcl && first.Xpos == Xpos.VBG && first.Head >= 0 && Befall.Contains(s.Tokens[first.Head].Lemma)) return true;
        if (!ClauseReading.IsPassive(s, e.Anchor)) return false;
        foreach (var c in s.Children(e.Anchor))
            if (s.Tokens[c].Deprel == Deprel.Advcl && Befall.Contains(s.Tokens[c].Lemma) && s.Child(c, Deprel.Mark) is >= 0 and var mark && s.Tokens[mark].Lemma is "when" or "as" or "after" or "while") return true;
        return false;
    }

    private static readonly HashSet<string> Befall = new(StringComparer.Ordinal)
    {
        "crash", "collide", "collapse", "capsize", "derail", "overturn", "sink", "plunge", "erupt", "flood", "veer", "topple", "crumble", "swerve", "plummet", "skid", "fall", "catch", "spread",
    };
}
