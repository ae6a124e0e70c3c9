using Demarche.Coding.Claims;
using Demarche.Knowledge.Claims;
using Demarche.Language;

namespace Demarche.Coding.Status;

/// <summary>What the words around a trigger say of its reality.</summary>
/// <param name="Reason">The word that decided, for an explanation; empty for a plain statement.</param>
public readonly record struct StatusFinding(EventStatus Status, string Reason);

/// <summary>
/// Reads from auxiliaries, adverbs, negation, conditions, questions and embedding words whether an act took place, is announced,
/// threatened, asked for, denied or only thought of. The reading nearest to the trigger decides; an outer negation undoes it.
/// </summary>
public sealed class StatusReading(CueTable cues)
{
    private const int MaxSteps = 10;

    private static readonly StatusFinding Plain = new(EventStatus.Actual, "");

    /// <summary>Verbs that tell no more of their complement than that it takes place.</summary>
    private static readonly HashSet<string> Transparent = new(StringComparer.Ordinal)
    {
        "begin", "start", "continue", "manage", "help", "force", "cause", "lead", "prompt", "proceed", "keep", "stop", "end", "finish", "resume", "make", "get", "let", "hold", "carry", "conduct", "see", "take", "give", "have", "use", "serve", "happen", "come",
    };

    private static readonly HashSet<string> Failing = new(StringComparer.Ordinal)
    {
        "fail", "refuse", "decline", "avoid", "prevent", "avert", "cancel", "forgo", "neglect", "stop", "block", "thwart", "foil", "abandon", "scrap", "refrain", "preclude", "omit", "forget", "hesitate", "prohibit", "bar", "forbid",
    };

    /// <summary>What is done so that another deed can follow: a purpose of these is still to come. With other verbs ("used force to disperse") means and end are one deed.</summary>
    private static readonly HashSet<string> Preparing = new(StringComparer.Ordinal)
    {
        "send", "deploy", "dispatch", "arrive", "travel", "fly", "head", "sail", "recruit", "hire", "train", "mobilize", "mobilise", "prepare", "gather", "mass", "need", "design", "create", "form", "establish", "found", "consider", "seek", "struggle", "work", "try", "attempt", "conspire", "plot", "collude", "lure", "raise",
    };

