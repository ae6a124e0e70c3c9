using Demarche.Language;

namespace Demarche.Coding.Claims;

/// <summary>Questions to a tree about clauses and who acts in them, asked by claims, dates and status alike.</summary>
internal static class ClauseTree
{
    private const int MaxSteps = 12;

    /// <summary>Verbs after whose object the infinitive's subject is that object.</summary>
    private static readonly HashSet<string> ObjectControl = new(StringComparer.Ordinal)
    {
        "ask", "urge", "tell", "order", "allow", "permit", "force", "persuade", "encourage", "invite", "compel", "instruct", "enable", "lead", "prompt", "want", "expect", "get", "let", "make", "help", "push", "press", "warn", "advise", "require", "authorize", "cause",
    };

    /// <summary>The first and last token of a subtree, without the subtrees of the tokens passed over.</summary>
    public static (int First, int Last) Extent(ParsedSentence s, int root, int without = -1)
    {
        var first = root;
        var last = root;
        Widen(s, root, without, 0, ref first, ref last);
        return (first, last);
    }

    private static void Widen(ParsedSentence s, int node, int without, int depth, ref int first, ref int last)
    {
        if (node < first) first = node;
        if (node > last) last = node;
        if (depth > 200) return;
        foreach (var c in s.Children(node))
            if (c != without && !IsOtherClause(s, node, c)) Widen(s, c, without, depth + 1, ref first, ref last);
    }

    // "wants to stay, but was sent home": a conjunct of another verb form belongs further up.
    private static bool IsOtherClause(ParsedSentence s, int node, int child) => IsFurtherSpeech(s, node, child) ||
        s.Tokens[child].Deprel == Deprel.Conj && s.Tokens[node].Xpos is Xpos.VB or Xpos.VBG && s.Tokens[child].Upos == Upos.VERB
        && s.Tokens[child].Xpos != s.Tokens[node].Xpos && !(s.Tokens[node].Xpos == Xpos.VB && HasModal(s, node));

    /// <summary>Verbs by which a report goes on to the next thing said.</summary>
    private static readonly HashSet<string> Speech = new(StringComparer.Ordinal)
    {
        "say", "add", "tell", "note", "argue", "insist", "warn", "accuse", "call", "claim", "write", "vow", "promise", "urge", "criticize", "criticise", "blame", "describe", "state", "declare", "deny", "reject",
        "acknowledge", "admit", "concede", "announce", "respond", "reply", "explain", "suggest", "stress", "emphasize", "emphasise", "contend", "maintain", "assert", "allege", "predict", "condemn",
    };

    /// <summary>True for a verb by which a report goes on to what is said next.</summary>
    public static bool IsSpeech(string lemma) => Speech.Contains(lemma);

    // "said it was ready and warned the others", "said they are ready and Norland accused them", "banned it, saying it was old": what follows is told anew.
    private static bool IsFurtherSpeech(ParsedSentence s, int node, int child)
    {
        if (child < node || s.Tokens[child].Upos != Upos.VERB || !Speech.Contains(s.Tokens[child].Lemma)) return false;
        switch (s.Tokens[child].Deprel)
        {
            case Deprel.Conj when s.Tokens[child].Xpos == Xpos.VBD && s.Tokens[node].Upos is Upos.VERB or Upos.ADJ or Upos.NOUN:
                if (s.Tokens[node].Deprel is not (Deprel.Ccomp or Deprel.Conj)) return false;
                if (SubjectOf(s, child) is >= 0 and var own) return s.Tokens[own].Upos != Upos.PRON || !IsPast(s, node);
                return SubjectOf(s, node) is >= 0 and var subject && s.Tokens[subject].Upos == Upos.PRON;
            case Deprel.Advcl when s.Tokens[child].Xpos is Xpos.VBD or Xpos.VBZ:
                return MarkerOf(s, child) is "though" or "although" or "while" or "but" && SubjectOf(s, child) >= 0;
            case Deprel.Advcl or Deprel.Acl when s.Tokens[child].Xpos == Xpos.VBG:
                return child > 0 && s.Form(child - 1) is ",";
            default:
                return false;
        }
    }

