using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>
/// Finds what a measure answers by its cue: "in response to", "in retaliation for", "after", "over", "citing", "reciprocal", "tit-for-tat".
/// "amid" is no cue. A cue holds for a measure that stands outside the cue's own clause.
/// </summary>
internal static class ResponseReading
{
    private static readonly string[][] Phrases =
    [
        ["in", "response"], ["in", "retaliation"], ["in", "reply"], ["in", "answer"], ["in", "reaction"], ["in", "protest"], ["in", "return"], ["in", "reciprocation"],
        ["in", "a", "reciprocal"], ["in", "a", "retaliatory"], ["in", "a", "tit-for-tat"], ["as", "a", "response"], ["as", "a", "reaction"], ["as", "retaliation"],
        ["as", "a", "retaliation"], ["as", "punishment"], ["because", "of"], ["due", "to"], ["as", "a", "result"], ["on", "account"], ["in", "the", "wake"], ["to", "protest"],
        ["in", "view"], ["in", "light"], ["accused", "of"], ["accusing"], ["citing"], ["blaming"], ["because"], ["over"], ["following"], ["after"], ["for"], ["prompting"], ["leading"],
    ];

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "reciprocal", "tit-for-tat", "retaliatory", "reciprocally", "reciprocate", "retaliate", "retaliating", "retaliates", "reprisal", "reprisals", "countermeasure", "countermeasures",
    };

    private static readonly HashSet<string> Reasons = new(StringComparer.Ordinal)
    {
        "role", "interference", "support", "activity", "espionage", "spying", "involvement", "violation", "abuse", "action", "aggression", "invasion", "attack", "failure", "refusal", "decision", "comment", "remark",
    };

    /// <summary>The cue and the words of the provocation, or null.</summary>
    public static MeasureResponse? Of(ParsedSentence s, EventCandidate e)
    {
        for (var t = 0; t < s.Count; t++)
        {
            foreach (var phrase in Phrases)
            {
                if (!Matches(s, t, phrase)) continue;
                var last = t + phrase.Length - 1;
                if (Holds(s, e, t, last, phrase[0])) return Make(s, t, last);
                break;
            }
            if (Words.Contains(s.Form(t).ToString()) && !Inside(s, e.Anchor, HeadOf(s, t)) && s.Tokens[t].Head != e.Trigger) return Make(s, t, t);
        }
        return null;
    }

    private static bool Holds(ParsedSentence s, EventCandidate e, int first, int last, string word)
    {
        var clause = HeadOf(s, last);
        if (word is "prompting" or "leading") return first < e.Trigger && Inside(s, e.Anchor, first);
        if (word is "in" or "as" or "accused")
            return !Inside(s, e.Anchor, clause) && (first > e.Trigger || first < 4 || SameClause(s, e.Anchor, clause));
        if (Inside(s, e.Anchor, clause) || clause == e.Anchor) return false;
        if (word is "to" or "accusing" or "citing" or "blaming" or "because" or "due" or "on") return first > e.Trigger;
        // "after", "over", "following", "for": of the measure's own clause, and no date.
        if (IsTime(s, clause) || s.Tokens[clause].Lemma is "measure" or "move" && word is "following") return false;
        // "six months after": when, not why.
        if (word is "after" && first > 0 && s.Tokens[first - 1].Lemma is "year" or "month" or "week" or "day" or "hour" or "decade") return false;
        if (word == "for" && !(s.Tokens[clause].Xpos == Xpos.VBG || Reasons.Contains(s.Tokens[clause].Lemma))) return false;
        if (first < e.Trigger && first > 1) return false;
        // "amid tension over fish": the cue of another noun.
        var head = s.Tokens[clause].Head;
        if (head >= 0 && head != e.Trigger && head != e.Counted && s.Tokens[head].Upos == Upos.NOUN && s.Tokens[head].Deprel == Deprel.Obl) return false;
        return SameClause(s, e.Anchor, clause) || first < 2;
    }

    /// <summary>The head of the phrase or clause that a cue word opens.</summary>
    private static int HeadOf(ParsedSentence s, int t) =>
        s.Tokens[t].Deprel is Deprel.Case or Deprel.Mark or Deprel.Fixed or Deprel.Advmod && s.Tokens[t].Head >= 0 ? s.Tokens[t].Head : t;

    private static bool SameClause(ParsedSentence s, int verb, int clause)
    {
        for (int t = s.Tokens[clause].Head, steps = 0; t >= 0 && steps < 6; t = s.Tokens[t].Head, steps++)
        {
            if (t == verb) return true;
            // A sister verb shares what follows the last of them; the clause around the measure does too.
            if (s.Tokens[t].Deprel == Deprel.Conj && s.Tokens[t].Head == verb) return true;
            if (Inside(s, verb, t) && s.Tokens[t].Upos == Upos.VERB) return true;
        }
        return false;
    }

    private static bool Inside(ParsedSentence s, int token, int ancestor)
    {
        for (int t = token, steps = 0; t >= 0 && steps < 40; t = s.Tokens[t].Head, steps++)
            if (t == ancestor) return true;
        return false;
    }

    private static bool IsTime(ParsedSentence s, int argument) =>
        s.Tokens[argument].Lemma is "year" or "month" or "week" or "day" or "decade" or "hour" or "time" or "weekend" or "break" or "talk" or "meeting"
        || s.Tokens[argument].Upos == Upos.NUM;

    private static bool Matches(ParsedSentence s, int t, string[] cue)
    {
        if (t + cue.Length > s.Count) return false;
        for (var i = 0; i < cue.Length; i++)
            if (!s.Form(t + i).Equals(cue[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    private static MeasureResponse Make(ParsedSentence s, int first, int last)
    {
        // "in response to", "as punishment for": the preposition is the cue's.
        if (last > first && last + 2 < s.Count && s.Form(last + 1) is "to" or "for" or "of" or "with" or "against") last++;
        var cue = s.Tokens[first].Span.Union(s.Tokens[last].Span);
        var (from, to) = (Math.Min(last + 1, s.Count - 1), last);
        var head = HeadOf(s, last);
        for (var t = from; t < s.Count; t++)
        {
            if (s.Form(t) is "." or ";") break;
            if (s.Form(t) is "," && t > head) break;
            to = t;
        }
        var span = to >= from ? s.Tokens[from].Span.Union(s.Tokens[to].Span) : cue;
        return new MeasureResponse(cue, span, null);
    }
}
