using Demarche.Coding;
using Demarche.Coding.Events;
using Demarche.Coding.Mentions;
using Demarche.Coding.Scoring;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Training.Scoring;

/// <summary>
/// Learns who acts and who is acted upon: codes the training sentences and asks of each mention near the event of the gold class whether the
/// gold's words for the party hold it.
/// </summary>
internal sealed class PartyTraining(IDocumentParser parser, KnowledgeBase knowledge)
{
    private const int Epochs = 25;
    private const float Rate = 0.15f;
    private const float Penalty = 2e-3f;

    public List<(IReadOnlyList<PartyFeature> Features, bool Right)> Rows(PartyText text, ClassModel model)
    {
        var recorder = new Recorder(model, text);
        new EventCoder(parser, knowledge, recorder).Code(text.Document);
        return recorder.Rows;
    }

    /// <summary>Stochastic descent with AdaGrad. Fixed seed.</summary>
    public static PartyModel Fit(IEnumerable<(IReadOnlyList<PartyFeature> Features, bool Right)> examples)
    {
        var rows = examples.ToArray();
        var counts = new Dictionary<ulong, int>();
        foreach (var (features, _) in rows)
            foreach (var f in features) counts[f.Key] = counts.GetValueOrDefault(f.Key) + 1;
        var weights = counts.Where(x => x.Value >= 3).ToDictionary(x => x.Key, _ => 0f);
        var squares = weights.ToDictionary(x => x.Key, _ => 0f);
        var random = new Random(1);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(rows);
            foreach (var (features, right) in rows)
            {
                var sum = 0f;
                foreach (var f in features) sum += weights.GetValueOrDefault(f.Key);
                var error = 1 / (1 + MathF.Exp(-sum)) - (right ? 1 : 0);
                foreach (var f in features)
                {
                    if (!weights.TryGetValue(f.Key, out var w)) continue;
                    var g = error + Penalty * w;
                    var square = squares[f.Key] += g * g;
                    weights[f.Key] = w - Rate * g / (MathF.Sqrt(square) + 1e-2f);
                }
            }
        }
        return PartyModel.Build(weights);
    }

    private sealed class Recorder(ClassModel model, PartyText text) : IEventScorer
    {
        private readonly LearnedScorer _scorer = new(model, new CandidateModel(new float[CandidateFeatures.Count]));
        private readonly List<(EventClass Class, List<(IReadOnlyList<PartyFeature>, bool)> Rows)> _seen = [];

        public List<(IReadOnlyList<PartyFeature> Features, bool Right)> Rows
        {
            get
            {
                var ofClass = _seen.Where(x => x.Class == text.Class).ToList();
                return [.. (ofClass.Count > 0 ? ofClass : _seen).SelectMany(x => x.Rows)];
            }
        }

        public void Propose(ParsedSentence sentence, List<EventCandidate> candidates, bool explain) => _scorer.Propose(sentence, candidates, explain);

        public void Assign(ParsedSentence sentence, EventCandidate candidate, MentionTable mentions)
        {
            var rows = new List<(IReadOnlyList<PartyFeature>, bool)>();
            var examples = PartyScorer.Examples(sentence, candidate, mentions).ToList();
            foreach (var role in (PartyRole[])[PartyRole.Source, PartyRole.Target])
            {
                var gold = role == PartyRole.Source ? text.Sources : text.Targets;
                var inside = examples.Where(x => x.Role == role && gold.Any(g => g.Start < x.Mention.Span.End && x.Mention.Span.Start < g.End)).ToList();
                // Of several in one phrase the one nearest to its head is meant: "Syrian" of "Syrian positions near the Turkish border".
                var least = inside.Count == 0 ? 0 : inside.Min(x => LearnedScorer.Depth(sentence, x.Mention.Head));
                foreach (var x in examples.Where(x => x.Role == role))
                {
                    // "it" for the party named before is as right as the name.
                    var refers = x.Mention.Antecedent is { } back && gold.Any(g => g.Start < back.End && back.Start < g.End);
                    rows.Add((x.Features, refers || inside.Contains(x) && (LearnedScorer.Depth(sentence, x.Mention.Head) <= least || Conjoined(sentence, x.Mention.Head))));
                }
            }
            _seen.Add((CandidateFeatures.ClassOf(candidate), rows));
        }

        public void Score(ParsedSentence sentence, List<EventCandidate> candidates)
        {
        }

        private static bool Conjoined(ParsedSentence s, int token) => s.Tokens[token].Deprel == Deprel.Conj;
    }
}
