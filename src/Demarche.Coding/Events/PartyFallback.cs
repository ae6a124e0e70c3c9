using Demarche.Coding.Mentions;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>
/// Where the tree gave no party, the nearest actor before the verb acts and the nearest one after it is acted upon, at lower confidence.
/// A passive without agent keeps its source empty.
/// </summary>
internal sealed class PartyFallback(MentionTable mentions)
{
    private const int SourceReach = 30;
    private const int TargetReach = 25;
    private readonly PartyFinder _parties = new(mentions);

    public void Fill(ParsedSentence s, EventCandidate e)
    {
        if (e.Measure is not null && e.Sources.Count > 0 && !e.Symmetric) e.Targets.RemoveAll(t => OwnCountry(t, e.Sources));
        if (e.IsNominal) return;
        if (e.Symmetric && e.Sources.Count > 1) return;
        var passive = s.Tokens[e.Anchor].Upos == Upos.VERB && ClauseReading.IsPassive(s, e.Anchor);
        if (e.Sources.Count == 0 && !passive && !HasSubject(s, e.Anchor))
        {
            if (_parties.Nearest(s, Math.Min(e.Anchor, e.Trigger), -1, SourceReach, e.Targets) is { } before) Take(e, e.Sources, before, "source");
        }
        if (e.Targets.Count == 0 && e.Sources.Count > 0)
        {
            if (_parties.Nearest(s, Math.Max(e.Anchor, e.Trigger), 1, TargetReach, e.Sources, e.Measure is not null) is { } after) Take(e, e.Targets, after, "target");
            else if (e.Measure is not null && _parties.Nearest(s, Math.Min(e.Anchor, e.Trigger), -1, SourceReach, e.Sources, true) is { } other) Take(e, e.Targets, other, "target");
        }
    }

    private static bool OwnCountry(ActorMention target, List<ActorMention> sources) =>
        target.Actor.Country is { } country && sources.TrueForAll(m => m.Actor.Country == country);

    private static bool HasSubject(ParsedSentence s, int verb) =>
        s.Child(verb, Deprel.Nsubj) is >= 0 and var subject && s.Tokens[subject].Upos is Upos.NOUN or Upos.PROPN;

    private static void Take(EventCandidate e, List<ActorMention> into, ActorMention found, string role)
    {
        into.Add(found);
        if (role == "source") e.SourceGuessed = true;
        else e.TargetGuessed = true;
        e.Confidence *= 0.8;
        e.Note($"{role} taken from the nearest actor");
    }
}
