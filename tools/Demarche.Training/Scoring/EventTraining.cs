using Demarche.Coding;
using Demarche.Coding.Events;
using Demarche.Coding.Mentions;
using Demarche.Coding.Scoring;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Training.Scoring;

/// <summary>One reading of an event as the last stage sees it.</summary>
/// <param name="Event">The same number for all readings of one event; the given one stands first.</param>
internal sealed record EventRow(int Event, List<EventFeature> Features, bool Right, float Weight, EventClass Class);

/// <summary>
/// Learns the last stage: codes texts with models that have not seen them, and asks of each reading of each event whether source, class and target are right.
/// </summary>
internal sealed class EventTraining(IDocumentParser parser, KnowledgeBase knowledge)
{
    private const int Epochs = 40;
    private const float Rate = 0.1f;
    private const float Penalty = 20;
    private const int LeastCount = 4;

    public List<EventRow> Rows(GoldText text, ClassModel classes, PartyModel parties, float weight)
    {
        var rows = new List<EventRow>();
        new EventCoder(parser, knowledge, new Recorder(classes, parties, text, weight, rows)).Code(text.Document);
        return rows;
    }

    /// <summary>Stochastic descent with AdaGrad. Fixed seed.</summary>
    public static EventModel Fit(IEnumerable<EventRow> examples)
    {
        var rows = examples.Where(r => r.Weight > 0).ToArray();
        var counts = new Dictionary<ulong, int>();
        foreach (var row in rows)
            foreach (var f in row.Features) counts[f.Key] = counts.GetValueOrDefault(f.Key) + 1;
        var numbers = counts.Where(x => x.Value >= LeastCount).Select(x => x.Key).Order().Select((k, i) => (k, i)).ToDictionary(x => x.k, x => x.i);
        var weights = new float[numbers.Count];
        var squares = new float[numbers.Count];
        var penalties = new float[numbers.Count];
        foreach (var (key, at) in numbers) penalties[at] = 1f / counts[key];
        var known = rows.Select(r => r.Features.Where(f => numbers.ContainsKey(f.Key)).Select(f => (At: numbers[f.Key], f.Value)).ToArray()).ToArray();
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var random = new Random(1);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var sum = 0f;
                foreach (var (at, value) in known[i]) sum += weights[at] * value;
                var error = (1 / (1 + MathF.Exp(-sum)) - (rows[i].Right ? 1 : 0)) * rows[i].Weight;
                foreach (var (at, value) in known[i])
                {
                    var g = error * value + Penalty * penalties[at] * weights[at];
                    squares[at] += g * g;
                    weights[at] -= Rate * g / (MathF.Sqrt(squares[at]) + 1e-2f);
                }
            }
        }
        return EventModel.Build(numbers.ToDictionary(x => x.Key, x => weights[x.Value]));
    }

    private sealed class Recorder(ClassModel model, PartyModel parties, GoldText text, float weight, List<EventRow> rows) : IEventScorer
    {
        private readonly LearnedScorer _scorer = new(model, model.Candidates, parties);
        private readonly List<ClassFeature> _features = [];
        private readonly float[] _probabilities = new float[EventClasses.Count];
        private int _events;

        public void Propose(ParsedSentence sentence, List<EventCandidate> candidates, bool explain) => _scorer.Propose(sentence, candidates, explain);

        public void Assign(ParsedSentence sentence, EventCandidate candidate, MentionTable mentions) => _scorer.Assign(sentence, candidate, mentions);

        public void Score(ParsedSentence sentence, List<EventCandidate> candidates) => _scorer.Score(sentence, candidates);

        public void Judge(ParsedSentence sentence, List<EventCandidate> told)
        {
            ClassFeatures.Read(sentence, model.Words, _features);
            model.Probabilities(_features, _probabilities);
            foreach (var e in told)
            {
                // Plain statements are no acts: nobody has judged them.
                if (CandidateFeatures.ClassOf(e) == EventClass.None) continue;
                // Where a text names one of its acts only, those of other classes may be right or wrong: nothing is learnt of them.
                var own = text.OneAct && CandidateFeatures.ClassOf(e) != text.Class ? 0 : weight;
                _events++;
                foreach (var r in EventReading.Of(e))
                {
                    var features = new List<EventFeature>();
                    EventFeatures.Read(sentence, e, r, _probabilities, told.Count, features);
                    rows.Add(new EventRow(_events, features, IsRight(sentence, e, r), own, CandidateFeatures.ClassOf(e)));
                }
            }
        }

        private bool IsRight(ParsedSentence s, EventCandidate e, EventReading r)
        {
            if (e.Symmetric && r.Targets.Count == 0 && r.Sources.Count > 1) return text.Judge(s, e, r.Sources[0], r.Sources[1]).IsRight;
            foreach (var source in r.Sources.Count > 0 ? r.Sources : [null!])
                foreach (var target in r.Targets.Count > 0 ? r.Targets : [null!])
                    if (!text.Judge(s, e, source, target).IsRight) return false;
            return true;
        }
    }
}
