using Demarche.Coding.Events;
using Demarche.Coding.Mentions;
using Demarche.Language;
using Demarche.Language.Models;

namespace Demarche.Coding.Scoring;

/// <summary>
/// The learnt judge: a classifier of the sentence, and a calibrated sum over each candidate. Proposes an act of the likeliest class
/// where no frame finds any. Safe for many threads at once.
/// </summary>
public sealed class LearnedScorer(ClassModel classes, CandidateModel candidates, PartyModel? parties = null) : IEventScorer
{
    private readonly EventJudge? _judge = parties is null ? null : new EventJudge(parties.Events);
    private readonly PartyScorer? _parties = parties is null ? null : new PartyScorer(parties);

    /// <summary>From this probability of a class without a candidate an act of it is proposed.</summary>
    public const float ProposeFrom = 0.45f;

    /// <summary>From this probability it is proposed beside the acts of other classes that the frames found.</summary>
    public const float InsteadFrom = 0.6f;

    /// <summary>From this probability it is proposed even at a word that tells of a measure.</summary>
    public const float SurelyBeside = 0.75f;

    /// <summary>A reading less likely than this is dropped.</summary>
    public const double DropBelow = 0.1;

    /// <summary>A measure less likely than this is dropped.</summary>
    public const double DropMeasureBelow = 0.05;

    /// <summary>A reading that is this much less likely than the likeliest of its sentence is dropped.</summary>
    public const double RelativeDrop = 0.25;

    // The most common code of each class where nothing but the class is known.
    private static readonly string[] DefaultCodes =
        ["010", "112", "030", "070", "190", "173", "040", "060", "150", "141", "120", "100", "160", "051", "130", "080"];

    private readonly ThreadLocal<Reading> _reading = new(() => new Reading());

    /// <exception cref="ModelException">The file is missing, damaged, or of another version.</exception>
    public static LearnedScorer Load(string? folder = null)
    {
        folder ??= ModelFolder.Default;
        var model = ClassModel.Load(Path.Combine(folder, ClassModel.FileName));
        return new LearnedScorer(model, model.Candidates, PartyModel.Load(Path.Combine(folder, PartyModel.FileName)));
    }

    public void Propose(ParsedSentence sentence, List<EventCandidate> found, bool explain)
    {
        var reading = Read(sentence);
        var p = reading.Probabilities;
        var best = 1;
        for (var k = 2; k < p.Length; k++)
            if (p[k] > p[best]) best = k;
        if (p[best] < (found.Count == 0 ? ProposeFrom : InsteadFrom) || p[0] > p[best]) return;
        if (found.Exists(c => !c.Consumed && CandidateFeatures.ClassOf(c) == (EventClass)best)) return;
        var trigger = Trigger(sentence, reading.Features, (EventClass)best);
        if (trigger < 0) return;
        var same = found.Find(c => c.Trigger == trigger || c.Anchor == trigger);
        // A measure's words are exact: they tell of no other act besides.
        if (same?.Measure is not null && p[best] < SurelyBeside) return;
        var proposed = new EventCandidate
        {
            Sentence = sentence.Index,
            Trigger = trigger,
            Anchor = trigger,
            TriggerSpan = sentence.Tokens[trigger].Span,
            Lemma = sentence.Tokens[trigger].Lemma,
            Frame = null,
            FrameId = $"learnt-{((EventClass)best).Name().ToLowerInvariant()}",
            Code = DefaultCodes[best],
            BaseCode = DefaultCodes[best],
            Confidence = p[best],
            Steps = explain ? [] : null,
        };
        if (same is not null)
        {
            proposed.Sources.AddRange(same.Sources);
            proposed.Targets.AddRange(same.Targets);
        }
        if (explain) proposed.Note(FormattableString.Invariant($"proposed by the classifier: {((EventClass)best).Name()} with {p[best]:f2}, trigger '{sentence.Form(trigger).ToString()}' speaks most for it"));
        found.Add(proposed);
    }

    public void Assign(ParsedSentence sentence, EventCandidate candidate, MentionTable mentions) => _parties?.Assign(sentence, candidate, mentions);

    public void Score(ParsedSentence sentence, List<EventCandidate> found)
    {
        if (found.Count == 0) return;
        var p = Read(sentence).Probabilities;
        Span<float> values = stackalloc float[CandidateFeatures.Count];
        var first = found.Min(c => c.Trigger);
        foreach (var c in found)
        {
            CandidateFeatures.Fill(c, p, Depth(sentence, c.Trigger), c.Trigger == first, values);
            var probability = candidates.Probability(values);
            c.Calibrated = probability;
            if (c.Steps is not null) c.Note(FormattableString.Invariant($"probability {probability:f2}: {candidates.Explain(values)}"));
        }
        var most = found.Max(c => c.Calibrated ?? 0);
        foreach (var c in found)
        {
            // A measure's words are exact: the class of the sentence says little against them.
            if (c.Measure is not null ? c.Calibrated >= DropMeasureBelow : c.Calibrated >= DropBelow && c.Calibrated >= most * RelativeDrop) continue;
            c.Dropped = true;
            c.Note("dropped: too unlikely");
        }
    }

    public void Judge(ParsedSentence sentence, List<EventCandidate> told)
    {
        if (_judge is null || told.Count == 0) return;
        var p = Read(sentence).Probabilities;
        foreach (var e in told) _judge.Judge(sentence, e, p, told.Count);
        told.RemoveAll(static e => e.Dropped);
    }

    /// <summary>Steps from a token to the root.</summary>
    public static int Depth(ParsedSentence sentence, int token)
    {
        var depth = 0;
        for (var t = sentence.Tokens[token].Head; t >= 0 && depth < 20; t = sentence.Tokens[t].Head) depth++;
        return depth;
    }

    /// <summary>What the classifier makes of the sentence; read once for proposing and for scoring.</summary>
    private Reading Read(ParsedSentence sentence)
    {
        var reading = _reading.Value!;
        if (ReferenceEquals(reading.Sentence, sentence)) return reading;
        ClassFeatures.Read(sentence, classes.Words, reading.Features);
        classes.Probabilities(reading.Features, reading.Probabilities);
        reading.Sentence = sentence;
        return reading;
    }

    /// <summary>The verb or noun whose features speak most for the class.</summary>
    private int Trigger(ParsedSentence sentence, List<ClassFeature> features, EventClass of)
    {
        Span<float> evidence = sentence.Count <= 512 ? stackalloc float[sentence.Count] : new float[sentence.Count];
        classes.Evidence(features, of, evidence);
        var best = -1;
        for (var t = 0; t < sentence.Count; t++)
        {
            if (sentence.Tokens[t].Upos is not (Upos.VERB or Upos.NOUN)) continue;
            if (evidence[t] > 0 && (best < 0 || evidence[t] > evidence[best])) best = t;
        }
        return best;
    }

    private sealed class Reading
    {
        public ParsedSentence? Sentence { get; set; }

        public List<ClassFeature> Features { get; } = [];

        public float[] Probabilities { get; } = new float[EventClasses.Count];
    }
}
