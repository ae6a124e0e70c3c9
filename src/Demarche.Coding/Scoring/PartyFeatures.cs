using Demarche.Coding.Events;
using Demarche.Coding.Mentions;
using Demarche.Language;

namespace Demarche.Coding.Scoring;

/// <summary>What a feature of a party tells of; the name that an explanation shows.</summary>
public enum PartyFeatureKind : byte
{
    Constant,
    Frame,
    Path,
    Step,
    Position,
    Mention,
    Other,
    Phrase,
}

/// <summary>One feature of a mention as a party of an event.</summary>
public readonly record struct PartyFeature(ulong Key, PartyFeatureKind Kind);

/// <summary>The role that a mention is weighed for.</summary>
public enum PartyRole : byte
{
    Source,
    Target,
}

/// <summary>
/// What the party model sees of a mention and an event: what the frames made of it, the way through the tree between them, where it stands,
/// what kind of mention it is, and who has the other role. No word of a name is among it.
/// </summary>
internal static class PartyFeatures
{
    private const int MaxSteps = 7;

    public static void Read(ParsedSentence s, EventCandidate e, ActorMention m, PartyRole role, PartyScene scene, List<PartyFeature> into)
    {
        into.Clear();
        var own = role == PartyRole.Source ? e.Sources : e.Targets;
        var other = role == PartyRole.Source ? e.Targets : e.Sources;
        var classed = (ulong)CandidateFeatures.ClassOf(e) + 1;
        var passive = scene.Passive ? 1ul : 0;
        var held = own.Contains(m) ? scene.Guessed(role) ? 2ul : 1ul : other.Contains(m) ? scene.Guessed(Opposite(role)) ? 4ul : 3ul : 0ul;
        var filled = own.Count == 0 ? 0ul : scene.Guessed(role) ? 2ul : 1ul;
        var kind = e.Frame is null ? 2ul : e.IsNominal ? 1ul : 0;
        void Add(PartyFeatureKind k, ulong a, ulong b = 0, ulong c = 0) =>
            into.Add(new(Mix(Mix(Mix((ulong)role * 131 + (ulong)k * 7 + 1, a), b), c), k));

        Add(PartyFeatureKind.Constant, 1);
        Add(PartyFeatureKind.Constant, 2, kind, filled);
        Add(PartyFeatureKind.Frame, 1, held);
        Add(PartyFeatureKind.Frame, 2, held, filled * 4 + kind);
        Add(PartyFeatureKind.Frame, 3, held, classed);

        var path = Path(s, e.Anchor, m.Head, out var length, out var last, out var clause);
        Add(PartyFeatureKind.Path, 1, path, passive);
        Add(PartyFeatureKind.Path, 2, path, classed);
        Add(PartyFeatureKind.Path, 3, path, held);
        if (e.Trigger != e.Anchor) Add(PartyFeatureKind.Path, 4, Path(s, e.Trigger, m.Head, out _, out _, out _));
        Add(PartyFeatureKind.Step, 1, last, passive);
        Add(PartyFeatureKind.Step, 2, last, classed);
        Add(PartyFeatureKind.Step, 3, last, held);
        Add(PartyFeatureKind.Step, 4, (ulong)length);
        Add(PartyFeatureKind.Step, 5, clause);
        Add(PartyFeatureKind.Step, 6, last, ClassFeatures.Text(e.FrameId));

        var before = m.Head < e.Anchor ? 1ul : 0;
        var between = (ulong)Math.Min(scene.Between(m, e.Anchor), 3);
        Add(PartyFeatureKind.Position, 1, before, between);
        Add(PartyFeatureKind.Position, 2, before * 2 + passive, classed);
        Add(PartyFeatureKind.Position, 3, before, scene.IsFirst(m) ? 1ul : 0);
        Add(PartyFeatureKind.Position, 4, before, Bucket(Math.Abs(m.Head - e.Anchor)));
        Add(PartyFeatureKind.Position, 5, before * 4 + between, held);

        var sort = (m.IsScene ? 1ul : 0) + (m.IsHuman ? 2ul : 0) + (m.Noun is not null ? 4ul : 0) + (scene.IsModifier(m) ? 8ul : 0)
            + (s.Tokens[m.Head].Upos == Upos.PRON ? 16ul : 0) + (m.Actor.Country is null ? 32ul : 0);
        Add(PartyFeatureKind.Mention, 1, sort);
        Add(PartyFeatureKind.Mention, 2, sort, held);
        Add(PartyFeatureKind.Mention, 7, sort, classed);
        Add(PartyFeatureKind.Mention, 8, sort, last);
        Add(PartyFeatureKind.Mention, 3, ClassFeatures.Text(m.Basis), classed);
        if (m.Noun is not null) Add(PartyFeatureKind.Mention, 4, ClassFeatures.Text(m.Noun));
        foreach (var sector in m.Actor.Sectors)
        {
            Add(PartyFeatureKind.Mention, 5, ClassFeatures.Text(sector), classed);
            break;
        }
        if (scene.IsModifier(m)) Add(PartyFeatureKind.Mention, 6, ClassFeatures.Text(s.Tokens[Math.Min(m.Head + 1, s.Count - 1)].Lemma));

        var same = other.Count == 0 ? 0ul : Same(m, other) ? 1ul : 2ul;
        Add(PartyFeatureKind.Other, 1, same, held);
        Add(PartyFeatureKind.Other, 2, same, sort);
        Add(PartyFeatureKind.Other, 3, same, classed);
        Add(PartyFeatureKind.Phrase, 1, scene.Phrase(m), held);
        Add(PartyFeatureKind.Phrase, 2, scene.Phrase(m), classed);
        Add(PartyFeatureKind.Phrase, 3, scene.Subject, before * 8 + held);
    }

