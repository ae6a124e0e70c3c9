using Demarche.Coding.Events;
using Demarche.Coding.Mentions;
using Demarche.Language;

namespace Demarche.Coding.Scoring;

/// <summary>The mentions near an event's trigger, and what of the sentence they share.</summary>
public sealed class PartyScene
{
    /// <summary>Mentions farther from the trigger than this many others are not weighed: the work stays linear in the sentence.</summary>
    private const int MostMentions = 24;

    private readonly ParsedSentence _sentence;
    private readonly List<ActorMention> _all;
    private readonly MentionTable _mentions;

    internal PartyScene(ParsedSentence sentence, EventCandidate e, MentionTable mentions, List<ActorMention> inSentence)
    {
        _sentence = sentence;
        _mentions = mentions;
        _all = inSentence;
        Near = inSentence.Count <= MostMentions ? inSentence : Nearest(inSentence, e.Anchor);
        Passive = sentence.Tokens[e.Anchor].Upos == Upos.VERB && ClauseReading.IsPassive(sentence, e.Anchor);
        var subject = ClauseReading.SurfaceSubject(sentence, e.Anchor);
        Subject = subject < 0 ? 0ul : mentions.At(sentence.Index, subject) is not null ? 1ul : sentence.Tokens[subject].Upos == Upos.PROPN ? 2ul : 3ul;
        SourceGuessed = e.SourceGuessed;
        TargetGuessed = e.TargetGuessed;
    }

    // The mentions stand in the order of their heads: outwards from the trigger, the nearer one first, the left one of two as near.
    private static List<ActorMention> Nearest(List<ActorMention> all, int trigger)
    {
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Head < trigger) low = middle + 1;
            else high = middle;
        }
        var near = new List<ActorMention>(MostMentions);
        for (var (left, right) = (low - 1, low); near.Count < MostMentions && (left >= 0 || right < all.Count);)
            near.Add(right >= all.Count || left >= 0 && trigger - all[left].Head <= all[right].Head - trigger ? all[left--] : all[right++]);
        return near;
    }

    public IReadOnlyList<ActorMention> Near { get; }

    public bool Passive { get; }

    /// <summary>0 without a subject, 1 an actor, 2 an unknown name, 3 another noun.</summary>
    public ulong Subject { get; }

    public bool SourceGuessed { get; }

    public bool TargetGuessed { get; }

    public bool Guessed(PartyRole role) => role == PartyRole.Source ? SourceGuessed : TargetGuessed;

    public bool IsModifier(ActorMention m) => _mentions.At(m.Sentence, m.Head) != m;

    public bool IsFirst(ActorMention m) => _all[0] == m;

    /// <summary>Mentions between it and the trigger.</summary>
    public int Between(ActorMention m, int trigger)
    {
        var count = 0;
        foreach (var o in Near)
            if (o.Head > Math.Min(m.Head, trigger) && o.Head < Math.Max(m.Head, trigger)) count++;
        return count;
    }

    /// <summary>True for who only tells of an act that has a subject of its own: "N were killed, police said".</summary>
    public bool OnlySays(ActorMention m, EventCandidate e)
    {
        if (_sentence.Tokens[m.Head].Deprel is not (Deprel.Nsubj or Deprel.NsubjOuter)) return false;
        var verb = _sentence.Tokens[m.Head].Head;
        if (verb == e.Anchor || verb == e.Trigger || _sentence.Tokens[verb].Lemma is not ("say" or "report" or "tell" or "state" or "add" or "note" or "confirm" or "estimate" or "believe")) return false;
        foreach (var c in _sentence.Children(e.Anchor))
            if (_sentence.Tokens[c].Deprel is Deprel.Nsubj or Deprel.NsubjPass && _sentence.Tokens[c].Upos != Upos.PRON) return true;
        return false;
    }

    /// <summary>The preposition or marker that leads the widest phrase around it within its clause: "following", "amid", "over".</summary>
    public ulong Phrase(ActorMention m)
    {
        var found = 0ul;
        for (int t = m.Head, steps = 0; t >= 0 && steps < 8; t = _sentence.Tokens[t].Head, steps++)
        {
            foreach (var c in _sentence.Children(t))
                if (_sentence.Tokens[c].Deprel is Deprel.Case or Deprel.Mark && _sentence.Tokens[c].Xpos != Xpos.POS) found = ClassFeatures.Text(_sentence.Tokens[c].Lemma);
            if (_sentence.Tokens[t].Upos == Upos.VERB) break;
        }
        return found;
    }
}
