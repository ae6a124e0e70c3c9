using Demarche.Coding.Events;
using Demarche.Language;

namespace Demarche.Coding.Scoring;

/// <summary>
/// What the last stage sees of an event that is about to be told: how likely its class and each party are, who else could be meant, what kinds of mention
/// they are, how the act is told, and where it stands. No word of a name is among it.
/// </summary>
public static class EventFeatures
{
    /// <param name="probabilities">Of the classes, for the sentence.</param>
    /// <param name="together">How many events the sentence tells.</param>
    public static void Read(ParsedSentence s, EventCandidate e, EventReading r, ReadOnlySpan<float> probabilities, int together, List<EventFeature> into)
    {
        into.Clear();
        var own = CandidateFeatures.ClassOf(e);
        var classed = (ulong)own + 1;
        var shape = (r.Sources.Count > 0 ? 1ul : 0) + (r.Targets.Count > 0 ? 2ul : 0);
        var kind = (e.Frame is null ? 2ul : e.IsNominal ? 1ul : 0) + (e.Symmetric ? 4ul : 0);
        void Add(EventFeatureKind k, ulong a, ulong b = 0, ulong c = 0, float value = 1) =>
            into.Add(new(PartyFeatures.Mix(PartyFeatures.Mix(PartyFeatures.Mix((ulong)k * 7919 + 3, a), b), c), value, k));

        Add(EventFeatureKind.Constant, 1);
        Add(EventFeatureKind.Class, 1, classed);
        Add(EventFeatureKind.Class, 2, value: Odds(e.Calibrated ?? 0.5));
        Add(EventFeatureKind.Class, 3, value: own == EventClass.None ? 0 : probabilities[(int)own]);
        Add(EventFeatureKind.Class, 4, value: probabilities[0]);
        Add(EventFeatureKind.Class, 5, kind, value: Odds(e.Calibrated ?? 0.5));
        Add(EventFeatureKind.Class, 6, classed, Bin(e.Calibrated ?? 0.5));
        Add(EventFeatureKind.Class, 7, classed, kind);
        Add(EventFeatureKind.Parties, 1, shape);
        Add(EventFeatureKind.Parties, 2, shape, classed);
        Add(EventFeatureKind.Parties, 3, (ulong)r.Source, (ulong)r.Target);
        Add(EventFeatureKind.Parties, 4, (ulong)Math.Min(3, r.Sources.Count), (ulong)Math.Min(3, r.Targets.Count));
        Add(EventFeatureKind.Parties, 5, shape, kind);
        if (shape == 3) Add(EventFeatureKind.Parties, 6, Same(r) ? 1ul : 0, classed);
        if (shape == 3) Add(EventFeatureKind.Parties, 7, Same(r) ? 1ul : 0);

        Add(EventFeatureKind.Frame, 1, kind);
        Add(EventFeatureKind.Frame, 2, ClassFeatures.Text(e.FrameId));
        Add(EventFeatureKind.Frame, 3, ClassFeatures.Text(e.Lemma));
        Add(EventFeatureKind.Frame, 4, value: Odds(e.Confidence));
        Add(EventFeatureKind.Frame, 5, (ulong)e.Status, e.StatusFixed ? 1ul : 0);
        Add(EventFeatureKind.Frame, 6, e.Measure is null ? 0ul : 1);
        Add(EventFeatureKind.Frame, 7, (ulong)s.Tokens[e.Anchor].Xpos, shape);
        Add(EventFeatureKind.Frame, 8, (ulong)s.Tokens[e.Anchor].Deprel.Universal(), e.IsNominal ? 1ul : 0);
        if (e.Code != e.BaseCode) Add(EventFeatureKind.Frame, 9);

        Add(EventFeatureKind.Place, 1, (ulong)Math.Min(s.Index, 3));
        Add(EventFeatureKind.Place, 2, (ulong)Math.Min(LearnedScorer.Depth(s, e.Trigger), 5));
        Add(EventFeatureKind.Place, 3, (ulong)Math.Min(together, 4));
        Add(EventFeatureKind.Place, 4, (ulong)Math.Min(s.Count / 12, 5));

        ReadRole(s, e, r, PartyRole.Source, shape, classed, Add);
        ReadRole(s, e, r, PartyRole.Target, shape, classed, Add);
    }

