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
        if (!e.IsNominal && !e.Symmetric) Passive(s, e);
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

    // A visit may well be to a place.
    private static bool IsMeeting(EventCandidate e) => e.Code.StartsWith("04", StringComparison.Ordinal) && !e.Code.StartsWith("042", StringComparison.Ordinal);

    private static bool IsScene(ParsedSentence s, ActorMention m) => m.IsScene && TreeWalk.CaseOf(s, m.Head) is "in" or "at" or "near" or "outside" or "across" or "around" or "throughout";
}
