using Demarche.Coding.Claims;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>Tells from the tree which predicate a time expression dates.</summary>
internal static class TimeAttachment
{
    private const int MaxSteps = 12;

    /// <summary>How near a time stands to the trigger in the tree: 0 under it, more for its clause; -1 where it belongs to another act.</summary>
    public static int Rank(ParsedSentence s, int trigger, in PlacedTime placed)
    {
        var time = placed.Head;
        var clause = ClauseOf(s, time);
        var state = clause >= 0 && IsState(s, clause) && placed.Time.Precision == DatePrecision.Day;
        if (IsUnder(s, time, trigger)) return OwnClause(s, time, trigger) && Dates(s, placed, trigger) ? 0 : state && ClauseOf(s, clause) == trigger ? 1 : -1;
        if (state) clause = ClauseOf(s, clause);
        if (clause < 0 || !state && !Dates(s, placed, clause)) return -1;
        var node = trigger;
        for (var step = 1; step <= MaxSteps && node >= 0; step++)
        {
            var relation = s.Tokens[node].Deprel;
            var head = s.Tokens[node].Head;
            if (head < 0) return -1;
            // Into another clause only where it shares the time: conjuncts, infinitives, participles; and nouns in their verb's clause.
            switch (relation)
            {
                // "rose in spring, when A sent troops": the time above is the clause's own.
                case Deprel.AclRelcl or Deprel.Advcl or Deprel.AdvclRelcl when step == 1 && HasWhen(s, node) && !HasOwnTime(s, node):
                    break;
                // "expelled them in December, accusing them of theft": one deed told by a participle is of its verb's time.
                case Deprel.Advcl when s.Tokens[node].Xpos == Xpos.VBG && !HasOwnTime(s, node) && ClauseTree.MarkerOf(s, node) is "" or "by":
                    break;
                case Deprel.Ccomp or Deprel.AclRelcl or Deprel.Advcl or Deprel.AdvclRelcl or Deprel.Parataxis or Deprel.Csubj or Deprel.CsubjPass:
                    return -1;
                case Deprel.Acl when s.Tokens[node].Upos == Upos.VERB:
                    return -1;
                case Deprel.Conj when s.Tokens[node].Upos == Upos.VERB && time > node:
                    return -1;
                case Deprel.Conj when s.Tokens[node].Upos == Upos.VERB && HasOwnTime(s, node):
                    return -1;
                case Deprel.Xcomp when HasOwnTime(s, node):
                    return -1;
            }

            node = head;
            if (node == clause) return step;
        }

        return -1;
    }

    /// <summary>
    /// Whether a time on the way up to a predicate dates it, or only a thing beside it: "the 2007 robbery", "the treaty of 1992" date the robbery
    /// and the treaty. A near day after an object ("signed a deal on Monday") is the predicate's, and so is an occasion ("at the 2012 Games").
    /// </summary>
    private static bool Dates(ParsedSentence s, in PlacedTime placed, int predicate)
    {
        var node = placed.Head;
        for (var step = 0; step < MaxSteps && node >= 0; step++)
        {
            ref readonly var t = ref s.Tokens[node];
            var head = t.Head;
            if (head < 0) return false;
            if (head == predicate && step <= 1 && EndsCause(s, placed, predicate)) return false;
            if (head == predicate) return step > 0 || t.Deprel is not (Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj or Deprel.Appos) || t.Deprel == Deprel.Obj && placed.Time.Basis == DateBasis.Relative || s.Tokens[predicate].Upos != Upos.VERB;
            ref readonly var h = ref s.Tokens[head];
            if (s.Tokens[head].Upos is not (Upos.NOUN or Upos.PROPN) || IsTimeNoun(h.Lemma))
            {
                node = head;
                continue;
            }

            var occasion = step == 0 && h.Head == predicate && h.Deprel is Deprel.Obl && ClauseTree.MarkerOf(s, head) is "in" or "at" or "during" && t.Deprel is not (Deprel.Nmod or Deprel.NmodUnmarked or Deprel.Obl)
                && placed.Time.Basis == DateBasis.Stated && s.Tokens[predicate].Xpos is not (Xpos.VBZ or Xpos.VBP);
            var near = placed.Time.Precision <= DatePrecision.Week && placed.Head > head && t.Deprel is Deprel.Nmod or Deprel.NmodUnmarked && ClauseTree.MarkerOf(s, node) is "" or "on"
                && h.Head == predicate && !IsCause(s, head) && h.Deprel is Deprel.Obj or Deprel.Obl or Deprel.NsubjPass or Deprel.Nsubj or Deprel.OblAgent or Deprel.Xcomp;
            return occasion || near;
        }

        return false;
    }

    // "sanctioned firms linked to the army on June 1": a day after a state is of the act, wherever the tree hangs it.
    private static bool IsState(ParsedSentence s, int clause) => s.Tokens[clause].Deprel is Deprel.Acl && s.Tokens[clause].Xpos == Xpos.VBN
        && s.Tokens[clause].Lemma is "link" or "relate" or "connect" or "associate" or "base" or "involve" or "own" or "accuse" or "suspect" or "affiliate" or "call" or "locate" or "tie" or "ally" or "hold" or "know" or "control";