    private static bool IsPast(ParsedSentence s, int verb)
    {
        if (s.Tokens[verb].Xpos == Xpos.VBD) return true;
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Xpos == Xpos.VBD && s.Tokens[c].Deprel is Deprel.Aux or Deprel.AuxPass or Deprel.Cop) return true;
        return false;
    }

    private static bool HasModal(ParsedSentence s, int verb)
    {
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Xpos is Xpos.MD or Xpos.VBD or Xpos.VBZ or Xpos.VBP && s.Tokens[c].Deprel == Deprel.Aux) return true;
        return false;
    }

    /// <summary>The text of tokens from first to last, without punctuation at its ends; quotation marks stay.</summary>
    public static Span Trimmed(ParsedSentence s, int first, int last)
    {
        while (first < last && s.Tokens[first].Upos == Upos.PUNCT && !IsQuoteMark(s, first) && s.Form(first) is not "(") first++;
        while (last > first && s.Tokens[last].Upos == Upos.PUNCT && !IsQuoteMark(s, last) && s.Form(last) is not ")") last--;
        return new Span(s.Tokens[first].Start, s.Tokens[last].End);
    }

    public static bool IsQuoteMark(ParsedSentence s, int token) => s.Form(token) is "\"" or "“" or "”" or "``" or "''" or "«" or "»" or "„";

    /// <summary>A noun phrase without its clauses and appositions.</summary>
    public static Span NounPhrase(ParsedSentence s, int head)
    {
        var first = head;
        var last = head;
        foreach (var c in s.Children(head))
        {
            // "the agency Meridian": a name set beside its noun without a comma is part of it.
            if (s.Tokens[c].Deprel == Deprel.Appos && (s.Tokens[c].Upos != Upos.PROPN || c == 0 || s.Tokens[c - 1].Upos == Upos.PUNCT)) continue;
            if (s.Tokens[c].Deprel is Deprel.AclRelcl or Deprel.Acl or Deprel.Parataxis or Deprel.Conj or Deprel.Cc or Deprel.Punct
                or Deprel.Case or Deprel.Cop or Deprel.Nsubj or Deprel.Dep or Deprel.Advcl or Deprel.Mark or Deprel.Aux or Deprel.List or Deprel.Orphan) continue;
            if (c > head && IsDay(s, c)) continue;
            var (f, l) = Extent(s, c);
            if (f < first) first = f;
            if (l > last) last = l;
        }

        return Trimmed(s, first, last);
    }

    // "the ministry on Tuesday": the day is of what it did.
    private static bool IsDay(ParsedSentence s, int token) => s.Tokens[token].Deprel is Deprel.Nmod or Deprel.NmodUnmarked or Deprel.Obl or Deprel.OblUnmarked or Deprel.Flat or Deprel.Dep
        && TimeLexicon.TryGet(s.Form(token), out var kind, out _) && kind is TimeClass.Weekday or TimeClass.RelativeDay;

    /// <summary>The preposition or conjunction that introduces a token, in lower case; empty where there is none.</summary>
    public static string MarkerOf(ParsedSentence s, int token)
    {
        foreach (var c in s.Children(token))
            if (s.Tokens[c].Deprel is Deprel.Case or Deprel.Mark && s.Tokens[c].Xpos != Xpos.POS) return s.Tokens[c].Lemma;
        return "";
    }

    public static bool IsNegated(ParsedSentence s, int verb)
    {
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Deprel is Deprel.Advmod or Deprel.Aux && s.Form(c) is "not" or "n't" or "n’t" or "never") return true;
        return false;
    }

    public static bool HasTo(ParsedSentence s, int verb)
    {
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Xpos == Xpos.TO && s.Tokens[c].Deprel is Deprel.Mark or Deprel.Aux) return true;
        return false;
    }

    public static bool IsPassive(ParsedSentence s, int verb) =>
        s.Child(verb, Deprel.AuxPass) >= 0 || s.Child(verb, Deprel.NsubjPass) >= 0;

    /// <summary>Who does what the verb tells: its subject, the agent of a passive, or the subject that it shares. -1 where nobody is named.</summary>
    public static int ActorOf(ParsedSentence s, int verb)
    {
        for (var step = 0; step < MaxSteps && verb >= 0; step++)
        {
            if (IsPassive(s, verb)) return AgentOf(s, verb);
            // A participle's subject stands before it; what parsers find behind it belongs to its content.
            if (SubjectOf(s, verb) is >= 0 and var subject && !(s.Tokens[verb].Xpos == Xpos.VBG && subject > verb)) return subject;
            ref readonly var t = ref s.Tokens[verb];
            var head = t.Head;
            if (head < 0) return -1;
            switch (t.Deprel)
            {
                case Deprel.Conj:
                    verb = head;
                    continue;
                case Deprel.Xcomp:
                    if (s.Child(head, Deprel.Obj) is >= 0 and var obj && ObjectControl.Contains(s.Tokens[head].Lemma)) return obj;
                    verb = head;
                    continue;
                case Deprel.Advcl or Deprel.Parataxis or Deprel.Ccomp or Deprel.Dep:
                    verb = head;
                    continue;
                case Deprel.Acl when t.Xpos == Xpos.VBG && verb > 0 && s.Form(verb - 1) is ",":
                    // "opened the talks, saying": who opened them says.
                    for (var above = head; above >= 0; above = s.Tokens[above].Head)
                        if (s.Tokens[above].Upos == Upos.VERB) return ActorOf(s, above);
                    return -1;
                case Deprel.Acl:
                    return t.Xpos == Xpos.VBN ? AgentOf(s, verb) : IsNominal(s, head) && !HasTo(s, verb) ? head : -1;
                case Deprel.AclRelcl:
                    return IsNominal(s, head) ? head : -1;
                default:
                    return -1;
            }
        }

        return -1;
    }

    public static int SubjectOf(ParsedSentence s, int verb)
    {
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Deprel is Deprel.Nsubj or Deprel.NsubjOuter) return c;
        return -1;
    }

    public static int AgentOf(ParsedSentence s, int verb)
    {
        foreach (var c in s.Children(verb))
        {
            if (s.Tokens[c].Deprel == Deprel.OblAgent) return c;
            if (s.Tokens[c].Deprel == Deprel.Obl && MarkerOf(s, c) == "by" && IsNominal(s, c)) return c;
        }

        return -1;
    }

    public static bool IsNominal(ParsedSentence s, int token) => s.Tokens[token].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON;
}
