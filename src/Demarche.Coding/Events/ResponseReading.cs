using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>
/// Finds what a measure answers by its cue: "in response to", "in retaliation for", "after", "over", "citing", "reciprocal", "tit-for-tat".
/// "amid" is no cue.
/// </summary>
internal static class ResponseReading
{
    private static readonly string[][] Cues =
    [
        ["in", "response"], ["in", "retaliation"], ["in", "reply"], ["in", "answer"], ["in", "reaction"], ["in", "protest"], ["in", "return"], ["in", "reciprocation"],
        ["in", "a", "reciprocal"], ["in", "a", "retaliatory"], ["in", "a", "tit-for-tat"], ["as", "a", "response"], ["as", "a", "reaction"], ["as", "retaliation"], ["as", "a", "retaliation"], ["as", "punishment"],
        ["because", "of"], ["due", "to"], ["as", "a", "result"], ["on", "account"], ["in", "the", "wake"], ["in", "light"], ["in", "view"],
    ];

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "reciprocal", "tit-for-tat", "retaliatory", "reciprocally", "reciprocate", "retaliate", "retaliating", "retaliation", "reprisal", "reprisals", "countermeasure", "countermeasures",
    };

    private static readonly HashSet<string> Weak = new(StringComparer.OrdinalIgnoreCase) { "after", "over", "following", "citing", "for", "because", "accusing", "prompting" };

    /// <summary>The cue and the words of the provocation that belong to the measure at the trigger.</summary>
    public static MeasureResponse? Of(ParsedSentence s, EventCandidate e)
    {
        for (var t = 0; t < s.Count; t++)
        {
            foreach (var cue in Cues)
                if (Matches(s, t, cue)) return Make(s, t, t + cue.Length - 1);
            if (Words.Contains(s.Form(t).ToString()) && !IsOther(s, t, e)) return Make(s, t, t);
        }
        foreach (var c in s.Children(e.Anchor))
            if (WeakCue(s, c) is { } found) return found;
        foreach (var c in s.Children(e.Trigger))
            if (e.Trigger != e.Anchor && WeakCue(s, c) is { } found) return found;
        if (e.Counted >= 0)
            foreach (var c in s.Children(e.Counted))
                if (WeakCue(s, c) is { } found) return found;
        return null;
    }

    private static MeasureResponse? WeakCue(ParsedSentence s, int argument)
    {
        var d = s.Tokens[argument].Deprel;
        if (d is not (Deprel.Obl or Deprel.Nmod or Deprel.Advcl)) return null;
        foreach (var c in s.Children(argument))
        {
            if (s.Tokens[c].Deprel is not (Deprel.Case or Deprel.Mark)) continue;
            var cue = s.Form(c).ToString();
            if (!Weak.Contains(cue)) continue;
            if (cue.Equals("for", StringComparison.OrdinalIgnoreCase) && !IsReason(s, argument)) continue;
            if (IsTime(s, argument)) continue;
            return Make(s, c, c);
        }
        return s.Form(argument) is "citing" or "accusing" or "blaming" ? Make(s, argument, argument) : null;
    }

    private static bool IsReason(ParsedSentence s, int argument) =>
        s.Tokens[argument].Xpos == Xpos.VBG || s.Tokens[argument].Lemma is "role" or "interference" or "support" or "activity" or "espionage" or "spying" or "involvement" or "violation" or "abuse" or "action" or "aggression" or "invasion";

    private static bool IsTime(ParsedSentence s, int argument) =>
        s.Tokens[argument].Lemma is "year" or "month" or "week" or "day" or "decade" or "hour" or "time" or "weekend" or "break" or "talk" or "meeting" || s.Tokens[argument].Upos == Upos.NUM;

    // "after Slovakia expelled": the cue of another act's clause.
    private static bool IsOther(ParsedSentence s, int t, EventCandidate e)
    {
        var head = s.Tokens[t].Head;
        return s.Tokens[t].Deprel == Deprel.Amod && head >= 0 && s.Tokens[head].Lemma is "sanction" && e.Measure != "sanctions_imposed";
    }

    private static bool Matches(ParsedSentence s, int t, string[] cue)
    {
        if (t + cue.Length > s.Count) return false;
        for (var i = 0; i < cue.Length; i++)
            if (!s.Form(t + i).Equals(cue[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    private static MeasureResponse Make(ParsedSentence s, int first, int last)
    {
        var cue = s.Tokens[first].Span.Union(s.Tokens[last].Span);
        var (from, to) = (Math.Min(last + 1, s.Count - 1), last);
        var head = s.Tokens[last].Deprel is Deprel.Case or Deprel.Mark ? s.Tokens[last].Head : last;
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
