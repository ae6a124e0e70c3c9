using Demarche.Coding;
using Demarche.Coding.Events;
using Demarche.Coding.Scoring;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Training.Scoring;

/// <summary>
/// Learns the second stage: codes the training sentences with the frames and with the classifier of a fold that has not seen them,
/// and asks of each candidate whether its class is the gold one.
/// </summary>
internal sealed class CandidateTraining(IDocumentParser parser, KnowledgeBase knowledge)
{
    private const int Rounds = 400;
    private const float Rate = 0.3f;
    private const float Penalty = 1e-3f;

    /// <param name="texts">Documents with their gold class and the classifier that has not seen them.</param>
    public CandidateModel Train(IEnumerable<(ParsedDocument Document, EventClass Class, ClassModel Model)> texts)
    {
        var rows = new List<(float[] Values, bool Right)>();
        foreach (var group in texts.GroupBy(t => t.Model))
        {
            foreach (var (document, gold, model) in group)
            {
                var recorder = new Recorder(model, gold, rows);
                new EventCoder(parser, knowledge, recorder).Code(document);
            }
        }
        Console.WriteLine($"{rows.Count} candidates, {rows.Count(r => r.Right)} of the gold class");
        return new CandidateModel(Fit(rows));
    }

    /// <summary>Batch gradient descent; few weights and few rows.</summary>
    private static float[] Fit(List<(float[] Values, bool Right)> rows)
    {
        var weights = new float[CandidateFeatures.Count];
        var square = new float[weights.Length];
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new float[weights.Length];
            var model = new CandidateModel(weights);
            foreach (var (values, right) in rows)
            {
                var error = (float)model.Probability(values) - (right ? 1 : 0);
                for (var k = 0; k < weights.Length; k++) gradient[k] += error * values[k] / rows.Count;
            }
            for (var k = 0; k < weights.Length; k++)
            {
                var g = gradient[k] + Penalty * weights[k];
                square[k] = 0.9f * square[k] + 0.1f * g * g;
                weights[k] -= Rate / MathF.Sqrt(round + 10) * g / (MathF.Sqrt(square[k]) + 1e-4f);
            }
        }
        for (var k = 0; k < weights.Length; k++) Console.WriteLine(FormattableString.Invariant($"  {CandidateFeatures.Names[k],-24} {weights[k]:f3}"));
        return weights;
    }

    private sealed class Recorder(ClassModel model, EventClass gold, List<(float[] Values, bool Right)> rows) : IEventScorer
    {
        private readonly LearnedScorer _scorer = new(model, new CandidateModel(new float[CandidateFeatures.Count]));
        private readonly List<ClassFeature> _features = [];

        public void Propose(ParsedSentence sentence, List<EventCandidate> candidates, bool explain) => _scorer.Propose(sentence, candidates, explain);

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
                rows.Add((values, CandidateFeatures.ClassOf(c) == gold));
            }
        }
    }
}
