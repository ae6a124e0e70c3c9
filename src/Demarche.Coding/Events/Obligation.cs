using Demarche.Coding.Mentions;
using Demarche.Knowledge.Frames;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>"A said that B must do it" demands it of B, whatever it is.</summary>
internal sealed class Obligation(FrameTable frames, MentionTable mentions)
{
    private readonly PartyFinder _parties = new(mentions);

    public void Add(ParsedSentence s, List<EventCandidate> events, bool explain)
    {
        for (var t = 0; t < s.Count; t++)
        {
            if (s.Tokens[t].Deprel != Deprel.Aux || s.Tokens[t].Lemma is not ("must" or "should")) continue;
            var verb = s.Tokens[t].Head;
            if (verb < 0 || s.Tokens[verb].Upos != Upos.VERB) continue;
            var sayer = Sayer(s, verb);
            if (sayer < 0) continue;
            var inner = events.Find(e => e.Anchor == verb || e.Trigger == verb);
            var made = new EventCandidate
            {
                Sentence = s.Index,
                Trigger = verb,
                Anchor = sayer,
                TriggerSpan = s.Tokens[t].Span.Union(s.Tokens[verb].Span),
                Lemma = s.Tokens[verb].Lemma,
                Frame = null,
                FrameId = "say-must",
                Code = (inner is null ? null : frames.Map("demand", inner.Code)) ?? "100",
                BaseCode = inner?.Code ?? "100",
                Status = EventStatus.Requested,
                StatusFixed = true,
                Confidence = 0.7,
                Steps = explain ? ["'must' in what is said: a demand"] : null,
            };
            var own = ClauseReading.SurfaceSubject(s, verb);
            if (own >= 0) _parties.Add(s, own, made.Targets);
            var speaker = ClauseReading.SurfaceSubject(s, sayer);
            if (speaker >= 0) _parties.Add(s, speaker, made.Sources, made.Targets);
            if (made.Sources.Count == 0 || made.Targets.Count == 0) continue;
            if (inner is not null) events.Remove(inner);
            events.Add(made);
        }
    }

    private static int Sayer(ParsedSentence s, int verb)
    {
        var head = s.Tokens[verb].Head;
        if (head >= 0 && s.Tokens[verb].Deprel == Deprel.Ccomp && s.Tokens[head].Lemma is "say" or "state" or "insist" or "declare" or "stress" or "warn" or "tell" or "add") return head;
        // "issued a reminder to B that it must"
        if (head >= 0 && s.Tokens[verb].Deprel is Deprel.Acl or Deprel.Ccomp && s.Tokens[head].Lemma is "reminder" or "warning" or "message" or "statement" or "ultimatum"
            && s.Tokens[head].Deprel == Deprel.Obj && s.Tokens[s.Tokens[head].Head].Upos == Upos.VERB) return s.Tokens[head].Head;
        foreach (var c in s.Children(verb))
            if (s.Tokens[c].Deprel == Deprel.Parataxis && s.Tokens[c].Lemma is "say" or "insist" or "declare") return c;
        return -1;
    }
}
