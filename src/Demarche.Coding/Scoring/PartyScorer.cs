using Demarche.Coding.Events;
using Demarche.Coding.Mentions;
using Demarche.Language;

namespace Demarche.Coding.Scoring;

/// <summary>A mention near an event, and what the party model sees of it in each role.</summary>
public sealed record PartyExample(ActorMention Mention, PartyRole Role, IReadOnlyList<PartyFeature> Features);

/// <summary>
/// The learnt judge of parties: fills a role that the frames left open, takes out what is unlikely, and puts another actor in its place where
/// that is much likelier. Both roles are weighed on what the frames said, then settled, the source first. Safe for many threads at once.
/// </summary>
public sealed class PartyScorer(PartyModel model)
{
    private readonly ThreadLocal<Scratch> _scratch = new(() => new Scratch());

    /// <summary>From this probability a mention fills an open role.</summary>
    public double FillFrom { get; init; } = 0.5;

    /// <summary>A party of the frames less likely than this is taken out.</summary>
    public double DropBelow { get; init; } = 0.2;

    /// <summary>The same for a party that is only the nearest actor.</summary>
    public double DropGuessedBelow { get; init; } = 0.5;

    /// <summary>So much likelier must a mention be to take the place of the frames' party.</summary>
    public double Margin { get; init; } = 0.3;

    /// <summary>The same for a party that the tree gave.</summary>
    public double TreeMargin { get; init; } = 0.4;

    /// <summary>The same for a party of a measure that the tree gave.</summary>
    public double MeasureMargin { get; init; } = 0.5;

    /// <summary>What training learns from: every mention near the event in each role.</summary>
    public static IEnumerable<PartyExample> Examples(ParsedSentence s, EventCandidate e, MentionTable mentions)
    {
        var all = mentions.InSentence(s.Index);
        if (all.Count == 0) yield break;
        var scene = new PartyScene(s, e, mentions, all);
        foreach (var m in scene.Near)
        {
            foreach (var role in (PartyRole[])[PartyRole.Source, PartyRole.Target])
            {
                var features = new List<PartyFeature>();
                PartyFeatures.Read(s, e, m, role, scene, features);
                yield return new PartyExample(m, role, features);
            }
        }
    }

    public void Assign(ParsedSentence s, EventCandidate e, MentionTable mentions)
    {
        var all = mentions.InSentence(s.Index);
        if (all.Count == 0) return;
        var scene = new PartyScene(s, e, mentions, all);
        var parties = new PartyFinder(mentions);
        var scratch = _scratch.Value!;
        Weigh(s, e, scene, PartyRole.Source, scratch.Sources, scratch.Features);
        Weigh(s, e, scene, PartyRole.Target, scratch.Targets, scratch.Features);
        e.Weights = new PartyWeights(scene, [.. scratch.Sources], [.. scratch.Targets]);
        // Who of a mutual act comes first does not matter: only a missing side is filled.
        if (e.Symmetric && (e.Sources.Count == 0 || e.Sources.Count + e.Targets.Count > 1)) return;
        if (!e.Symmetric) Settle(s, e, scene, parties, PartyRole.Source, scratch.Sources);
        Settle(s, e, scene, parties, PartyRole.Target, scratch.Targets);
    }

    private void Weigh(ParsedSentence s, EventCandidate e, PartyScene scene, PartyRole role, List<double> into, List<PartyFeature> features)
    {
        into.Clear();
        foreach (var m in scene.Near)
        {
            PartyFeatures.Read(s, e, m, role, scene, features);
            into.Add(model.Probability(features));
        }
    }

    private void Settle(ParsedSentence s, EventCandidate e, PartyScene scene, PartyFinder parties, PartyRole role, List<double> weights)
    {
        var own = role == PartyRole.Source ? e.Sources : e.Targets;
        var other = role == PartyRole.Source ? e.Targets : e.Sources;
        // A measure's frame names its roles: nothing is taken out of them, and they are filled from another country only.
        var isMeasure = e.Measure is not null && e.Frame is not null;
        if (isMeasure && (e.IsNominal || e.Status == EventStatus.Hypothetical)) return;
        // What a noun alone tells without saying who is left open: better that than a guess.
        if (e.IsNominal && own.Count == 0) return;
        var margin = scene.Guessed(role) ? Margin : isMeasure ? MeasureMargin : TreeMargin;
        var held = 0.0;
        var best = -1;
        for (var k = 0; k < weights.Count; k++)
        {
            var m = scene.Near[k];
            if (isMeasure && !own.Contains(m) && (m.Actor.Country is null || other.Exists(o => o.Actor.Country == m.Actor.Country))) continue;
            if (own.Contains(m)) held = Math.Max(held, weights[k]);
            else if (role == PartyRole.Source && scene.OnlySays(m, e)) continue;
            else if (m.IsScene && own.Count > 0 && !scene.Guessed(role)) continue;
            else if ((best < 0 || weights[k] > weights[best]) && (role == PartyRole.Source || !other.Contains(m))) best = k;
        }
        var name = role == PartyRole.Source ? "source" : "target";
        if (best >= 0 && (own.Count == 0 ? weights[best] >= FillFrom : weights[best] >= held + margin && own.TrueForAll(scene.Near.Contains)))
        {
            var better = scene.Near[best];
            if (e.Steps is not null) e.Note(FormattableString.Invariant($"{name} '{better.Span.In(s.Text).ToString()}' is {weights[best]:f2} likely{(own.Count == 0 ? "" : FormattableString.Invariant($", '{own[0].Span.In(s.Text).ToString()}' {held:f2}"))}: taken"));
            // One of several that are named together speaks for all of them.
            var first = FirstConjunct(s, better.Head);
            var together = own.Exists(m => FirstConjunct(s, m.Head) == first);
            if (!together) own.Clear();
            if (role == PartyRole.Source) other.Remove(better);
            if (!parties.Add(s, first, own, other) || !own.Contains(better)) own.Add(better);
        }
        else if (own.Count > 0 && !isMeasure && held < (scene.Guessed(role) ? DropGuessedBelow : DropBelow) && own.TrueForAll(scene.Near.Contains))
        {
            if (e.Steps is not null) e.Note(FormattableString.Invariant($"{name} '{own[0].Span.In(s.Text).ToString()}' is only {held:f2} likely: left open"));
            own.Clear();
        }
    }

    private static int FirstConjunct(ParsedSentence s, int token)
    {
        for (var steps = 0; steps < 12 && s.Tokens[token].Deprel == Deprel.Conj && s.Tokens[s.Tokens[token].Head].Upos is Upos.NOUN or Upos.PROPN; steps++) token = s.Tokens[token].Head;
        return token;
    }

    private sealed class Scratch
    {
        public List<double> Sources { get; } = [];

        public List<double> Targets { get; } = [];

        public List<PartyFeature> Features { get; } = [];
    }
}
