using System.Globalization;
using Demarche.Coding;
using Demarche.Formats.Json;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Web.Reading;

/// <summary>A step of how an event came about.</summary>
/// <param name="Matter">What it settles: word, who, whom, what, when, where, status, certainty.</param>
/// <param name="Words">The words it was read from; null where it was read from none.</param>
/// <param name="Finding">What they were taken for.</param>
/// <param name="Why">By what rule or on what ground; null where the words say it.</param>
public sealed record ChainStep(string Matter, string? Words, string Finding, string? Why);

/// <summary>Tells in the order of reading how an event came about: the same facts as <c>demarche explain</c>.</summary>
internal static class ReadingChain
{
    /// <param name="live">What this version reads there, with its steps; null where it reads nothing.</param>
    public static IReadOnlyList<ChainStep> Of(CodedDocument coded, EventMention e, EventMention? live)
    {
        var text = coded.Document.Text;
        string Words(Span span) => Acts.Plain(span.Quote(text));
        var steps = new List<ChainStep>
        {
            new("word", Words(e.Trigger), $"{e.Type.Cameo} {e.Type.Label}", $"frame {e.Frame}"),
            Party("who", e.Source),
            Party("whom", e.Target),
        };
        if (e.Measure is { } m)
        {
            steps.Add(new ChainStep("measure", m.CountSpan is { } span ? Words(span) : null, Acts.Act(e), null));
            if (m.Response is { } r) steps.Add(new ChainStep("answers", $"{Words(r.Cue)} … {Words(r.Span)}", r.To is null ? "an act that is told in these words" : "another event of this report", null));
        }
        steps.Add(e.Date is { } date
            ? new ChainStep("when", date.Span is { } day ? Words(day) : null, date.Timex, date.Basis switch
            {
                DateBasis.Stated => "stated",
                DateBasis.Relative => "reckoned from another day",
                _ => "the report's day, for want of a better one",
            })
            : new ChainStep("when", null, "no day", "neither the text nor the report states one"));
        if (e.Place is { } place) steps.Add(new ChainStep("where", Words(place.Span), place.Country is null ? place.Name : $"{place.Name}, {place.Country}", null));
        steps.Add(new ChainStep("status", e.Attribution.Cue is { } cue ? Words(cue) : null, e.Status.Name() + (e.Background ? ", as background" : ""),
            e.Attribution.Speaker is { } speaker ? $"{(e.Attribution.Asserted ? "says" : "claims")} {Words(speaker.Span)}" : "told by the report itself"));
        steps.Add(new ChainStep("certainty", null, e.Confidence.ToString(".00", CultureInfo.InvariantCulture), Weighed(live)));
        foreach (var step in live?.Explanation ?? [])
            if (!step.StartsWith("frame ", StringComparison.Ordinal) && !step.StartsWith("probability ", StringComparison.Ordinal)) steps.Add(new ChainStep("step", null, step, null));
        if (live is null) steps.Add(new ChainStep("note", null, "another version read this; the present one reads no event at these words", "ingest --recode brings the record up to date"));
        return steps;

        ChainStep Party(string matter, EventParty? party)
        {
            if (party is null) return new ChainStep(matter, null, "nobody named", null);
            var actor = coded.Actors.FirstOrDefault(a => a.Span == party.Span) ?? coded.Actors.FirstOrDefault(a => a.Span.Overlaps(party.Span));
            var why = actor is null ? null : actor.Antecedent is { } earlier ? $"by {actor.Basis}, for “{Words(earlier)}”" : $"by {actor.Basis}";
            return new ChainStep(matter, Words(party.Span), Named(party.Actor), why);
        }
    }

    private static string Named(ActorIdentity actor) =>
        actor.Cameo is null ? actor.Name : $"{actor.Name} [{actor.Cameo}]{(actor.Role is { } role ? ", " + role : "")}";

    private static string? Weighed(EventMention? live)
    {
        var step = live?.Explanation.FirstOrDefault(s => s.StartsWith("probability ", StringComparison.Ordinal));
        return step?[(step.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
