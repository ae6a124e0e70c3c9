using Demarche.Coding.Claims;
using Demarche.Language;

namespace Demarche.Coding.Status;

/// <summary>Tells whether an act is told as earlier context and not as the report's news.</summary>
public static class BackgroundReading
{
    /// <summary>What ended this many days before the report is no news of it.</summary>
    public const int OldDays = 30;

    private const int MaxSteps = 12;

    private static readonly HashSet<string> Harmed = new(StringComparer.Ordinal)
    {
        "kill", "injure", "wound", "hurt", "die", "displace", "evacuate", "hospitalize", "trap", "rescue", "shoot", "stab", "burn", "massacre", "dead", "sink", "damage", "destroy",
    };

    private static readonly HashSet<string> Judging = new(StringComparer.Ordinal)
    {
        "sentence", "convict", "jail", "imprison", "accuse", "charge", "arrest", "indict", "detain", "suspect", "blame", "condemn", "fine", "punish", "try", "acquit", "clear", "guilty", "prison", "conviction", "charge", "criticize", "criticise", "sanction", "apologize", "apologise", "sue", "dismiss", "fire", "ban", "expel", "execute", "extradite", "penalty", "want",
    };

    private static readonly HashSet<string> People = new(StringComparer.Ordinal)
    {
        "man", "woman", "person", "people", "monk", "journalist", "soldier", "prisoner", "activist", "student", "teacher", "leader", "politician", "minister", "official", "officer", "diplomat", "ambassador", "envoy", "president", "sailor", "fisherman", "worker", "citizen", "national", "tourist", "hostage", "refugee", "migrant", "lawyer", "doctor", "priest", "suspect", "militant", "rebel", "member", "protester", "tanker", "ship", "vessel", "plane", "aircraft", "territory", "town", "city", "region", "area", "sanction", "tariff", "law", "ban", "blockade", "restriction",
    };

    /// <param name="date">The event's date as <see cref="EventDating"/> found it; one taken from the document tells nothing.</param>
    /// <returns>The word that shows it, or null where the act is the report's news.</returns>
    public static string? Of(ParsedSentence s, int trigger, EventDate? date, DateOnly? documentDate)
    {
        if (date is { Basis: not DateBasis.Document } d && documentDate is { } today)
        {
            var end = End(d);
            if (end.DayNumber < today.DayNumber - OldDays) return d.Timex;
            // A day within the month is the report's own story.
            if (d.Precision == DatePrecision.Day && d.Value.DayNumber >= today.DayNumber - 7) return null;
        }

        var node = trigger;
        var aside = false;
        for (var step = 0; step < MaxSteps && node >= 0; step++)
        {
            ref readonly var t = ref s.Tokens[node];
            if (Adverb(s, node) is { } adverb) return adverb;
            if (t.Upos == Upos.VERB && IsPastPerfect(s, node) && !IsReported(s, node)) return "had";
            var marker = t.Deprel is Deprel.Advcl or Deprel.Obl or Deprel.Nmod or Deprel.Acl ? ClauseTree.MarkerOf(s, node) : "";
            if (marker is "since" or "after" or "following" && t.Deprel != Deprel.Nmod && !IsTheNewsItself(s, node)) return marker;
            if (marker is "to" or "for" or "over" && IsAnswered(s, node)) return "in response";
            if (Blamed(s, node)) return "for";
            if (IsKnown(s, node)) return s.Form(node).ToString();
            aside |= t.Deprel == Deprel.Advcl && t.Xpos == Xpos.VBG;
            if (!aside && IsToldOf(s, node)) return s.Form(node).ToString();
            if (t.Deprel is Deprel.Ccomp or Deprel.Parataxis) return null;
            // "apologises for issuing it and blames …": a finite verb does not stand beside a participle, whatever the tree.
            if (t.Deprel == Deprel.Conj && t.Xpos is Xpos.VBZ or Xpos.VBD && t.Head >= 0 && s.Tokens[t.Head].Xpos is Xpos.VB or Xpos.VBG) return null;
            if (t.Upos == Upos.VERB && t.Deprel is Deprel.Root) return null;
            node = t.Head;
        }

        return null;
    }

    /// <summary>"Five people are killed after gunmen open fire": how the harm came about is the news.</summary>
    private static bool IsTheNewsItself(ParsedSentence s, int node) =>
        s.Tokens[node].Deprel == Deprel.Advcl && s.Tokens[node].Head is >= 0 and var main && Harmed.Contains(s.Tokens[main].Lemma)
        && (s.Tokens[main].Xpos == Xpos.VBN || s.Tokens[main].Lemma is "die" or "dead");

