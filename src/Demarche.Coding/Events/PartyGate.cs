using Demarche.Coding.Mentions;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>
/// Takes out parties that no reading can mean, whoever put them in: a scene does not act ("killed in Herat"), whom a passive verb tells of is acted
/// upon, and those who meet somewhere do not meet that place.
/// </summary>
public static class PartyGate
{
    /// <summary>Changes the sources and targets of the candidate; measures are left as their frames have them.</summary>
    public static void Check(ParsedSentence s, EventCandidate e)
    {
        if (e.Measure is not null) return;
        if (e.Sources.RemoveAll(m => IsScene(s, m)) > 0) e.Note("a scene is no source");
        if (!e.IsNominal && !e.Symmetric)
        {
            Passive(s, e);
            if (string.CompareOrdinal(e.Code, "09") > 0 && ClauseReading.IsPassive(s, e.Anchor) && e.Sources.RemoveAll(m => !IsUnderOblique(s, m.Head, e.Anchor)) > 0)
                e.Note("a passive names its source in a phrase of its own or not at all");
            if (e.Targets.RemoveAll(t => e.Sources.Exists(m => m != t && (IsConjunct(s, m.Head, t.Head) || IsInside(s, t.Head, m.Head)))) > 0) e.Note("who acts together, or is named within who acts, is no target");
            if (e.Targets.RemoveAll(t => TreeWalk.CaseOf(s, t.Head) is "alongside") > 0) e.Note("who fights alongside is no target");
        }
        if (e.Targets.RemoveAll(t => e.Sources.Exists(m => m != t && IsSamePerson(m, t))) > 0) e.Note("nobody is the target of his own act");
        if (IsMeeting(e) && e.Targets.RemoveAll(m => IsScene(s, m)) > 0) e.Note("a scene is no party to a meeting");
    }

    private static void Passive(ParsedSentence s, EventCandidate e)
    {
        if (s.Child(e.Anchor, Deprel.NsubjPass) is not (>= 0 and var subject)) return;
        var moved = e.Sources.FindAll(m => m.Head == subject);
        if (moved.Count == 0) return;
        e.Sources.RemoveAll(moved.Contains);
        if (e.Targets.Count == 0) e.Targets.AddRange(moved);
        e.Note("the subject of a passive is no source");
    }

    // "The minister summoned the envoy and handed him the note": him is not the minister.
    private static bool IsSamePerson(ActorMention a, ActorMention b) => a.Actor.Person is { } person && person == b.Actor.Person;

    // "by rebels", "in a raid by rebels".
    private static bool IsUnderOblique(ParsedSentence s, int token, int verb)
    {
        for (int t = token, steps = 0; t >= 0 && steps < 10; t = s.Tokens[t].Head, steps++)
            if (s.Tokens[t].Head == verb) return s.Tokens[t].Deprel is Deprel.Obl or Deprel.OblAgent or Deprel.OblUnmarked or Deprel.Nmod;
        return false;
    }

    private static bool IsConjunct(ParsedSentence s, int a, int b) => First(s, a) == First(s, b);

    private static int First(ParsedSentence s, int token)
    {
        for (var steps = 0; steps < 12 && s.Tokens[token].Deprel == Deprel.Conj && s.Tokens[s.Tokens[token].Head].Upos != Upos.VERB; steps++) token = s.Tokens[token].Head;
        return token;
    }

    // "peacekeepers from Austria": Austria is a part of who acts.
    private static bool IsInside(ParsedSentence s, int token, int phrase)
    {
        for (int t = s.Tokens[token].Head, steps = 0; t >= 0 && steps < 4 && s.Tokens[t].Upos != Upos.VERB; t = s.Tokens[t].Head, steps++)
            if (t == phrase) return true;
        return false;
    }

    // A visit may well be to a place.
    private static bool IsMeeting(EventCandidate e) => e.Code.StartsWith("04", StringComparison.Ordinal) && !e.Code.StartsWith("042", StringComparison.Ordinal);

    // "in Herat", "in Herat province", "at a police checkpoint".
    private static bool IsScene(ParsedSentence s, ActorMention m)
    {
        if (m.IsScene && IsLocative(s, m.Head)) return true;
        var head = m.Head;
        while (s.Tokens[head].Deprel is Deprel.Compound or Deprel.Amod or Deprel.Flat or Deprel.NmodPoss or Deprel.NmodDesc) head = s.Tokens[head].Head;
        return Grounds.Contains(s.Tokens[head].Lemma) && IsLocative(s, head);
    }

    private static bool IsLocative(ParsedSentence s, int token) =>
        TreeWalk.CaseOf(s, token) is "in" or "at" or "near" or "outside" or "across" or "around" or "throughout";

    private static readonly HashSet<string> Grounds = new(StringComparer.OrdinalIgnoreCase)
    {
        "province", "city", "town", "village", "district", "region", "area", "county", "neighborhood", "neighbourhood", "community", "oblast", "raion", "suburb", "checkpoint", "base", "airport",
        "hospital", "station", "school", "market", "street", "square", "camp", "prison", "church", "mosque", "hotel", "building", "outpost", "capital", "port",
    };
}