    private static bool IsTimeNoun(string lemma) => lemma is "end" or "beginning" or "start" or "middle" or "night" or "morning" or "evening" or "afternoon" or "day" or "eve" or "week" or "weekend" or "month" or "year" or "hour" or "course" or "summer" or "winter" or "spring" or "autumn";

    private static bool HasWhen(ParsedSentence s, int clause)
    {
        foreach (var c in s.Children(clause))
            if (s.Tokens[c].Lemma == "when") return true;
        return false;
    }

    // "two weeks earlier than planned", "for the first time since 1975"
    public static bool IsCompared(ParsedSentence s, Span time)
    {
        for (var t = 0; t + 1 < s.Count; t++)
            if (s.Tokens[t].Start >= time.Start && s.Tokens[t].End <= time.End + 8 && s.Form(t + 1) is "than" && s.Tokens[t + 1].Start < time.End + 10) return true;
        return false;
    }

    // Told in the present, the act is of the report's day: a time gone by at the end of its cause is the cause's, wherever the tree hangs it.
    private static bool EndsCause(ParsedSentence s, in PlacedTime placed, int predicate)
    {
        if (placed.Time.Precision > DatePrecision.Month || !IsToldNow(s, predicate)) return false;
        var first = placed.Head;
        while (first > 0 && s.Tokens[first - 1].Start >= placed.Time.Span.Start) first--;
        while (first > 0 && s.Tokens[first - 1].Upos is Upos.ADP or Upos.DET) first--;
        foreach (var c in s.Children(predicate))
            if (c < first && s.Tokens[c].Deprel is Deprel.Obl or Deprel.Nmod && IsCause(s, c) && ClauseTree.Extent(s, c).Last is var last && last >= first - 1) return true;
        return false;
    }

    private static bool IsToldNow(ParsedSentence s, int verb) => s.Child(verb, Deprel.Aux) < 0
        && (s.Tokens[verb].Xpos is Xpos.VBZ or Xpos.VBP || s.Child(verb, Deprel.AuxPass) is >= 0 and var be && s.Tokens[be].Xpos is Xpos.VBZ or Xpos.VBP);

    // "arrests three over an attack last week": the day is of what the act answers.
    private static bool IsCause(ParsedSentence s, int noun) => ClauseTree.MarkerOf(s, noun) is "over" or "for" or "after" or "following" or "despite" or "since" or "about" or "amid" or "because" or "to";

    // News is told in the present; a year gone by after such a verb belongs to a thing ("suspends the treaty of 2000"), before it to a chronicle.
    public static bool IsTold(ParsedSentence s, int trigger, int time)
    {
        for (var node = trigger; node >= 0; node = s.Tokens[node].Head)
            if (s.Tokens[node].Upos == Upos.VERB)
                return time > node && IsToldNow(s, node);
        return false;
    }

    // Does the way up from the time to the trigger cross another clause?
    private static bool OwnClause(ParsedSentence s, int time, int trigger)
    {
        for (var node = time; node != trigger; node = s.Tokens[node].Head)
        {
            if (node == time) continue;
            ref readonly var t = ref s.Tokens[node];
            if (t.Deprel is Deprel.Ccomp or Deprel.AclRelcl or Deprel.Advcl or Deprel.AdvclRelcl or Deprel.Parataxis or Deprel.Conj or Deprel.Csubj or Deprel.CsubjPass
                or Deprel.Acl) return false;
        }

        // A time that is itself a clause's head, or belongs to an appositive, tells of something else.
        return s.Tokens[time].Deprel is not (Deprel.Appos or Deprel.Nsubj or Deprel.AclRelcl);
    }

    private static bool IsUnder(ParsedSentence s, int node, int above)
    {
        for (var step = 0; step < s.Count && node >= 0; step++, node = s.Tokens[node].Head)
            if (node == above) return true;
        return false;
    }

    private static bool HasOwnTime(ParsedSentence s, int verb)
    {
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Deprel is Deprel.OblUnmarked || (s.Tokens[c].Deprel == Deprel.Obl && s.Tokens[c].Xpos is Xpos.NNP or Xpos.CD && ClauseTree.MarkerOf(s, c) is "on" or "in" or "by" or "from" or "since")) return true;
        return false;
    }

    /// <summary>The verb, or other predicate, in whose clause a token stands.</summary>
    public static int ClauseOf(ParsedSentence s, int token)
    {
        var node = s.Tokens[token].Head;
        for (var step = 0; step < MaxSteps && node >= 0; step++, node = s.Tokens[node].Head)
        {
            ref readonly var t = ref s.Tokens[node];
            if (t.Upos is Upos.VERB or Upos.AUX || t.Head < 0 || s.Child(node, Deprel.Cop) >= 0) return node;
        }

        return -1;
    }
}
