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
        if (e.Measure is "talks_opened")
        {
            e.Sources.RemoveAll(m => IsScene(s, m));
            e.Targets.RemoveAll(m => IsScene(s, m));
        }
        if (e.Measure is not null) return;
        if (e.Sources.RemoveAll(m => IsScene(s, m) || IsSpeaker(s, m)) > 0) e.Note("a scene is no source, nor is who only tells of it");
        e.Targets.RemoveAll(m => IsSpeaker(s, m));
        if (e.IsNominal && !e.Symmetric && e.Sources.RemoveAll(m => !IsWithin(s, m.Head, e.Trigger)) > 0) e.Note("a noun that is nobody's object names its source in its own phrase");
        Undergone(s, e);
        if (!e.IsNominal && !e.Symmetric)
        {
            Passive(s, e);
            if (string.CompareOrdinal(e.Code, "08") > 0 && ClauseReading.IsPassive(s, e.Anchor) && e.Sources.RemoveAll(m => !PassiveAgent.IsIn(s, m, e.Anchor)) > 0)
                e.Note("a passive names its source in a phrase of its own or not at all");
            if (e.Sources.RemoveAll(m => IsOutside(s, m, e.Anchor)) > 0) e.Note("the verb has a subject of its own, and it is not this one");
            if (string.CompareOrdinal(e.Code, "18") > 0 && e.Sources.RemoveAll(m => CaseOfPhrase(s, m) is "on" or "against") > 0) e.Note("what an attack is on did not make it");
            if (e.Targets.RemoveAll(t => e.Sources.Exists(m => m != t && (IsConjunct(s, m.Head, t.Head) || IsInside(s, t.Head, m.Head)))) > 0) e.Note("who acts together, or is named within who acts, is no target");
            if (e.Targets.RemoveAll(t => TreeWalk.CaseOf(s, t.Head) is "alongside") > 0) e.Note("who fights alongside is no target");
        }
        if (e.Targets.RemoveAll(t => e.Sources.Exists(m => m != t && IsSamePerson(m, t))) > 0) e.Note("nobody is the target of his own act");
        if (IsGathering(e) && e.Targets.RemoveAll(m => IsScene(s, m)) > 0) e.Note("a scene is no party to a meeting or a protest");
        if (IsOfWords(e) && e.Targets.RemoveAll(t => IsBareState(t) && e.Sources.Count > 0 && e.Sources.TrueForAll(m => m.Actor.Country == t.Actor.Country)) > 0)
            e.Note("a country is not the target of its own people's words");
        Frame(e);
    }

    private static void Frame(EventCandidate e)
    {
        if (e.Frame?.Alone == true && e.Targets.Count > 0)
        {
            if (e.Sources.Count == 0) e.Sources.AddRange(e.Targets);
            e.Targets.Clear();
            e.Note("an act without a target");
        }
        if (e.Frame?.Foreign == true && !e.Targets.Exists(t => t.Actor.Country is { } country && e.Sources.Exists(m => m.Actor.Country is { } own && own != country)))
        {
            e.Dropped = true;
            e.Note("it counts between two countries only");
        }
    }

    // Who faces charges did not bring them.
    private static void Undergone(ParsedSentence s, EventCandidate e)
    {
        if (e.Anchor == e.Trigger || s.Tokens[e.Anchor].Lemma is not ("face" or "undergo" or "suffer" or "endure") || ClauseReading.IsPassive(s, e.Anchor)) return;
        var subject = ClauseReading.SurfaceSubject(s, e.Anchor);
        var moved = e.Sources.FindAll(m => subject >= 0 && IsWithin(s, m.Head, subject));
        if (moved.Count == 0) return;
        e.Sources.RemoveAll(moved.Contains);
        if (e.Targets.Count == 0) e.Targets.AddRange(moved);
        e.Note("who undergoes it is no source");
    }

    private static bool IsWithin(ParsedSentence s, int token, int phrase)
    {
        for (int t = token, steps = 0; t >= 0 && steps < 12; t = s.Tokens[t].Head, steps++)
            if (t == phrase) return true;
        return false;
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

    // "a bomb kills three, police say": whoever acts is named in the subject of the verb, if it has one.
    private static bool IsOutside(ParsedSentence s, ActorMention m, int verb)
    {
        if (s.Tokens[verb].Upos != Upos.VERB || s.Tokens[verb].Deprel is Deprel.Acl or Deprel.Amod || ClauseReading.IsPassive(s, verb)) return false;
        var subject = ClauseReading.SurfaceSubject(s, verb);
        if (subject < 0 || subject > verb || s.Tokens[subject].Upos != Upos.NOUN) return false;
        // A title and a name may each be parsed as subject.
        if (s.Tokens[m.Head].Deprel is Deprel.Nsubj && s.Tokens[m.Head].Head == s.Tokens[subject].Head) return false;
        return !IsWithin(s, m.Head, subject);
    }

    // "on" of "on a police post".
    private static ReadOnlySpan<char> CaseOfPhrase(ParsedSentence s, ActorMention m) => TreeWalk.CaseOf(s, HeadOfPhrase(s, m.Head));

    private static int HeadOfPhrase(ParsedSentence s, int token)
    {
        while (s.Tokens[token].Deprel is Deprel.Compound or Deprel.Amod or Deprel.Flat or Deprel.NmodPoss or Deprel.NmodDesc) token = s.Tokens[token].Head;
        return token;
    }

    // A visit may well be to a place, and a country may be boycotted.
    private static bool IsGathering(EventCandidate e) =>
        e.Code.StartsWith("04", StringComparison.Ordinal) && !e.Code.StartsWith("042", StringComparison.Ordinal)
        || e.Code.StartsWith("14", StringComparison.Ordinal) && !e.Code.StartsWith("143", StringComparison.Ordinal);

    // Statements, meetings, promises, demands, protests: done to people. A place at home may be left, searched, occupied or attacked.
    private static bool IsOfWords(EventCandidate e) => string.CompareOrdinal(e.Code, "15") < 0 && e.Code[..2] is not ("08" or "09") && !e.Code.StartsWith("035", StringComparison.Ordinal);

    // "the U.S.", "Chicago", not "the U.S. government" or "Americans".
    private static bool IsBareState(ActorMention m) =>
        m is { IsHuman: false, IsPlural: false, Actor: { Sectors.IsEmpty: true, Person: null, Country.Length: 3 } } && m.Basis is "name" or "place" or "metonym" && m.Actor.Cameo == m.Actor.Country;

    // "according to the ministry"
    private static bool IsSpeaker(ParsedSentence s, ActorMention m)
    {
        for (int t = m.Head, steps = 0; t >= 0 && steps < 6 && s.Tokens[t].Upos != Upos.VERB; t = s.Tokens[t].Head, steps++)
            foreach (var c in s.Children(t))
                if (s.Tokens[c].Deprel is Deprel.Case or Deprel.Mark && s.Form(c) is "according" or "According") return true;
        return false;
    }

    // "in Herat", "in Herat province", "at a police checkpoint", "in a suburb of Herat, Afghanistan".
    private static bool IsScene(ParsedSentence s, ActorMention m)
    {
        if (m.IsScene && IsLocative(s, m.Head)) return true;
        var head = HeadOfPhrase(s, m.Head);
        if (Grounds.Contains(s.Tokens[head].Lemma) && IsLocative(s, head)) return true;
        if (!m.IsScene && !IsBareState(m)) return false;
        for (int t = m.Head, steps = 0; t >= 0 && steps < 6 && s.Tokens[t].Upos is Upos.PROPN or Upos.NOUN; t = s.Tokens[t].Head, steps++)
            if (IsLocative(s, t) && (t != m.Head && s.Tokens[t].Upos == Upos.PROPN || Grounds.Contains(s.Tokens[t].Lemma))) return true;
        return false;
    }

    private static bool IsLocative(ParsedSentence s, int token) =>
        TreeWalk.CaseOf(s, token) is "in" or "at" or "near" or "outside" or "across" or "around" or "throughout";

    private static readonly HashSet<string> Grounds = new(StringComparer.OrdinalIgnoreCase)
    {
        "province", "city", "town", "village", "district", "region", "area", "county", "neighborhood", "neighbourhood", "community", "oblast", "raion", "suburb", "checkpoint", "base", "airport",
        "hospital", "station", "school", "market", "street", "square", "camp", "prison", "church", "mosque", "hotel", "building", "outpost", "capital", "port",
        "bank", "mall", "restaurant", "cafe", "nightclub", "club", "bar", "theater", "theatre", "cinema", "university", "college", "stadium", "park", "beach", "bridge", "road",
        "highway", "border", "island", "mountain", "lake", "river", "valley", "stronghold", "territory", "zone", "house", "home", "apartment", "compound", "factory", "mine",
        "temple", "synagogue", "shop", "store", "shrine", "cemetery", "embassy", "consulate", "headquarters", "coast", "desert", "forest", "governorate", "outskirt", "outskirts", "part",
    };
}
