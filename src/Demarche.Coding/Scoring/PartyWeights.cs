namespace Demarche.Coding.Scoring;

/// <summary>How likely the mentions near an event are to be its source and its target, by the party model.</summary>
/// <param name="Sources">By the number of the mention in <see cref="PartyScene.Near"/>.</param>
public sealed record PartyWeights(PartyScene Scene, double[] Sources, double[] Targets)
{
    /// <summary>Of a mention in a role; a mention that was not weighed is as good as impossible.</summary>
    public double Of(ActorMention mention, PartyRole role)
    {
        for (var k = 0; k < Scene.Near.Count; k++)
            if (Scene.Near[k] == mention) return (role == PartyRole.Source ? Sources : Targets)[k];
        return 0.01;
    }

    /// <summary>The likeliest mention of a role that is none of these.</summary>
    public ActorMention? Likeliest(PartyRole role, List<ActorMention> not, out double weight)
    {
        var weights = role == PartyRole.Source ? Sources : Targets;
        var best = -1;
        for (var k = 0; k < weights.Length; k++)
            if (!not.Contains(Scene.Near[k]) && (best < 0 || weights[k] > weights[best])) best = k;
        weight = best < 0 ? 0.01 : weights[best];
        return best < 0 ? null : Scene.Near[best];
    }
}
