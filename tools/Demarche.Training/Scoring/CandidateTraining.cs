using Demarche.Coding;
using Demarche.Coding.Events;
using Demarche.Coding.Mentions;
using Demarche.Coding.Scoring;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Training.Scoring;

/// <summary>A candidate as the second stage sees it, and whether an act of its class is told there.</summary>
internal sealed record CandidateRow(float[] Values, bool Right, float Weight);

/// <summary>
/// Learns the second stage: codes the training sentences with the frames and with the classifier of a fold that has not seen them,
/// and asks of each candidate whether an act of its class is told there.
/// </summary>
internal sealed class CandidateTraining(IDocumentParser parser, KnowledgeBase knowledge)
{
    private const int Rounds = 400;
    private const float Rate = 0.3f;
    private const float Penalty = 1e-3f;

    /// <param name="classes">A classifier that has not seen the text.</param>
    /// <param name="parties">A party model that has not seen it.</param>
    public List<CandidateRow> Rows(GoldText text, ClassModel classes, PartyModel parties, float weight)
    {
        var rows = new List<CandidateRow>();
        new EventCoder(parser, knowledge, new Recorder(classes, parties, text, weight, rows)).Code(text.Document);
        return rows;
    }

    /// <summary>Batch gradient descent; few weights and few rows.</summary>
    public static CandidateModel Fit(IReadOnlyList<CandidateRow> rows)
    {
        var weights = new float[CandidateFeatures.Count];
        var square = new float[weights.Length];
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new float[weights.Length];
            var model = new CandidateModel(weights);
            foreach (var (values, right, weight) in rows)
            {
                var error = ((float)model.Probability(values) - (right ? 1 : 0)) * weight;
                for (var k = 0; k < weights.Length; k++) gradient[k] += error * values[k] / rows.Count;
            }
            for (var k = 0; k < weights.Length; k++)
            {
                var g = gradient[k] + Penalty * weights[k];
                square[k] = 0.9f * square[k] + 0.1f * g * g;
                weights[k] -= Rate / MathF.Sqrt(round + 10) * g / (MathF.Sqrt(square[k]) + 1e-4f);
            }
        }
        return new CandidateModel(weights);
    }

    private sealed class Recorder(ClassModel model, PartyModel parties, GoldText text, float weight, List<CandidateRow> rows) : IEventScorer
    {
        private readonly LearnedScorer _scorer = new(model, new CandidateModel(new float[CandidateFeatures.Count]), parties);
        private readonly List<ClassFeature> _features = [];

        public void Propose(ParsedSentence sentence, List<EventCandidate> candidates, bool explain) => _scorer.Propose(sentence, candidates, explain);

        public void Assign(ParsedSentence sentence, EventCandidate candidate, MentionTable mentions) => _scorer.Assign(sentence, candidate, mentions);

        public void Score(ParsedSentence sentence, List<EventCandidate> candidates)
        {
            if (candidates.Count == 0) return;
            ClassFeatures.Read(sentence, model.Words, _features);
            var p = new float[EventClasses.Count];
            model.Probabilities(_features, p);
            var first = candidates.Min(c => c.Trigger);
            foreach (var c in candidates)
            {
                if (c.Consumed || c.Dropped) continue;
                var values = new float[CandidateFeatures.Count];
                CandidateFeatures.Fill(c, p, LearnedScorer.Depth(sentence, c.Trigger), c.Trigger == first, values);
                rows.Add(new CandidateRow(values, text.OneAct ? CandidateFeatures.ClassOf(c) == text.Class
                    : text.Judge(sentence, c, c.Sources.Count > 0 ? c.Sources[0] : null, c.Targets.Count > 0 ? c.Targets[0] : null).Class, weight));
            }
        }
    }
}
