using Demarche.Coding.Mentions;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>Where a passive may name who did it: "by rebels", "in a raid by rebels", "in Israeli raids", "in an attack claimed by rebels".</summary>
internal static class PassiveAgent
{
    public static bool IsIn(ParsedSentence s, ActorMention m, int verb)
    {
        // "released on their return"
        if (s.Tokens[m.Head].Xpos == Xpos.PRPS) return false;
        for (int t = m.Head, steps = 0; t >= 0 && steps < 10; t = s.Tokens[t].Head, steps++)
        {
            if (s.Tokens[t].Head == verb) return Leads(s, m, t);
            if (t != m.Head && s.Tokens[t].Upos == Upos.VERB && !Carried.Contains(s.Tokens[t].Lemma)) return false;
        }
        return false;
    }

    private static bool Leads(ParsedSentence s, ActorMention m, int top)
    {
        if (s.Tokens[top].Deprel == Deprel.OblAgent) return true;
        if (s.Tokens[top].Deprel is not (Deprel.Obl or Deprel.OblUnmarked or Deprel.Nmod)) return false;
        var preposition = TreeWalk.CaseOf(s, top);
        if (preposition is "by" or "from" or "under") return true;
        return top != m.Head && !m.IsScene && preposition is "in" or "during" or "after" or "following" or "amid" or "through";
    }

    private static readonly HashSet<string> Carried = new(StringComparer.Ordinal)
    {
        "claim", "carry", "launch", "conduct", "stage", "commit", "perpetrate", "mount", "fire", "drop", "lead", "order", "run", "set", "plant",
    };
}
