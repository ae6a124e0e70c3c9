using Demarche.Coding.Claims;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>Questions to the tree: voice, subjects over control, raising, coordination, relative and participial clauses.</summary>
internal static class ClauseReading
{
    private const int MaxSteps = 6;

    private static readonly HashSet<string> ObjectControl = new(StringComparer.Ordinal)
    {
        "urge", "ask", "force", "order", "persuade", "allow", "permit", "tell", "instruct", "encourage", "invite", "press", "compel", "convince", "warn", "enable",
        "require", "request", "authorize", "authorise", "direct", "command", "beg", "forbid", "push", "lead", "prompt", "cause", "help", "pressure", "oblige", "advise", "call", "want", "expect", "let", "make",
    };

    private static readonly HashSet<string> Plans = new(StringComparer.Ordinal)
    {
        "decision", "plan", "move", "proposal", "threat", "bid", "intention", "pledge", "promise", "refusal", "offer", "vow", "vote", "attempt", "effort",
    };

    /// <summary>True where the subject of the verb undergoes the act.</summary>
    public static bool IsPassive(ParsedSentence s, int verb)
    {
        for (var steps = 0; steps < MaxSteps; steps++)
        {
            var hasSubject = false;
            foreach (var c in s.Children(verb))
            {
                var d = s.Tokens[c].Deprel;
                if (d is Deprel.NsubjPass or Deprel.AuxPass or Deprel.CsubjPass) return true;
                if (d is Deprel.Nsubj or Deprel.Aux or Deprel.Obj) hasSubject = true;
            }
            ref readonly var t = ref s.Tokens[verb];
            if (t.Xpos != Xpos.VBN) return false;
            if (t.Deprel == Deprel.Amod) return MisreadSubject(s, verb) < 0;
            if (t.Deprel is Deprel.Acl) return true;
            if (t.Deprel == Deprel.Advcl) return !hasSubject;
            if (t.Deprel == Deprel.Conj && !hasSubject && t.Head >= 0 && s.Tokens[t.Head].Upos == Upos.VERB) verb = t.Head;
            else return t.Deprel is Deprel.Xcomp && !hasSubject || t.Deprel == Deprel.Root && !hasSubject;
        }
        return false;
    }

