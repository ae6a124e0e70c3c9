using Demarche.Coding.Events;
using Demarche.Coding.Mentions;
using Demarche.Coding.Scoring;
using Demarche.Coding.Tests.Events;
using Demarche.Language;
using Xunit;

namespace Demarche.Coding.Tests.Scoring;

public sealed class PartyScorerTests
{
    private const string Attack = "Arland/NNP/2/nsubj attacked/VBD/0/root Borovia/NNP/2/obj on/IN/5/case Friday/NNP/2/obl ././2/punct";

    [Fact]
    public void AnOpenRoleIsFilledByTheLikeliestMention()
    {
        var (s, e, mentions) = Candidate(Attack);
        new PartyScorer(Trained(s, e, mentions)).Assign(s, e, mentions);
        Assert.Equal("ARL", Assert.Single(e.Sources).Actor.Country);
        Assert.Equal("BRV", Assert.Single(e.Targets).Actor.Country);
    }

    [Fact]
    public void WithoutEvidenceRolesStayOpenAndAnUnlikelyPartyIsTakenOut()
    {
        var (s, e, mentions) = Candidate(Attack);
        var never = new PartyScorer(PartyModel.Build(new Dictionary<ulong, float>())) { FillFrom = 0.6 };
        never.Assign(s, e, mentions);
        Assert.Empty(e.Sources);
        e.Sources.Add(mentions.At(0, 2)!);
        new PartyScorer(PartyModel.Build(new Dictionary<ulong, float>())) { FillFrom = 0.6, DropBelow = 0.55 }.Assign(s, e, mentions);
        Assert.Empty(e.Sources);
    }

    [Fact]
    public void AMeasureKeepsThePartiesOfItsFrame()
    {
        var (s, e, mentions) = Candidate(Attack, measure: "border_closed");
        e.Sources.Add(mentions.At(0, 2)!);
        new PartyScorer(PartyModel.Build(new Dictionary<ulong, float>())) { DropBelow = 0.55 }.Assign(s, e, mentions);
        Assert.Equal("BRV", Assert.Single(e.Sources).Actor.Country);
    }

    [Fact]
    public void AModelComesBackFromItsFile()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var (s, e, mentions) = Candidate(Attack);
            var model = Trained(s, e, mentions);
            model.Save(path);
            var read = PartyModel.Load(path);
            foreach (var x in PartyScorer.Examples(s, e, mentions))
                Assert.Equal(model.Probability([.. x.Features]), read.Probability([.. x.Features]));
        }
        finally
        {
            File.Delete(path);
        }
    }

    // Speaks for what stands first as the source and for the other as the target.
    private static PartyModel Trained(ParsedSentence s, EventCandidate e, MentionTable mentions)
    {
        var weights = new Dictionary<ulong, float>();
        foreach (var x in PartyScorer.Examples(s, e, mentions))
        {
            var right = x.Mention.Head == (x.Role == PartyRole.Source ? 0 : 2);
            foreach (var f in x.Features) weights[f.Key] = weights.GetValueOrDefault(f.Key) + (right ? 1 : -1);
        }
        return PartyModel.Build(weights);
    }

    private static (ParsedSentence, EventCandidate, MentionTable) Candidate(string tree, string? measure = null)
    {
        var document = Tree.Parse(tree, "2021-10-18");
        var s = document.Sentences[0];
        var e = new EventCandidate
        {
            Sentence = 0,
            Trigger = 1,
            Anchor = 1,
            TriggerSpan = s.Tokens[1].Span,
            Lemma = "attack",
            Frame = measure is null ? null : FrameWorld.Knowledge.Frames.Of(Demarche.Knowledge.Frames.WordClass.Verb, "attack")[0].Frame,
            FrameId = "test",
            Code = "190",
            BaseCode = "190",
            Measure = measure,
        };
        return (s, e, MentionResolver.Resolve(document, FrameWorld.Knowledge));
    }
}
