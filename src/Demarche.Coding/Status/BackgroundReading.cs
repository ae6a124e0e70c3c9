using Demarche.Coding.Claims;
using Demarche.Language;

namespace Demarche.Coding.Status;

/// <summary>Tells whether an act is told as earlier context and not as the report's news.</summary>
public static class BackgroundReading
{
    /// <summary>What ended this many days before the report is no news of it.</summary>
    public const int OldDays = 30;

    private const int MaxSteps = 12;

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
        for (var step = 0; step < MaxSteps && node >= 0; step++)
        {
            ref readonly var t = ref s.Tokens[node];
            if (Adverb(s, node) is { } adverb) return adverb;
            if (t.Upos == Upos.VERB && IsPastPerfect(s, node) && !IsReported(s, node)) return "had";
            var marker = t.Deprel is Deprel.Advcl or Deprel.Obl or Deprel.Nmod or Deprel.Acl ? ClauseTree.MarkerOf(s, node) : "";
            if (marker is "since" or "after" or "following" && t.Deprel != Deprel.Nmod) return marker;
            if (t.Deprel is Deprel.Ccomp or Deprel.Parataxis) return null;
            if (t.Upos == Upos.VERB && t.Deprel is Deprel.Root) return null;
            node = t.Head;
        }

        return null;
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
            if (s.Tokens[c].Lemma is "previously" or "formerly" or "historically" or "originally" || (s.Form(c) is "earlier" or "once" && s.Tokens[c].Deprel == Deprel.Advmod && !HasUnit(s, c))) return s.Form(c).ToString();
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
