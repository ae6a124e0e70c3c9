using Demarche.Coding.Mentions;
using Demarche.Knowledge.Frames;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>Turns argument tokens into actors: the mention itself, else whose thing it is; conjuncts each count.</summary>
internal sealed class PartyFinder(MentionTable mentions)
{
    /// <summary>Adds the actors of the first slot that has any.</summary>
    public bool Fill(ParsedSentence s, List<Argument> arguments, ReadOnlySpan<int> slots, List<ActorMention> into, List<ActorMention>? not = null)
    {
        // What names only the scene ("in Moscow") is a party only where nothing better is.
        foreach (var scenes in (ReadOnlySpan<bool>)[false, true])
            foreach (var slot in slots)
                foreach (var near in (ReadOnlySpan<bool>)[true, false])
                    foreach (var a in arguments)
                        if (a.Slot == slot && a.Near == near && Add(s, a.Token, into, not, scenes)) return true;
        return false;
    }

    /// <summary>The actors that a noun phrase stands for, or whose the thing is.</summary>
    public bool Add(ParsedSentence s, int token, List<ActorMention> into, List<ActorMention>? not = null, bool scenes = true)
    {
        var before = into.Count;
        One(s, token, into, not, scenes);
        foreach (var c in s.Children(token))
            if (s.Tokens[c].Deprel == Deprel.Conj && s.Tokens[c].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.ADJ) One(s, c, into, not, scenes);
        return into.Count > before;
    }

    public bool IsOrganisation(ParsedSentence s, int token) => mentions.At(s.Index, token) is { } m && m.Actor.IsOrganisation;

    public bool IsHuman(ParsedSentence s, int token) => mentions.At(s.Index, token) is { IsHuman: true };

    public bool IsActor(ParsedSentence s, int token) => mentions.At(s.Index, token) is not null;

    /// <summary>The nearest mention before or after a token that no party has taken.</summary>
    public ActorMention? Nearest(ParsedSentence s, int from, int step, int limit, List<ActorMention> taken, bool foreign = false)
    {
        ActorMention? scene = null;
        for (var t = from + step; t >= 0 && t < s.Count && Math.Abs(t - from) <= limit; t += step)
        {
            var m = mentions.At(s.Index, t) ?? mentions.ModifierAt(s.Index, t);
            if (m is not null && (IsAdjunct(s, m.Head) || IsStray(s, m))) continue;
            if (m is null || taken.Contains(m) || Same(m, taken)) continue;
            if (foreign && (m.Actor.Country is null || taken.Exists(x => x.Actor.Country == m.Actor.Country))) continue;
            if (!m.IsScene) return m;
            scene ??= m;
        }
        return scene;
    }

    // "following the raid by A", "amid B's threats": a circumstance, whoever is named in it.
    private static bool IsAdjunct(ParsedSentence s, int token)
    {
        for (int t = token, steps = 0; t >= 0 && steps < 6 && s.Tokens[t].Upos != Upos.VERB; t = s.Tokens[t].Head, steps++)
            foreach (var c in s.Children(t))
                if (s.Tokens[c].Deprel is Deprel.Case or Deprel.Mark && s.Tokens[c].Lemma is "following" or "amid" or "after" or "since" or "despite" or "during" or "before" or "because" or "like" or "unlike" or "than") return true;
        return false;
    }

    // "the Russian language", "papal visits": an adjective of a thing that is nobody's party.
    private bool IsStray(ParsedSentence s, ActorMention m) =>
        mentions.At(s.Index, m.Head) is null && s.Tokens[m.Head].Deprel is Deprel.Amod or Deprel.Compound && s.Tokens[m.Head].Head is >= 0 and var noun
        && s.Tokens[noun].Lemma is "language" or "culture" or "victory" or "history" or "music" or "film" or "art" or "literature" or "currency" or "holiday" or "origin" or "descent" or "newspaper" or "press" or "time";

    private void One(ParsedSentence s, int token, List<ActorMention> into, List<ActorMention>? not, bool scenes)
    {
        if ((mentions.At(s.Index, token) ?? mentions.ModifierAt(s.Index, token)) is { } m)
        {
            if (Allowed(m, not, scenes) && !into.Contains(m)) into.Add(m);
            return;
        }
        foreach (var owner in mentions.OwnersOf(s.Index, token))
            if (Allowed(owner, not, scenes) && !into.Contains(owner)) into.Add(owner);
    }

    private static bool Allowed(ActorMention m, List<ActorMention>? not, bool scenes) =>
        (scenes || !m.IsScene) && (not is null || !not.Exists(n => n == m || Equal(n, m)));

    // "its embassy" of the source's own, or the source named again.
    private static bool Equal(ActorMention a, ActorMention b) => a.Actor.Name == b.Actor.Name && a.Actor.Country == b.Actor.Country && a.Actor.Cameo == b.Actor.Cameo;

    private static bool Same(ActorMention m, List<ActorMention> taken)
    {
        foreach (var t in taken)
            if (t.Actor.Country is not null && t.Actor.Country == m.Actor.Country && t.Actor.Name == m.Actor.Name) return true;
        return false;
    }

    public static readonly int[] VerbSource = [Slots.Subject];

    public static readonly int[] NounSource = [Slots.Subject, Slots.Possessor, Slots.OfPreposition("by"), Slots.Modifier, Slots.OfPreposition("from"), Slots.OfPreposition("between")];
}