    /// <summary>Deeds done by coming together for them: a meeting to discuss is the discussion.</summary>
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal)
    {
        "discuss", "meet", "talk", "negotiate", "protest", "demonstrate", "rally", "march", "celebrate", "commemorate", "mourn", "mark", "honor", "honour", "debate", "address", "condemn", "denounce", "support", "show", "express", "demand", "call", "urge", "criticize", "criticise", "visit",
        "help", "assist", "aid", "protect", "bolster", "boost", "strengthen",
    };

    private static readonly HashSet<string> Trying = new(StringComparer.Ordinal)
    {
        "try", "attempt", "seek", "conspire", "plot", "attempted", "bid", "effort", "goal", "aim", "purpose", "objective", "ambition", "idea", "possibility", "chance", "opportunity",
    };

    private static readonly HashSet<string> Ahead = new(StringComparer.Ordinal)
    {
        "plan", "intend", "prepare", "schedule", "set", "due", "expect", "decide", "agree", "promise", "pledge", "vow", "announce", "arrange", "ready", "poised", "about", "slate", "commit", "undertake", "resolve", "swear", "offer", "consent", "vote", "order", "instruct", "direct", "command",
    };

    private static readonly Dictionary<string, EventStatus> Modifiers = new(StringComparer.Ordinal)
    {
        ["planned"] = EventStatus.Announced,
        ["upcoming"] = EventStatus.Announced,
        ["forthcoming"] = EventStatus.Announced,
        ["scheduled"] = EventStatus.Announced,
        ["future"] = EventStatus.Announced,
        ["coming"] = EventStatus.Announced,
        ["imminent"] = EventStatus.Announced,
        ["impending"] = EventStatus.Announced,
        ["proposed"] = EventStatus.Requested,
        ["requested"] = EventStatus.Requested,
        ["threatened"] = EventStatus.Threatened,
        ["possible"] = EventStatus.Hypothetical,
        ["potential"] = EventStatus.Hypothetical,
        ["attempted"] = EventStatus.Hypothetical,
        ["hypothetical"] = EventStatus.Hypothetical,
        ["expected"] = EventStatus.Announced,
        ["likely"] = EventStatus.Hypothetical,
        ["would-be"] = EventStatus.Hypothetical,
        ["any"] = EventStatus.Hypothetical,
        ["failed"] = EventStatus.Denied,
        ["cancelled"] = EventStatus.Denied,
        ["canceled"] = EventStatus.Denied,
        ["aborted"] = EventStatus.Denied,
        ["no"] = EventStatus.Denied,
    };

    public StatusFinding Of(ParsedSentence s, int trigger)
    {
        // "talks … would resume": a subject or object is a noun, whatever the tagger calls it.
        var verbal = s.Tokens[trigger].Upos == Upos.VERB && s.Tokens[trigger].Deprel is not (Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj or Deprel.Nmod);
        var finding = verbal ? OfVerb(s, trigger) : OfNoun(s, trigger);
        return finding.Status == EventStatus.Actual && IsAsked(s, trigger) ? new StatusFinding(EventStatus.Hypothetical, "?") : finding;
    }

    private StatusFinding OfVerb(ParsedSentence s, int verb)
    {
        var own = OwnClause(s, verb);
        if (own.Status == EventStatus.Denied) return own;
        var outer = Embedding(s, verb);
        // "warned that it would close": the outer word sharpens what the auxiliary leaves open.
        if (own.Status == EventStatus.Actual) return outer;
        return own.Status == EventStatus.Announced && outer.Status is EventStatus.Threatened or EventStatus.Denied or EventStatus.Requested ? outer : own;
    }

    /// <summary>Auxiliaries, negation and condition of a verb's own clause.</summary>
    private static StatusFinding OwnClause(ParsedSentence s, int verb)
    {
        var finding = Plain;
        var condition = false;
        foreach (var c in s.Children(verb))
        {
            ref readonly var t = ref s.Tokens[c];
            var form = s.Form(c);
            if (IsNegation(s, c)) return new StatusFinding(EventStatus.Denied, form.ToString());
            if (t.Deprel == Deprel.Mark && t.Lemma is "if" or "unless" or "whether" or "lest" or "in case") return new StatusFinding(EventStatus.Hypothetical, t.Lemma);
            // "found not guilty"
            if (t.Deprel == Deprel.Xcomp && t.Upos == Upos.ADJ && IsNegated(s, c)) return new StatusFinding(EventStatus.Denied, "not " + t.Lemma);
            if (t.Xpos == Xpos.MD && t.Deprel is Deprel.Aux) finding = Modal(t.Lemma, form, IsBackshift(s, verb));
            if (t.Deprel == Deprel.Advcl && s.Child(c, Deprel.Mark) is >= 0 and var mark && s.Tokens[mark].Lemma is "if" or "unless") condition = true;
            if (t.Deprel is Deprel.Nsubj or Deprel.NsubjPass && s.Child(c, Deprel.Det) is >= 0 and var det && s.Form(det) is "no" or "No") return new StatusFinding(EventStatus.Denied, "no");
        }

        if (condition && finding.Status is EventStatus.Announced or EventStatus.Hypothetical) return new StatusFinding(EventStatus.Threatened, "if");
        // "is to close", "are going to close"
        if (finding.Status == EventStatus.Actual && s.Tokens[verb].Xpos == Xpos.VB && ClauseTree.HasTo(s, verb) && HasBe(s, verb)) return new StatusFinding(EventStatus.Announced, "to");
        return finding;
    }

    private static bool HasBe(ParsedSentence s, int verb)
    {
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Deprel is Deprel.Aux or Deprel.Cop && s.Tokens[c].Lemma == "be" && s.Tokens[c].Xpos != Xpos.VB) return true;
        return false;
    }

    private static StatusFinding Modal(string lemma, ReadOnlySpan<char> form, bool backshift)
    {
        var status = lemma switch
        {
            "will" or "shall" or "'ll" or "wo" => form is "would" or "Would" && !backshift ? EventStatus.Hypothetical : EventStatus.Announced,
            "would" => backshift ? EventStatus.Announced : EventStatus.Hypothetical,
            "should" or "must" or "ought" => EventStatus.Requested,
            _ => EventStatus.Hypothetical,
        };
        return new StatusFinding(status, form.ToString());
    }

    // "said that it would": a future told from the past.
    private static bool IsBackshift(ParsedSentence s, int verb)
    {
        for (var step = 0; step < MaxSteps && verb >= 0; step++)
        {
            var head = s.Tokens[verb].Head;
            if (s.Tokens[verb].Deprel is Deprel.Ccomp or Deprel.Parataxis && head >= 0) return true;
            if (head >= 0 && s.Tokens[verb].Deprel == Deprel.Acl) return true;
            foreach (var c in s.Children(verb))
                if (s.Tokens[c].Deprel == Deprel.Parataxis && s.Tokens[c].Upos == Upos.VERB) return true;
            if (s.Tokens[verb].Deprel != Deprel.Conj) return false;
            verb = head;
        }

        return false;
    }

    /// <summary>What the words above a clause say of it, up to the next speech verb.</summary>
    private StatusFinding Embedding(ParsedSentence s, int node)
    {
        // What is denied of a thing is not denied of what the thing is for or about, further down.
        var reach = MaxSteps;
        for (var step = 0; step < MaxSteps; step++)
        {
            ref readonly var t = ref s.Tokens[node];
            var head = t.Head;
            if (head < 0) return Plain;
            ref readonly var h = ref s.Tokens[head];
            switch (t.Deprel)
            {
                // Sanctions imposed, a man charged, those who protest: told of as known.
                case Deprel.AclRelcl or Deprel.AdvclRelcl when !IsContent(s, node, head):
                    return IsOfAnybody(s, head) ? new StatusFinding(EventStatus.Hypothetical, "any") : Plain;
                case Deprel.Acl when t.Upos == Upos.VERB && !ClauseTree.HasTo(s, node) && ClauseTree.MarkerOf(s, node).Length == 0:
                case Deprel.Amod when t.Upos == Upos.VERB:
                    return Plain;
                // "the first to do it" has done it.
                case Deprel.Acl when ClauseTree.HasTo(s, node) && IsRanked(s, head):
                    return Plain;
                // "agreed to stay and condemned …": a finite verb stands beside the one above an infinitive, whatever the tree.
                case Deprel.Conj when t.Xpos is Xpos.VBZ or Xpos.VBD && h.Xpos is Xpos.VB or Xpos.VBG:
                    return Plain;
                case Deprel.Conj when h.Upos == Upos.VERB && t.Upos == Upos.VERB:
                    // Conjuncts share their auxiliaries where the second has none.
                    if (HasAuxiliaryOrSubject(s, node)) return Outer(s, head, Embedding(s, head));
                    return OfVerb(s, head);
                case Deprel.Xcomp or Deprel.Ccomp or Deprel.Csubj or Deprel.CsubjPass or Deprel.Obj or Deprel.NsubjPass or Deprel.Nmod or Deprel.Acl or Deprel.Obl or Deprel.AclRelcl:
                    break;
                case Deprel.Advcl when ClauseTree.HasTo(s, node) && h.Upos is Upos.VERB or Upos.ADJ:
                    if (Complement(s, node, head) is { Status: not EventStatus.Actual } purpose) return purpose;
                    if (Preparing.Contains(h.Lemma) && !Shared.Contains(t.Lemma)) return new StatusFinding(EventStatus.Hypothetical, "to");
                    break;
                case Deprel.Advcl when ClauseTree.MarkerOf(s, node) == "from":
                    break;
                case Deprel.Conj or Deprel.Nsubj or Deprel.Appos or Deprel.Flat or Deprel.Compound:
                    node = head;
                    continue;
                default:
                    return Plain;
            }

            // What a response answers has happened, whatever the response will be.
            if (h.Lemma is "response" or "retaliation" or "reprisal" or "reaction" or "revenge" && t.Deprel == Deprel.Nmod) return Plain;
            if (t.Deprel == Deprel.Obl && ClauseTree.MarkerOf(s, node) is not ("for" or "of" or "to" or "with" or "from" or "in" or "on" or "against" or "about")) return Plain;
            if (t.Deprel == Deprel.Obl && ClauseTree.MarkerOf(s, node) is not "from") reach = -1;
            else if (t.Deprel is Deprel.Nmod or Deprel.Acl or Deprel.AclRelcl) reach = Math.Min(reach, 1);
            if (Complement(s, node, head) is { } found) return found.Status == EventStatus.Denied && reach < 0 ? Plain : found;
            // Nothing said here: go on with the word above, which may be negated or to come.
            if (h.Upos == Upos.VERB)
            {
                if (t.Deprel is Deprel.Ccomp) return Plain;
                var above = OwnClause(s, head);
                if (above.Status != EventStatus.Actual && (Transparent.Contains(h.Lemma) || t.Deprel is Deprel.Obj or Deprel.NsubjPass or Deprel.Obl or Deprel.Xcomp or Deprel.Advcl)) return above.Status == EventStatus.Denied && reach < 0 ? Plain : above;
            }

            reach--;

            node = head;
        }

        return Plain;
    }

    // "denied claims its forces had left": what is claimed, though without "that" it looks like a relative clause.
    private bool IsContent(ParsedSentence s, int verb, int noun) =>
        !cues.Of(CueKind.Noun, s.Tokens[noun].Lemma).IsEmpty
        && s.Child(verb, Deprel.Nsubj) is >= 0 and var subject && s.Tokens[subject].Xpos is not (Xpos.WDT or Xpos.WP)
        && (s.Child(verb, Deprel.Obj) >= 0 || s.Child(verb, Deprel.Xcomp) >= 0);

    private static bool IsOfAnybody(ParsedSentence s, int noun) =>
        s.Tokens[noun].Lemma is "anyone" or "anybody" or "whoever" || s.Child(noun, Deprel.Det) is >= 0 and var det && s.Tokens[det].Lemma is "any";

    // "the tenth state to …", "the first", "the only country to …"
    private static bool IsRanked(ParsedSentence s, int noun)
    {
        if (s.Tokens[noun].Lemma is "first" or "latest" or "last") return true;
        foreach (var c in s.Children(noun))
            if (s.Tokens[c].Deprel == Deprel.Amod && (s.Tokens[c].Lemma is "only" or "latest" or "first" or "last" or "next" || s.Form(c).EndsWith("th") || s.Tokens[c].Xpos == Xpos.JJS)) return true;
        return false;
    }

    private StatusFinding Outer(ParsedSentence s, int head, StatusFinding finding) =>
        finding.Status == EventStatus.Actual && s.Child(head, Deprel.Mark) is >= 0 and var m && s.Tokens[m].Lemma is "if" or "unless" ? new StatusFinding(EventStatus.Hypothetical, s.Tokens[m].Lemma) : finding;

    private static bool HasAuxiliaryOrSubject(ParsedSentence s, int verb)
    {
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Deprel is Deprel.Aux or Deprel.AuxPass or Deprel.Nsubj or Deprel.NsubjPass or Deprel.Mark) return true;
        return false;
    }

    /// <summary>What the word above says of its complement; null where it says nothing.</summary>
    private StatusFinding? Complement(ParsedSentence s, int node, int head)
    {
        var lemma = s.Tokens[head].Lemma;
        var status = StatusOf(s, node, head, lemma);
        if (status is not { } found) return null;
        if (found == EventStatus.Actual) return s.Tokens[node].Deprel == Deprel.Ccomp || IsNegated(s, head) ? Plain : null;
        // An invitation taken up is a plan.
        if (found == EventStatus.Requested && s.Tokens[head].Deprel == Deprel.Obj && s.Tokens[s.Tokens[head].Head].Lemma is "accept" or "approve" or "grant") return new StatusFinding(EventStatus.Announced, lemma);
        // "did not agree to close" did not come to be; "did not refuse" stays open.
        if (IsNegated(s, head)) return new StatusFinding(found == EventStatus.Denied ? EventStatus.Hypothetical : EventStatus.Denied, "not " + lemma);
        return new StatusFinding(found, lemma);
    }

    private EventStatus? StatusOf(ParsedSentence s, int node, int head, string lemma)
    {
        var relation = s.Tokens[node].Deprel;
        var infinitive = relation is Deprel.Xcomp or Deprel.Advcl or Deprel.Acl or Deprel.Ccomp && ClauseTree.HasTo(s, node);
        if (lemma is "go") return infinitive && s.Tokens[head].Xpos == Xpos.VBG && head + 1 < s.Count && s.Tokens[head + 1].Xpos == Xpos.TO ? EventStatus.Announced : null;
        if (infinitive && Trying.Contains(lemma)) return EventStatus.Hypothetical;
        if (lemma is "rule" && infinitive) return null;
        if (Failing.Contains(lemma) && relation is not Deprel.Nsubj) return relation == Deprel.Ccomp ? null : EventStatus.Denied;
        if (lemma is "threaten" or "threat") return EventStatus.Threatened;
        if (lemma is "delay" or "postpone") return EventStatus.Announced;
        if (lemma == "warn" && IsFuture(s, node)) return EventStatus.Threatened;
        if (infinitive && Ahead.Contains(lemma)) return EventStatus.Announced;
        if (lemma is "manage" or "help" or "force") return null;
        var kind = s.Tokens[head].Upos switch { Upos.VERB => CueKind.Verb, Upos.NOUN => CueKind.Noun, Upos.ADJ => CueKind.Adjective, _ => (CueKind?)null };
        if (kind is null) return null;
        var marker = ClauseTree.MarkerOf(s, node);
        foreach (var e in cues.Of(kind.Value, lemma))
        {
            if (!Fits(e, relation, infinitive, s.Tokens[node].Xpos == Xpos.VBG, marker)) continue;
            var status = OfClass(e.Class, relation, infinitive, kind.Value);
            if (status is not null) return status;
        }

        return null;
    }

    private static bool Fits(CueEntry e, Deprel relation, bool infinitive, bool gerund, string marker) => relation switch
    {
        Deprel.Ccomp or Deprel.Csubj or Deprel.CsubjPass => e.Rest.Length == 0 && e.Has(CueComplements.Clause),
        Deprel.Obj or Deprel.NsubjPass => e.Rest.Length == 0 && e.Has(CueComplements.Object),
        Deprel.Obl or Deprel.Nmod => e.Rest.Length > 0 && e.Rest == marker,
        Deprel.Acl => infinitive ? e.Rest.Length == 0 : e.Rest == marker,
        Deprel.Xcomp or Deprel.Advcl when gerund && marker.Length == 0 => e.Rest.Length == 0 && (e.Takes & (CueComplements.Object | CueComplements.Clause)) != 0,
        _ => infinitive ? e.Rest.Length == 0 && e.Has(CueComplements.Infinitive) : e.Rest.Length > 0 && e.Rest == marker,
    };

    private static EventStatus? OfClass(string kind, Deprel relation, bool infinitive, CueKind word) => kind switch
    {
        "denies" => EventStatus.Denied,
        "demands" => EventStatus.Requested,
        "promises" => infinitive || word == CueKind.Noun || relation is Deprel.Obl or Deprel.Nmod ? EventStatus.Announced : null,
        // What is believed is told on the believer's word, as what is said is.
        "believes" when relation == Deprel.Ccomp => EventStatus.Actual,
        "wants" or "believes" or "asks" => EventStatus.Hypothetical,
        "warns" => EventStatus.Hypothetical,
        "says" or "reports" or "shows" or "claims" or "knows" or "accuses" when relation is Deprel.Ccomp or Deprel.Obj => EventStatus.Actual,
        _ => null,
    };

    private static bool IsFuture(ParsedSentence s, int verb)
    {
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Xpos == Xpos.MD) return true;
        return false;
    }

    private StatusFinding OfNoun(ParsedSentence s, int noun)
    {
        foreach (var c in s.Children(noun))
        {
            if (s.Tokens[c].Deprel is not (Deprel.Amod or Deprel.Det or Deprel.Compound)) continue;
            if (Modifiers.TryGetValue(s.Form(c).ToString().ToLowerInvariant(), out var status)) return new StatusFinding(status, s.Form(c).ToString());
        }

        // A predicate noun has its own clause: "will be a recall".
        if (s.Child(noun, Deprel.Cop) >= 0 && OwnClause(s, noun) is { Status: not EventStatus.Actual } own) return own;
        if (s.Tokens[noun].Deprel is Deprel.Nsubj or Deprel.NsubjPass && s.Tokens[noun].Head is >= 0 and var predicate)
        {
            var above = OwnClause(s, predicate);
            if (above.Status != EventStatus.Actual && s.Tokens[predicate].Lemma is "begin" or "start" or "take" or "happen" or "occur" or "follow" or "resume" or "open" or "be" or "hold" or "come" or "go") return above;
            if (Failing.Contains(s.Tokens[predicate].Lemma) && s.Tokens[noun].Deprel == Deprel.NsubjPass) return new StatusFinding(EventStatus.Denied, s.Tokens[predicate].Lemma);
            if (s.Tokens[predicate].Lemma is "plan" or "schedule" or "expect" or "slate" or "set" && s.Tokens[noun].Deprel == Deprel.NsubjPass) return new StatusFinding(EventStatus.Announced, s.Tokens[predicate].Lemma);
        }

        return Embedding(s, noun);
    }

    private static bool IsNegated(ParsedSentence s, int word)
    {
        foreach (var c in s.Children(word))
            if (IsNegation(s, c)) return true;
        return s.Child(word, Deprel.Det) is >= 0 and var det && s.Form(det) is "no" or "No";
    }

    private static bool IsNegation(ParsedSentence s, int token) =>
        s.Tokens[token].Deprel is Deprel.Advmod or Deprel.Aux or Deprel.Dep && s.Form(token) is "not" or "n't" or "n’t" or "never" or "Never" or "neither" or "Neither" or "nor" or "hardly";

    // A question outside quotation: nothing is told by it.
    private static bool IsAsked(ParsedSentence s, int trigger)
    {
        if (s.Form(s.Count - 1) is not "?") return false;
        for (var node = trigger; node >= 0; node = s.Tokens[node].Head)
        {
            if (s.Tokens[node].Deprel is Deprel.AclRelcl or Deprel.Acl) return false;
            if (node == s.Root) return true;
        }

        return false;
    }
}
