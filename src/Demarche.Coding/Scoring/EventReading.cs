using Demarche.Coding.Events;

namespace Demarche.Coding.Scoring;

/// <summary>Where the party of a reading comes from.</summary>
public enum PartyChoice : byte
{
    /// <summary>As the steps before have it, none too.</summary>
    Given,

    /// <summary>The party is left open.</summary>
    Open,

    /// <summary>The likeliest other mention.</summary>
    Other,
}

/// <summary>One way to tell an event: with whom as its source and whom as its target.</summary>
public sealed record EventReading(List<ActorMention> Sources, List<ActorMention> Targets, PartyChoice Source, PartyChoice Target)
{
    /// <summary>A mention less likely than this is not tried in the place of another.</summary>
    private const double LeastOther = 0.1;

    /// <summary>The readings of an event, the given one first. A measure's frame names its parties, and sides of a mutual act belong together: there is one reading.</summary>
    public static List<EventReading> Of(EventCandidate e)
    {
        var readings = new List<EventReading> { new(e.Sources, e.Targets, PartyChoice.Given, PartyChoice.Given) };
        if (e.Weights is not { } weights || e.Measure is not null && e.Frame is not null || e.Symmetric && e.Sources.Count > 1) return readings;
        var sources = Choices(e.Sources, weights, PartyRole.Source);
        var targets = Choices(e.Targets, weights, PartyRole.Target);
        foreach (var (s, source) in sources)
        {
            foreach (var (t, target) in targets)
            {
                if (source == PartyChoice.Given && target == PartyChoice.Given || s.Count + t.Count == 0) continue;
                if ((source == PartyChoice.Other || target == PartyChoice.Other) && s.Exists(t.Contains)) continue;
                readings.Add(new EventReading(s, t, source, target));
            }
        }
        return readings;
    }

    private static List<(List<ActorMention> Parties, PartyChoice Choice)> Choices(List<ActorMention> given, PartyWeights weights, PartyRole role)
    {
        var choices = new List<(List<ActorMention>, PartyChoice)> { (given, PartyChoice.Given) };
        if (given.Count > 0) choices.Add(([], PartyChoice.Open));
        if (weights.Likeliest(role, given, out var weight) is { } other && weight >= LeastOther) choices.Add(([other], PartyChoice.Other));
        return choices;
    }
}