    private static PartyRole Opposite(PartyRole role) => role == PartyRole.Source ? PartyRole.Target : PartyRole.Source;

    private static bool Same(ActorMention m, List<ActorMention> others)
    {
        foreach (var o in others)
            if (o != m && o.Actor.Country is not null && o.Actor.Country == m.Actor.Country) return true;
        return false;
    }

    private static ulong Bucket(int distance) => distance switch { < 3 => 0ul, < 6 => 1, < 12 => 2, < 20 => 3, _ => 4 };

    /// <summary>The relations up from the one token and down to the other, with the prepositions on the way down.</summary>
    private static ulong Path(ParsedSentence s, int from, int to, out int length, out ulong last, out ulong clause)
    {
        Span<int> up = stackalloc int[MaxSteps + 1];
        var ups = 0;
        for (var t = from; t >= 0 && ups <= MaxSteps; t = s.Tokens[t].Head) up[ups++] = t;
        Span<int> down = stackalloc int[MaxSteps + 1];
        var downs = 0;
        var meet = -1;
        for (var t = to; t >= 0 && downs <= MaxSteps; t = s.Tokens[t].Head)
        {
            meet = up[..ups].IndexOf(t);
            if (meet >= 0) break;
            down[downs++] = t;
        }
        last = Relation(s, to);
        clause = 0;
        length = meet < 0 ? 15 : Math.Min(14, meet + downs);
        if (meet < 0) return 0;
        var h = 17ul;
        for (var k = 0; k < meet; k++) h = Mix(h, (ulong)s.Tokens[up[k]].Deprel.Universal() + 100);
        clause = (ulong)Math.Min(meet, 4);
        for (var k = downs - 1; k >= 0; k--)
        {
            var d = s.Tokens[down[k]].Deprel;
            if (d == Deprel.Conj) continue;
            if (d is Deprel.AclRelcl or Deprel.Advcl or Deprel.Ccomp or Deprel.Acl or Deprel.Parataxis) clause += 10;
            h = Mix(h, Relation(s, down[k]));
        }
        return h;
    }

    private static ulong Relation(ParsedSentence s, int token)
    {
        var d = (ulong)s.Tokens[token].Deprel + 1;
        foreach (var c in s.Children(token))
            if (s.Tokens[c].Deprel == Deprel.Case) return Mix(d, ClassFeatures.Text(s.Tokens[c].Lemma));
        return d;
    }

    internal static ulong Mix(ulong a, ulong b)
    {
        var h = (a ^ (b + 0x9E3779B97F4A7C15 + (a << 6) + (a >> 2))) * 0xFF51AFD7ED558CCD;
        return h ^ (h >> 33);
    }
}