    /// <summary>The noun in the verb's subject position on the surface, or -1.</summary>
    public static int SurfaceSubject(ParsedSentence s, int verb, int depth = 0)
    {
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Deprel is Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter) return Antecedent(s, verb, c);
        if (depth > MaxSteps) return -1;
        var head = s.Tokens[verb].Head;
        if (head < 0) return -1;
        switch (s.Tokens[verb].Deprel)
        {
            case Deprel.Conj or Deprel.Parataxis when IsClause(s, head):
                return SurfaceSubject(s, head, depth + 1);
            case Deprel.Xcomp or Deprel.Ccomp when IsClause(s, head):
                if (ObjectControl.Contains(s.Tokens[head].Lemma) && !IsPassive(s, head))
                {
                    var controller = s.Child(head, Deprel.Obj);
                    if (controller < 0) controller = s.Child(head, Deprel.Iobj);
                    if (controller >= 0) return controller;
                }
                return SurfaceSubject(s, head, depth + 1);
            case Deprel.Advcl or Deprel.Dep when IsClause(s, head):
                if (PlannerBefore(s, verb, head) is >= 0 and var planner) return planner;
                return SurfaceSubject(s, head, depth + 1);
            case Deprel.AclRelcl or Deprel.AdvclRelcl:
                return HasOwnSubject(s, verb) ? -1 : head;
            case Deprel.Acl:
                if (s.Tokens[verb].Xpos is Xpos.VBG or Xpos.VBN) return head;
                return OwnerOfPlan(s, head, depth);
            case Deprel.Amod:
                return MisreadSubject(s, verb);
            case Deprel.Nmod or Deprel.Obl:
                return s.Tokens[verb].Xpos == Xpos.VBG && IsClause(s, head) ? SurfaceSubject(s, head, depth + 1) : -1;
            default:
                return -1;
        }
    }

    /// <summary>"Arland renewed talks", misread as "Arland: renewed talks": the subject of the noun is the verb's.</summary>
    public static int MisreadSubject(ParsedSentence s, int participle)
    {
        var noun = s.Tokens[participle].Head;
        if (noun < 0 || s.Tokens[participle].Xpos is not (Xpos.VBN or Xpos.VBD)) return -1;
        var subject = s.Child(noun, Deprel.Nsubj);
        if (subject >= 0 && subject < participle) return subject;
        var above = s.Tokens[noun].Head;
        return above >= 0 && s.Tokens[above].Lemma == "have" && s.Tokens[noun].Deprel == Deprel.Obj && above == participle - 1 ? SurfaceSubject(s, above) : -1;
    }

    public static bool IsClause(ParsedSentence s, int token) =>
        s.Tokens[token].Upos is Upos.VERB or Upos.AUX || s.Child(token, Deprel.Cop) >= 0 || s.Child(token, Deprel.Nsubj) >= 0
        || s.Tokens[token].Upos == Upos.ADJ;

    public static ReadOnlySpan<char> CaseOf(ParsedSentence s, int token)
    {
        foreach (var c in s.Children(token))
            if (s.Tokens[c].Deprel == Deprel.Case && s.Tokens[c].Xpos != Xpos.POS) return s.Tokens[c].Lemma;
        return [];
    }

    public static int Depth(ParsedSentence s, int token)
    {
        var depth = 0;
        for (var t = token; t >= 0 && depth < 200; t = s.Tokens[t].Head) depth++;
        return depth;
    }

    /// <summary>"the decision of X to leave": whoever holds the decision.</summary>
    private static int OwnerOfPlan(ParsedSentence s, int noun, int depth)
    {
        if (OwnerOf(s, noun) is >= 0 and var owner) return owner;
        var head = s.Tokens[noun].Head;
        if (s.Tokens[noun].Deprel == Deprel.Obj && head >= 0 && IsClause(s, head)) return SurfaceSubject(s, head, depth + 1);
        foreach (var c in s.Children(noun))
            if (s.Tokens[c].Deprel is Deprel.Compound or Deprel.Amod && s.Tokens[c].Upos is Upos.PROPN or Upos.ADJ) return c;
        return -1;
    }

    /// <summary>"condemns the decision by X to leave", with the infinitive hung to the verb: whose decision it is, or -1.</summary>
    private static int PlannerBefore(ParsedSentence s, int verb, int head)
    {
        var plan = s.Child(head, Deprel.Obj);
        return plan >= 0 && plan < verb && Plans.Contains(s.Tokens[plan].Lemma) && ClauseTree.HasTo(s, verb) ? OwnerOf(s, plan) : -1;
    }

    /// <summary>"X's decision", "the decision of X", "by X": X, or -1.</summary>
    private static int OwnerOf(ParsedSentence s, int noun)
    {
        var owner = s.Child(noun, Deprel.NmodPoss);
        if (owner >= 0) return owner;
        foreach (var c in s.Children(noun))
            if (s.Tokens[c].Deprel == Deprel.Nmod && CaseOf(s, c) is "of" or "by") return c;
        return -1;
    }

    public static bool HasOwnSubject(ParsedSentence s, int verb)
    {
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Deprel is Deprel.Nsubj or Deprel.NsubjPass) return true;
        return false;
    }

    /// <summary>The noun that a relative pronoun stands for.</summary>
    private static int Antecedent(ParsedSentence s, int verb, int subject)
    {
        if (s.Tokens[subject].Xpos is not (Xpos.WDT or Xpos.WP) && s.Tokens[subject].Lemma is not "that") return subject;
        for (int v = verb, steps = 0; v >= 0 && steps < MaxSteps; steps++)
        {
            if (s.Tokens[v].Deprel is Deprel.AclRelcl or Deprel.Acl) return s.Tokens[v].Head;
            if (s.Tokens[v].Deprel is not (Deprel.Conj or Deprel.Xcomp or Deprel.Ccomp)) break;
            v = s.Tokens[v].Head;
        }
        return subject;
    }
}
