using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>Keeps one event an act: drops what has no party, nominal readings beside stronger ones, and acts told twice.</summary>
internal static class Selection
{
    /// <summary>The least confidence with which an event is told.</summary>
    public const double Least = 0.3;

    public static void InSentence(ParsedSentence s, List<EventCandidate> events)
    {
        // Troops moved at home are no measure towards anyone.
        foreach (var e in events)
            if (e.Measure is "troops_deployed" or "troops_withdrawn" or "membership_suspended" or "membership_joined" && e.Targets.Count == 0) e.Measure = null;
        events.RemoveAll(e => e.Dropped || e.Consumed || e.Confidence < Least || !HasParties(e));
        if (events.Count == 0) return;
        // A noun that only stands by ("after the attack") is told where its parties are and nothing else is stronger.
        if (events.Exists(IsWhole)) events.RemoveAll(e => e.Measure is null && !IsWhole(e) && IsAside(s, e));
        // "unless A withdraws its troops": a condition is no measure.
        foreach (var e in events)
            if (e.Status == EventStatus.Hypothetical && e.Measure is not null && IsAside(s, e)) e.Measure = null;
        if (events.Exists(e => e.Status != EventStatus.Hypothetical)) events.RemoveAll(e => e.Status == EventStatus.Hypothetical && IsAside(s, e));
        // "met to discuss", "authority to oust": what is told is the meeting; whether the purpose comes true is not.
        if (events.Exists(e => !IsAim(s, e))) events.RemoveAll(e => e.Measure is null && IsAim(s, e));
        if (events.Exists(e => e.Measure is not null && !IsPurpose(s, e))) events.RemoveAll(e => e.Measure is not null && IsPurpose(s, e));
        var verbs = new HashSet<int>();
        foreach (var e in events)
            if (!e.IsNominal) verbs.UnionWith([e.Trigger, e.Anchor]);
        events.RemoveAll(e => e.IsNominal && IsArgument(s, e.Trigger, verbs));
        if (events.Count < 2) return;
        var best = events.Max(e => e.Confidence);
        events.RemoveAll(e => e.IsNominal && e.Measure is null && (e.Sources.Count == 0 || e.Targets.Count == 0 || e.Confidence < best));
    }

    // "signed an accord to restore relations": what the act is for.
    private static bool IsPurpose(ParsedSentence s, EventCandidate e) =>
        s.Tokens[e.Anchor].Deprel is Deprel.Advcl or Deprel.Acl && s.Tokens[e.Anchor].Xpos is Xpos.VB or Xpos.VBG && !e.StatusFixed;

    private static bool IsAim(ParsedSentence s, EventCandidate e) =>
        s.Tokens[e.Anchor].Deprel is Deprel.Advcl or Deprel.Acl or Deprel.Xcomp && s.Tokens[e.Anchor].Xpos is Xpos.VB && !e.StatusFixed;

    private static bool IsWhole(EventCandidate e) => e.Sources.Count > 0 && e.Targets.Count > 0 || e.Symmetric && e.Sources.Count > 1;

    // Told in passing: in a clause that hangs on another.
    private static bool IsAside(ParsedSentence s, EventCandidate e)
    {
        for (int t = e.Anchor, steps = 0; t >= 0 && steps < 8; t = s.Tokens[t].Head, steps++)
            if (s.Tokens[t].Deprel is Deprel.Advcl or Deprel.Acl or Deprel.AclRelcl or Deprel.Nmod or Deprel.Amod or Deprel.Obl) return true;
        return false;
    }

    // A nominal act that is the object of another, told by it already.
    private static bool IsArgument(ParsedSentence s, int noun, HashSet<int> verbs)
    {
        for (int t = noun, steps = 0; steps < 5; steps++)
        {
            var d = s.Tokens[t].Deprel;
            if (d is not (Deprel.Obj or Deprel.Nmod or Deprel.NsubjPass or Deprel.Compound or Deprel.Conj or Deprel.Nsubj or Deprel.Amod or Deprel.NmodPoss or Deprel.Xcomp)) return false;
            t = s.Tokens[t].Head;
            if (t < 0) return false;
            if (verbs.Contains(t)) return true;
        }
        return false;
    }

    /// <summary>One event for each act in the document, the most certain telling first.</summary>
    public static List<EventMention> InDocument(List<EventMention> events)
    {
        var kept = new List<EventMention>();
        foreach (var e in events.OrderByDescending(e => e.Confidence).ThenBy(e => e.Trigger))
        {
            var twice = kept.FindIndex(k =>
                k.Source?.Actor.Country == e.Source?.Actor.Country && k.Target?.Actor.Country == e.Target?.Actor.Country
                && (e.Measure is not null ? k.Measure?.Kind == e.Measure.Kind : k.Measure is null && k.Type.Cameo[..2] == e.Type.Cameo[..2])
                && (k.Sentence == e.Sentence || SameActors(k, e)) && SameDay(k, e));
            if (twice < 0) kept.Add(e);
            else if (kept[twice] is { Measure: { } known } k && e.Measure is { } told)
                kept[twice] = k with { Measure = known with { Effective = known.Effective ?? told.Effective, Deadline = known.Deadline ?? told.Deadline } };
        }
        return [.. kept.OrderBy(e => e.Trigger).ThenBy(e => e.Type.Cameo, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal)];
    }

    private static bool HasParties(EventCandidate e) =>
        e.Frame?.NeedsBoth == true || e.IsNominal ? e.Sources.Count > 0 && (e.Targets.Count > 0 || e.Measure is not null || e.Symmetric) : e.Sources.Count > 0 || e.Targets.Count > 0;

    private static bool SameActors(EventMention a, EventMention b) =>
        a.Measure is not null || a.Source?.Actor.Name == b.Source?.Actor.Name && a.Target?.Actor.Name == b.Target?.Actor.Name;

    private static bool SameDay(EventMention a, EventMention b) =>
        a.Date is null || b.Date is null || a.Date.Basis == DateBasis.Document || b.Date.Basis == DateBasis.Document || a.Date.Value == b.Date.Value;
}
