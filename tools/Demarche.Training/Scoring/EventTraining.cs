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
    private static readonly BoostedTrees Model = new(Trees: 400, Leaves: 31, Rate: 0.03, LeastInLeaf: 10, Share: 0.3, LeastCount: 8);

    public List<EventRow> Rows(GoldText text, ClassModel classes, PartyModel parties, float weight)
    {
        var rows = new List<EventRow>();
        new EventCoder(parser, knowledge, new Recorder(classes, parties, text, weight, rows)).Code(text.Document);
        return rows;
    }

    public static EventModel Fit(IEnumerable<EventRow> examples)
    {
        var (keys, trees) = Model.Fit([.. examples.Where(r => r.Weight > 0).Select(r => new SparseExample([.. r.Features.Select(f => (f.Key, f.Value))], r.Right, r.Weight))]);
        return EventModel.Build(keys, trees);
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
