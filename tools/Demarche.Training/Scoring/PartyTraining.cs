using Demarche.Coding;
using Demarche.Coding.Events;
using Demarche.Coding.Mentions;
using Demarche.Coding.Scoring;
using Demarche.Judging;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Training.Scoring;

/// <summary>A mention in a role, and whether it has it.</summary>
internal sealed record PartyRow(IReadOnlyList<PartyFeature> Features, bool Right, float Weight);

/// <summary>
/// Learns who acts and who is acted upon: codes the training texts and asks of each mention near an event that tells a gold act whether the gold's words for the
/// party hold it. Where no such words hold an actor, or none are told, nobody is right, but for who is of the same country.
/// </summary>
internal sealed class PartyTraining(IDocumentParser parser, KnowledgeBase knowledge)
{
    private static readonly SparseLogistic Model = new(Epochs: 25, Rate: 0.15f, Penalty: 1.5f, LeastCount: 3);

    public List<PartyRow> Rows(GoldText text, ClassModel model, float weight)
    {
        var recorder = new Recorder(model, text, weight);
        new EventCoder(parser, knowledge, recorder).Code(text.Document);
        return recorder.Rows;
    }

    public static PartyModel Fit(IEnumerable<PartyRow> examples) =>
        PartyModel.Build(Model.Fit([.. examples.Select(r => new SparseExample([.. r.Features.Select(f => (f.Key, 1f))], r.Right, r.Weight))]));

    private sealed class Recorder(ClassModel model, GoldText text, float weight) : IEventScorer
    {
        private readonly LearnedScorer _scorer = new(model, new CandidateModel(new float[CandidateFeatures.Count]));
        private readonly List<(bool OfClass, List<PartyRow> Rows)> _seen = [];

        public List<PartyRow> Rows
        {
            get
            {
                var ofClass = _seen.Where(x => x.OfClass).ToList();
                return [.. (ofClass.Count > 0 || !text.OneAct ? ofClass : _seen).SelectMany(x => x.Rows)];
            }
        }

        public void Propose(ParsedSentence sentence, List<EventCandidate> candidates, bool explain) => _scorer.Propose(sentence, candidates, explain);

        public void Assign(ParsedSentence sentence, EventCandidate candidate, MentionTable mentions)
        {
            var (act, ofClass) = Act(sentence, candidate);
            if (act is null) return;
            var rows = new List<PartyRow>();
            var examples = PartyScorer.Examples(sentence, candidate, mentions).ToList();
            foreach (var role in (PartyRole[])[PartyRole.Source, PartyRole.Target])
            {
                var gold = role == PartyRole.Source ? act.Sources : act.Targets;
                var ofRole = examples.Where(x => x.Role == role).ToList();
                var right = Named(sentence, ofRole, gold);
                // The words are no actor to the program ("12 people"): the country may be told by another of the sentence all the same.
                if (right.Count == 0 && gold.Count > 0) right = [.. ofRole.Where(x => gold.Any(g => g.Code == x.Mention.Actor.Country))];
                rows.AddRange(ofRole.Select(x => new PartyRow(x.Features, right.Contains(x), weight)));
            }
            _seen.Add((ofClass, rows));
        }

        public void Score(ParsedSentence sentence, List<EventCandidate> candidates)
        {
        }

        private (GoldAct? Act, bool OfClass) Act(ParsedSentence s, EventCandidate e)
        {
            if (text.OneAct) return (text.Acts[0], CandidateFeatures.ClassOf(e) == text.Class);
            var judged = text.Judge(s, e, e.Sources.Count > 0 ? e.Sources[0] : null, e.Targets.Count > 0 ? e.Targets[0] : null);
            return (judged.Act, judged.Act is not null);
        }

        private static List<PartyExample> Named(ParsedSentence s, List<PartyExample> examples, IReadOnlyList<GoldParty> gold)
        {
            var inside = examples.Where(x => gold.Any(g => g.Span.Start < x.Mention.Span.End && x.Mention.Span.Start < g.Span.End)).ToList();
            // Of several in one phrase the one nearest to its head is meant: "Syrian" of "Syrian positions near the Turkish border".
            var least = inside.Count == 0 ? 0 : inside.Min(x => LearnedScorer.Depth(s, x.Mention.Head));
            // "it" for the party named before is as right as the name.
            return [.. examples.Where(x => x.Mention.Antecedent is { } back && gold.Any(g => g.Span.Start < back.End && back.Start < g.Span.End)
                || inside.Contains(x) && (LearnedScorer.Depth(s, x.Mention.Head) <= least || s.Tokens[x.Mention.Head].Deprel == Deprel.Conj))];
        }
    }
}