    private delegate void Adder(EventFeatureKind kind, ulong a, ulong b = 0, ulong c = 0, float value = 1);

    private static void ReadRole(ParsedSentence s, EventCandidate e, EventReading r, PartyRole role, ulong shape, ulong classed, Adder add)
    {
        var kind = role == PartyRole.Source ? EventFeatureKind.Source : EventFeatureKind.Target;
        var parties = role == PartyRole.Source ? r.Sources : r.Targets;
        var choice = role == PartyRole.Source ? r.Source : r.Target;
        var guessed = choice == PartyChoice.Given && (role == PartyRole.Source ? e.SourceGuessed : e.TargetGuessed) ? 1ul : 0;
        var rest = 0.01;
        var second = e.Weights?.Likeliest(role, parties, out rest);
        var scene = e.Weights?.Scene;
        add(kind, 1, shape, Bin(rest));
        add(kind, 2, parties.Count == 0 ? 0ul : 1, value: Odds(rest));
        if (scene is not null) add(kind, 3, scene.Subject * 2 + (scene.Passive ? 1ul : 0), shape);
        add(kind, 4, (ulong)(e.Weights?.Scene.Near.Count ?? 0) switch { 0 => 0ul, 1 => 1, 2 => 2, 3 => 3, < 6 => 4, _ => 5 }, shape);
        if (parties.Count == 0)
        {
            add(kind, 5, classed, Bin(rest));
            return;
        }
        var m = parties[0];
        var weight = e.Weights?.Of(m, role) ?? 0.5;
        for (var k = 1; k < parties.Count && e.Weights is not null; k++) weight = Math.Min(weight, e.Weights.Of(parties[k], role));
        var sort = (m.IsScene ? 1ul : 0) + (m.IsHuman ? 2ul : 0) + (m.Noun is not null ? 4ul : 0) + (scene?.IsModifier(m) == true ? 8ul : 0)
            + (s.Tokens[m.Head].Upos == Upos.PRON ? 16ul : 0) + (m.Actor.Country is null ? 32ul : 0) + (m.Antecedent is not null ? 64ul : 0);
        add(kind, 6, value: Odds(weight));
        add(kind, 7, guessed, value: Odds(weight));
        add(kind, 8, Bin(weight), guessed);
        add(kind, 9, sort);
        add(kind, 10, ClassFeatures.Text(m.Basis), guessed);
        add(kind, 11, guessed * 4 + (ulong)choice, classed);
        add(kind, 12, value: (float)Math.Max(0, rest - weight));
        add(kind, 13, (ulong)s.Tokens[m.Head].Deprel.Universal(), m.Head < e.Anchor ? 1ul : 0);
        add(kind, 14, scene?.Phrase(m) ?? 0);
        add(kind, 15, sort, classed);
        if (m.Noun is not null) add(kind, 16, ClassFeatures.Text(m.Noun));
        if (scene is not null) add(kind, 17, (ulong)Math.Min(scene.Between(m, e.Anchor), 3), m.Head < e.Anchor ? 1ul : 0);
        if (second is not null && second.Actor.Country == m.Actor.Country) add(kind, 18, value: (float)rest);
        add(kind, 19, m.Actor.Country is null ? 1ul : 0, m.Actor.Sectors.Length == 0 ? 0ul : ClassFeatures.Text(m.Actor.Sectors[0]));
    }

    private static bool Same(EventReading r) => r.Sources[0].Actor.Country is { } country && r.Targets[0].Actor.Country == country;

    private static ulong Bin(double p) => p switch { < .05 => 0ul, < .15 => 1, < .3 => 2, < .5 => 3, < .7 => 4, < .85 => 5, < .95 => 6, _ => 7 };

    private static float Odds(double p)
    {
        p = Math.Clamp(p, 0.02, 0.98);
        return (float)Math.Log(p / (1 - p)) / 2;
    }
}
