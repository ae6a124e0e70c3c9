using Demarche.Coding.Mentions;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>Where a passive may name who did it: "by rebels", "in a raid by rebels", "in Israeli raids", "in clashes with rebels", "in an attack claimed by rebels".</summary>
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

    /// <summary>"killed in Israeli raids", "wounded in an attack by rebels": who made the attack did it.</summary>
    public static void Fill(ParsedSentence s, EventCandidate e, MentionTable mentions)
    {
        if (e.Sources.Count > 0 || e.Measure is not null || e.IsNominal || string.CompareOrdinal(e.Code, "18") < 0 || !ClauseReading.IsPassive(s, e.Anchor)) return;
        foreach (var c in s.Children(e.Anchor))
        {
            if (IsFurtherPassive(s, c) && s.Child(c, Deprel.OblAgent) is >= 0 and var agent && mentions.At(s.Index, agent) is { IsScene: false } doer && !e.Targets.Contains(doer))
            {
                e.Sources.Add(doer);
                e.Note($"who is named as the doer of '{s.Form(c).ToString()}' did this too");
                return;
            }
            if (s.Tokens[c].Deprel is not Deprel.Obl || !(Attacks.Contains(s.Tokens[c].Lemma) || Fights.Contains(s.Tokens[c].Lemma)) || TreeWalk.CaseOf(s, c) is not ("in" or "during" or "by" or "from")) continue;
            Makers(s, c, mentions, e);
            if (e.Sources.Count == 0) continue;
            e.Note($"who made the {s.Tokens[c].Lemma} did it");
            return;
        }
    }

    private static void Makers(ParsedSentence s, int attack, MentionTable mentions, EventCandidate e)
    {
        var mutual = Fights.Contains(s.Tokens[attack].Lemma);
        foreach (var c in s.Children(attack))
        {
            var maker = s.Tokens[c].Deprel switch
            {
                Deprel.NmodPoss or Deprel.Amod or Deprel.Compound when c < attack => mentions.ModifierAt(s.Index, c) ?? mentions.At(s.Index, c),
                Deprel.Nmod when TreeWalk.CaseOf(s, c) is "by" || mutual && TreeWalk.CaseOf(s, c) is "with" => mentions.At(s.Index, c),
                _ => null,
            };
            if (maker is { IsScene: false } && !e.Targets.Contains(maker) && !e.Sources.Contains(maker)) e.Sources.Add(maker);
        }
    }

    // "attacked and buried alive by a mob"
    private static bool IsFurtherPassive(ParsedSentence s, int verb) =>
        s.Tokens[verb].Deprel == Deprel.Conj && s.Tokens[verb].Xpos == Xpos.VBN && !ClauseReading.HasOwnSubject(s, verb);

    private static bool Leads(ParsedSentence s, ActorMention m, int top)
    {
        if (s.Tokens[top].Deprel == Deprel.OblAgent) return true;
        if (s.Tokens[top].Deprel is not (Deprel.Obl or Deprel.OblUnmarked or Deprel.Nmod)) return false;
        var preposition = TreeWalk.CaseOf(s, top);
        if (preposition is "by" or "from" or "under") return true;
        return top != m.Head && !m.IsScene && preposition is "in" or "during" or "after" or "following" or "amid" or "through";
    }

    private static readonly HashSet<string> Attacks = new(StringComparer.Ordinal)
    {
        "attack", "airstrike", "strike", "raid", "bombing", "bombardment", "shelling", "shooting", "offensive", "assault", "ambush", "operation", "incursion", "invasion", "fire", "gunfire",
    };

    private static readonly HashSet<string> Fights = new(StringComparer.Ordinal)
    {
        "clash", "battle", "fighting", "firefight", "gunfight", "shootout", "skirmish", "confrontation", "encounter",
    };

    private static readonly HashSet<string> Carried = new(StringComparer.Ordinal)
    {
        "claim", "carry", "launch", "conduct", "stage", "commit", "perpetrate", "mount", "fire", "drop", "lead", "order", "run", "set", "plant",
    };
}