    // "in response to the attack", "in retaliation for", "an answer to": what is answered came before.
    private static bool IsAnswered(ParsedSentence s, int node)
    {
        var head = s.Tokens[node].Head;
        return head >= 0 && s.Tokens[head].Lemma is "response" or "retaliation" or "reprisal" or "revenge" or "reaction" or "answer" or "punishment";
    }

    // "jailed for aiding", "accused of murdering": the deed that somebody is made to answer for.
    private static bool Blamed(ParsedSentence s, int node)
    {
        if (s.Tokens[node].Xpos != Xpos.VBG || ClauseTree.MarkerOf(s, node) is not ("for" or "of")) return false;
        var head = s.Tokens[node].Head;
        if (head >= 0 && s.Tokens[node].Deprel is Deprel.Acl or Deprel.Advcl && s.Tokens[head].Upos is Upos.NOUN or Upos.PROPN && s.Tokens[head].Deprel == Deprel.Obj) head = s.Tokens[head].Head;
        return head >= 0 && Judging.Contains(s.Tokens[head].Lemma);
    }

    // "the monks detained by the police": a participle that tells which person or thing is meant. An attack carried out is the act itself.
    private static bool IsKnown(ParsedSentence s, int node)
    {
        ref readonly var t = ref s.Tokens[node];
        if (t.Deprel != Deprel.Acl || t.Xpos != Xpos.VBN || t.Head < 0 || s.Tokens[t.Head].Head < 0) return false;
        return s.Tokens[t.Head].Deprel is Deprel.Obj or Deprel.Nmod or Deprel.Obl or Deprel.Nsubj or Deprel.NsubjPass && s.Tokens[t.Head].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON
            && (s.Tokens[t.Head].Xpos is Xpos.NNP or Xpos.NNPS || People.Contains(s.Tokens[t.Head].Lemma));
    }

    // News told in the present, of somebody "who recommended" something: the past of a relative clause lies before it.
    private static bool IsToldOf(ParsedSentence s, int node)
    {
        ref readonly var t = ref s.Tokens[node];
        if (t.Deprel != Deprel.AclRelcl || t.Xpos != Xpos.VBD || s.Child(node, Deprel.Aux) >= 0) return false;
        for (int up = t.Head, step = 0; up >= 0 && step < MaxSteps; up = s.Tokens[up].Head, step++)
        {
            ref readonly var above = ref s.Tokens[up];
            if (above.Upos != Upos.VERB) continue;
            if (Harmed.Contains(above.Lemma)) return false;
            if (above.Xpos is Xpos.VBZ or Xpos.VBP) return true;
            return s.Child(up, Deprel.AuxPass) is >= 0 and var be && s.Tokens[be].Xpos is Xpos.VBZ or Xpos.VBP;
        }

        return false;
    }

    private static DateOnly End(EventDate d)
    {
        var days = d.Precision switch
        {
            DatePrecision.Week => 6,
            DatePrecision.Month => 30,
            DatePrecision.Season => 91,
            DatePrecision.Year => 364,
            _ => 0,
        };
        return DateOnly.FromDayNumber(Math.Min(d.Value.DayNumber + days, DateOnly.MaxValue.DayNumber));
    }

    private static string? Adverb(ParsedSentence s, int node)
    {
        foreach (var c in s.Children(node))
        {
            if (s.Tokens[c].Deprel is not (Deprel.Advmod or Deprel.Amod)) continue;
            if (s.Tokens[c].Lemma is "previously" or "formerly" or "historically" or "originally" or "recently" or "already" || (s.Form(c) is "earlier" or "once" && s.Tokens[c].Deprel == Deprel.Advmod && !HasUnit(s, c))) return s.Form(c).ToString();
        }

        return null;
    }

    // "earlier this week" is news; "earlier" alone is context.
    private static bool HasUnit(ParsedSentence s, int adverb)
    {
        var next = adverb + 1;
        return next < s.Count && s.Form(next) is "this" or "today" or "on" or "that" or "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday";
    }

    private static bool IsPastPerfect(ParsedSentence s, int verb)
    {
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Deprel == Deprel.Aux && s.Tokens[c].Xpos == Xpos.VBD && s.Tokens[c].Lemma == "have") return true;
        return false;
    }

    // "said it had expelled": the past of a report, not of the story.
    private static bool IsReported(ParsedSentence s, int verb)
    {
        for (var step = 0; step < MaxSteps && verb >= 0; step++)
        {
            if (s.Tokens[verb].Deprel is Deprel.Ccomp or Deprel.Parataxis) return true;
            foreach (var c in s.Children(verb))
                if (s.Tokens[c].Deprel == Deprel.Parataxis && s.Tokens[c].Upos == Upos.VERB) return true;
            if (s.Tokens[verb].Deprel is not (Deprel.Conj or Deprel.Xcomp)) return false;
            verb = s.Tokens[verb].Head;
        }

        return false;
    }
}
