using Demarche.Coding.Claims;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>When an event took place or was announced, and apart from that when it takes effect or is to be done.</summary>
/// <param name="Date">Null where the document has no credible date and the text names none. (The record of a background act leaves out one that is only the document's.)</param>
/// <param name="Effective">"will close on November 1", "from 1 November".</param>
/// <param name="Deadline">"to leave by the end of the month", "within a week" gives none.</param>
public sealed record EventDates(EventDate? Date, EventDate? Effective, EventDate? Deadline);

/// <summary>
/// Dates events by syntax: a time under the trigger, or under the clause that it belongs to, but never one across a clause whose verb
/// tells of another act or of saying ("said on Monday that X expelled" dates the saying). Else by the narrative of the paragraph, else
/// by the document.
/// </summary>
public static class EventDating
{
    /// <summary>A narrative date this many days off the document's is a story of its own, and carries over to the next sentence.</summary>
    private const int Apart = 20;

    public static EventDates Of(ParsedSentence sentence, int trigger, TimeTable times)
    {
        EventDate? date = null, effective = null, deadline = null;
        var best = int.MaxValue;
        var future = LooksAhead(sentence, trigger);
        foreach (var placed in times.In(sentence.Index))
        {
            if (placed.Time.First is not { } first || placed.Time.Type is not ("DATE" or "TIME")) continue;
            var rank = TimeAttachment.Rank(sentence, trigger, placed);
            if (rank < 0) continue;
            var found = Make(placed.Time);
            var ahead = times.DocumentDate is { } today && (first > today || future && placed.Time.After > today.AddDays(1));
            var preposition = Preposition(sentence, placed.Head);
            // The start of a stretch, or what something is measured against, is not when it happened.
            if (preposition is "since" || TimeAttachment.IsCompared(sentence, placed.Time.Span)) continue;
            if (TimeAttachment.IsTold(sentence, trigger, placed.Head) && first.Year < times.DocumentDate?.Year) continue;
            if (preposition is "by" or "before" or "until" or "till" && (ahead || future)) deadline ??= AtItsEnd(sentence.Text, placed.Time) ?? found;
            else if (ahead || (future && preposition is "from" or "effective" or "starting" or "beginning")) effective ??= found;
            else if (preposition is not ("until" or "till" or "before" or "after") && rank < best)
            {
                date = found;
                best = rank;
            }
        }

        date ??= EventLag.Of(sentence, trigger, times) ?? (future ? null : Narrative(sentence, trigger, times));
        return new EventDates(date ?? OfDocument(times), effective, deadline);
    }

    /// <summary>The document's date as an event's, for want of a better one.</summary>
    public static EventDate? OfDocument(TimeTable times) => times.DocumentDate is { } d
        ? new EventDate(null, d, DateBasis.Document, DatePrecision.Day, d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
        : null;

    /// <summary>"The end of the month" as its last day; null for times that name no end.</summary>
    internal static EventDate? AtItsEnd(string text, TimeExpression time)
    {
        var words = time.Span.Quote(text);
        if (time.After is not { } after || !(words.StartsWith("the end of", StringComparison.OrdinalIgnoreCase) || words.StartsWith("end of", StringComparison.OrdinalIgnoreCase))) return null;
        var last = after.AddDays(-1);
        return new EventDate(time.Span, last, time.Basis, DatePrecision.Day, last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    internal static EventDate Make(TimeExpression t) => new(t.Span, t.First!.Value, t.Basis, t.Precision, t.Value);

    private static string Preposition(ParsedSentence s, int head)
    {
        var marker = ClauseTree.MarkerOf(s, head);
        if (marker.Length > 0) return marker;
        // "by the end of the month": the preposition hangs on "end".
        var up = s.Tokens[head].Head;
        return up >= 0 && s.Tokens[head].Deprel == Deprel.Nmod && s.Tokens[up].Lemma is "end" or "beginning" or "start" or "middle" ? ClauseTree.MarkerOf(s, up) : "";
    }

    private static bool LooksAhead(ParsedSentence s, int trigger)
    {
        for (var node = trigger; node >= 0; node = s.Tokens[node].Head)
        {
            if (s.Tokens[node].Upos is not (Upos.VERB or Upos.AUX)) continue;
            return TimeTense.FromTree(s, node) == TimeDirection.Future;
        }

        return false;
    }

    // A story apart from the report's day goes on over the sentences of its paragraph.
    private static EventDate? Narrative(ParsedSentence s, int trigger, TimeTable times)
    {
        if (s.Index == 0 || times.DocumentDate is not { } today || TimeTense.FromTree(s, trigger) != TimeDirection.Past || IsPresent(s, trigger)) return null;
        var before = times.Document.Sentences[s.Index - 1];
        var gap = s.Text.AsSpan(before.Span.End, Math.Max(0, s.Span.Start - before.Span.End));
        if (gap.Contains('\n')) return null;
        foreach (var placed in times.In(s.Index)) if (placed.Time.First is not null) return null;
        PlacedTime? last = null;
        foreach (var placed in times.In(before.Index))
            if (placed.Time.First is { } first && Math.Abs(first.DayNumber - today.DayNumber) > Apart && TimeAttachment.ClauseOf(before, placed.Head) == before.Root) last = placed;
        return last is { } p ? Make(p.Time) with { Basis = DateBasis.Relative } : null;
    }

    // "is charged", "has expelled": told as of now.
    private static bool IsPresent(ParsedSentence s, int verb)
    {
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Deprel is Deprel.Aux or Deprel.AuxPass && s.Tokens[c].Xpos is Xpos.VBZ or Xpos.VBP) return true;
        return false;
    }
}
