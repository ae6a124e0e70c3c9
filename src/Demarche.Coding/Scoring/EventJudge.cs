using Demarche.Coding.Events;
using Demarche.Language;

namespace Demarche.Coding.Scoring;

/// <summary>
/// The last word on an event: of the readings that are at hand it takes the one that is likeliest right in source, class and target, states that probability
/// as the confidence, and leaves out what is unlikely. Safe for many threads at once.
/// </summary>
public sealed class EventJudge(EventModel model)
{
    private readonly ThreadLocal<List<EventFeature>> _features = new(static () => []);

    /// <summary>An event less likely than this is never told.</summary>
    public double DropBelow { get; init; } = 0.1;

    /// <summary>So much likelier must another reading be than the one that frames and parties gave.</summary>
    public double Margin { get; init; } = 0.05;

    public void Judge(ParsedSentence s, EventCandidate e, ReadOnlySpan<float> probabilities, int together)
    {
        var features = _features.Value!;
        EventReading? best = null;
        var given = 0.0;
        var most = 0.0;
        foreach (var r in EventReading.Of(e))
        {
            EventFeatures.Read(s, e, r, probabilities, together, features);
            var p = model.Probability(features);
            if (best is null)
            {
                given = p;
                most = p + Margin;
                best = r;
                if (e.Steps is not null) e.Note(FormattableString.Invariant($"right with {p:f2}: {model.Explain(features)}"));
            }
            else if (p > most)
            {
                most = p;
                best = r;
            }
        }
        e.Judged = best!.Source == PartyChoice.Given && best.Target == PartyChoice.Given ? given : most;
        if (best.Source != PartyChoice.Given) Put(s, e, e.Sources, best.Sources, "source");
        if (best.Target != PartyChoice.Given) Put(s, e, e.Targets, best.Targets, "target");
        if (e.Judged >= DropBelow) return;
        e.Dropped = true;
        e.Note("not told: too unlikely");
    }

    private static void Put(ParsedSentence s, EventCandidate e, List<ActorMention> into, List<ActorMention> parties, string role)
    {
        if (e.Steps is not null)
            e.Note(parties.Count == 0 ? $"likelier right with the {role} left open" : $"likelier right with '{parties[0].Span.In(s.Text).ToString()}' as its {role}");
        into.Clear();
        into.AddRange(parties);
    }
}
