using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>
/// What a measure answers, beyond its own sentence: a cue in the sentence that takes it up ("The move came in response to …"), and the
/// event of this report that the provocation's words tell of.
/// </summary>
internal static class Answers
{
    private const int PrefixLength = 5;

    private static readonly HashSet<string> Pointers = new(StringComparer.Ordinal)
    {
        "this", "that", "it", "move", "step", "decision", "measure", "action", "closure", "expulsion", "withdrawal", "recall", "announcement", "reprisal",
    };

    private static readonly HashSet<string> CueNouns = new(StringComparer.Ordinal) { "response", "retaliation", "reprisal", "reply", "answer", "reaction", "return" };

    // Where the noun of a kind's verb begins otherwise.
    private static readonly Dictionary<string, string> OtherStems = new(StringComparer.Ordinal)
    {
        ["expelled"] = "expul",
        ["closed"] = "closur",
        ["frozen"] = "freez",
        ["left"] = "exit from",
        ["deployed"] = "deploy",
        ["severed"] = "severan",
    };

    /// <summary>The events with their responses filled and linked.</summary>
    public static List<EventMention> Link(IReadOnlyList<ParsedSentence> sentences, List<EventMention> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Measure is not { Response: null } measure || events[i].Sentence + 1 >= sentences.Count) continue;
            if (TakenUp(sentences[events[i].Sentence + 1]) is not { } response) continue;
            events[i] = events[i] with { Measure = measure with { Response = response } };
        }
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Measure is not { Response: { To: null } response } measure || IsTurned(events, events[i])) continue;
            if ((Provocation(sentences[0].Text, events, events[i], response) ?? TowardsOthers(events, events[i], response)) is not { } to) continue;
            var why = to.Target?.Actor.Country == events[i].Source?.Actor.Country
                ? "reversed parties, named by the words of the provocation"
                : "by whom the measure is aimed at, within the words of the provocation";
            var steps = events[i].Explanation.IsEmpty ? [] : events[i].Explanation.Add($"answers event {to.Id}: {why}");
            events[i] = events[i] with { Measure = measure with { Response = response with { To = to.Id } }, Explanation = steps };
        }
        return events;
    }

    /// <summary>
    /// "Norland cancels talks with Sudland over …", from Sudland's side: what one word says of both, its subject did, and the answer is his.
    /// </summary>
    private static bool IsTurned(List<EventMention> events, EventMention e) =>
        e.Source is { } source && e.Target is { } target && source.Span.Start >= e.Trigger.End && target.Span.End <= e.Trigger.Start
        && events.Exists(o => o.Id != e.Id && o.Trigger == e.Trigger && o.Source?.Span == target.Span && o.Target?.Span == source.Span);

    /// <summary>A sentence whose subject points back, with a noun of answering and what follows it.</summary>
    private static MeasureResponse? TakenUp(ParsedSentence s)
    {
        var subject = s.Child(s.Root, Deprel.Nsubj);
        if (subject < 0) subject = s.Child(s.Root, Deprel.NsubjPass);
        if (subject < 0 || !Pointers.Contains(s.Tokens[subject].Lemma)) return null;
        for (var t = subject + 1; t + 2 < s.Count; t++)
        {
            if (!CueNouns.Contains(s.Tokens[t].Lemma) || s.Form(t + 1) is not ("to" or "for")) continue;
            var last = t + 2;
            while (last + 1 < s.Count && s.Form(last + 1) is not ("." or ";")) last++;
            return new MeasureResponse(s.Tokens[t].Span.Union(s.Tokens[t + 1].Span), s.Tokens[t + 2].Span.Union(s.Tokens[last].Span), null);
        }
        return null;
    }

    private static EventMention? Provocation(string text, List<EventMention> events, EventMention answer, MeasureResponse response)
    {
        var words = response.Span.Quote(text);
        EventMention? best = null;
        foreach (var e in events)
        {
            if (e.Id == answer.Id || e.Source?.Actor.Country is not { } source || e.Target?.Actor.Country is not { } target) continue;
            if (source != answer.Target?.Actor.Country || target != answer.Source?.Actor.Country || source == target) continue;
            if (IsLater(e, answer)) continue;
            var named = response.Span.Contains(e.Trigger) || NameWords(text, e).Any(w => words.Contains(w, StringComparison.OrdinalIgnoreCase));
            if (named && (best is null || e.Confidence > best.Confidence)) best = e;
        }
        return best;
    }

    // "recalls its ambassador from Norland after Norland declared its support for Westland's plan"
    private static EventMention? TowardsOthers(List<EventMention> events, EventMention answer, MeasureResponse response) => events
        .Where(e => e.Sentence == answer.Sentence && response.Span.Contains(e.Trigger) && e.Status == EventStatus.Actual && e.Source?.Actor.Country is { } source
            && source == answer.Target?.Actor.Country && source != answer.Source?.Actor.Country && e.Target?.Actor.Country != answer.Source?.Actor.Country && e.Target?.Actor.Country != source
            && !IsLater(e, answer))
        .MaxBy(e => e.Confidence);

    private static bool IsLater(EventMention e, EventMention answer) => e.Date is { } then && answer.Date is { } now && then.Value > now.Value;

    // "diplomats_expelled" is told by "the expulsion of eight diplomats", another act by its trigger.
    private static IEnumerable<string> NameWords(string text, EventMention e)
    {
        var words = e.Measure is { } m ? m.Kind.Split('_') : e.Trigger.Quote(text).Split(' ');
        foreach (var w in words)
        {
            if (OtherStems.TryGetValue(w, out var other)) yield return other;
            if (w.Length >= PrefixLength) yield return w[..PrefixLength];
        }
    }
}
