using Demarche.Coding.Claims;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>When an event took place or was announced, and apart from that when it takes effect or is to be done.</summary>
/// <param name="Date">Null only where the document has no credible date and the text names none.</param>
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

    private const int MaxSteps = 12;

    public static EventDates Of(ParsedSentence sentence, int trigger, TimeTable times)
    {
        EventDate? date = null, effective = null, deadline = null;
        var best = int.MaxValue;
        var future = LooksAhead(sentence, trigger);
        foreach (var placed in times.In(sentence.Index))
        {
            if (placed.Time.First is not { } first || placed.Time.Type is not ("DATE" or "TIME")) continue;
            var rank = Rank(sentence, trigger, placed.Head);
            if (rank < 0) continue;
            var found = Make(placed.Time);
            var ahead = times.DocumentDate is { } today && first > today;
            var preposition = Preposition(sentence, placed.Head);
            if (preposition is "by" or "before" or "until" or "till" && (ahead || future)) deadline ??= found;
            else if (ahead || (future && preposition is "from" or "effective" or "starting" or "beginning")) effective ??= found;
            else if (preposition is not ("until" or "till" or "before" or "after") && rank < best)
            {
                date = found;
                best = rank;
            }
        }

        date ??= future ? null : Narrative(sentence, trigger, times);
        return new EventDates(date ?? OfDocument(times), effective, deadline);
    }

    /// <summary>The document's date as an event's, for want of a better one.</summary>
    public static EventDate? OfDocument(TimeTable times) => times.DocumentDate is { } d
        ? new EventDate(null, d, DateBasis.Document, DatePrecision.Day, d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
        : null;

    private static EventDate Make(TimeExpression t) => new(t.Span, t.First!.Value, t.Basis, t.Precision, t.Value);

    /// <summary>How near a time stands to the trigger in the tree: 0 under it, more for its clause; -1 where it belongs to another act.</summary>
    private static int Rank(ParsedSentence s, int trigger, int time)
    {
        if (IsUnder(s, time, trigger)) return OwnClause(s, time, trigger) ? 0 : -1;
        var clause = ClauseOf(s, time);
        if (clause < 0) return -1;
        var node = trigger;
        for (var step = 1; step <= MaxSteps && node >= 0; step++)
        {
            var relation = s.Tokens[node].Deprel;
            var head = s.Tokens[node].Head;
            if (head < 0) return -1;
            // Into another clause only where it shares the time: conjuncts, infinitives, participles; and nouns in their verb's clause.
            switch (relation)
            {
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

    // Does the way up from the time to the trigger cross another clause?
    private static bool OwnClause(ParsedSentence s, int time, int trigger)
    {
        for (var node = time; node != trigger; node = s.Tokens[node].Head)
        {
            if (node == time) continue;
            ref readonly var t = ref s.Tokens[node];
            if (t.Deprel is Deprel.Ccomp or Deprel.AclRelcl or Deprel.Advcl or Deprel.AdvclRelcl or Deprel.Parataxis or Deprel.Conj or Deprel.Csubj or Deprel.CsubjPass
                or Deprel.Acl && t.Upos == Upos.VERB) return false;
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
    private static int ClauseOf(ParsedSentence s, int token)
    {
        var node = s.Tokens[token].Head;
        for (var step = 0; step < MaxSteps && node >= 0; step++, node = s.Tokens[node].Head)
        {
            ref readonly var t = ref s.Tokens[node];
            if (t.Upos is Upos.VERB or Upos.AUX || t.Head < 0 || s.Child(node, Deprel.Cop) >= 0) return node;
            // Inside a noun phrase it dates that noun alone.
            if (t.Upos is Upos.NOUN && s.Tokens[token].Deprel is Deprel.Nmod or Deprel.NmodUnmarked or Deprel.NmodPoss or Deprel.Compound && step == 0) return -1;
        }

        return -1;
    }

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
        if (s.Index == 0 || times.DocumentDate is not { } today || TimeTense.FromTree(s, trigger) != TimeDirection.Past) return null;
        var before = times.Document.Sentences[s.Index - 1];
        var gap = s.Text.AsSpan(before.Span.End, Math.Max(0, s.Span.Start - before.Span.End));
        if (gap.Contains('\n')) return null;
        foreach (var placed in times.In(s.Index)) if (placed.Time.First is not null) return null;
        PlacedTime? last = null;
        foreach (var placed in times.In(before.Index))
            if (placed.Time.First is { } first && Math.Abs(first.DayNumber - today.DayNumber) > Apart && ClauseOf(before, placed.Head) == before.Root) last = placed;
        return last is { } p ? Make(p.Time) with { Basis = DateBasis.Relative } : null;
    }
}
