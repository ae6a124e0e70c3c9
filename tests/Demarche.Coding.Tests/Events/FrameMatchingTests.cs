using Xunit;

namespace Demarche.Coding.Tests.Events;

public sealed class FrameMatchingTests
{
    [Theory]
    [InlineData("Arland/NNP/2/nsubj condemned/VBD/0/root Borovia/NNP/2/obj ././2/punct", "ARL 111 BRV Actual")]
    [InlineData("Borovia/NNP/3/nsubj:pass was/VBD/3/aux:pass condemned/VBN/0/root ././3/punct", "- 111 BRV Actual")]
    [InlineData("Borovia/NNP/3/nsubj:pass was/VBD/3/aux:pass condemned/VBN/0/root by/IN/5/case Arland/NNP/3/obl:agent ././3/punct", "ARL 111 BRV Actual")]
    [InlineData("Arland/NNP/2/nsubj imposed/VBD/0/root sanctions/NNS/2/obj on/IN/5/case Borovia/NNP/3/nmod ././2/punct", "ARL 163 BRV Actual")]
    [InlineData("Arlandian/JJ/2/amod police/NN/3/nsubj arrested/VBD/0/root Borovian/JJ/5/amod students/NNS/3/obj ././3/punct", "ARL 173 BRV Actual")]
    [InlineData("Arlandian/JJ/2/amod soldiers/NNS/3/nsubj attacked/VBD/0/root Borovian/JJ/5/amod positions/NNS/3/obj ././3/punct", "ARL 190 BRV Actual")]
    [InlineData("Arland/NNP/2/nsubj launch/VBP/0/root an/DT/4/det attack/NN/2/obj on/IN/6/case Borovia/NNP/4/nmod ././2/punct", "ARL 190 BRV Actual")]
    [InlineData("Arland/NNP/2/nsubj granted/VBD/0/root asylum/NN/2/obj to/IN/6/case Borovian/JJ/6/amod soldiers/NNS/2/obl ././2/punct", "ARL 075 BRV Actual")]
    [InlineData("Arland/NNP/2/nsubj praised/VBD/0/root and/CC/4/cc thanked/VBD/2/conj Borovia/NNP/2/obj ././2/punct", "ARL 051 BRV Actual")]
    public void FillsThePartiesOverVoiceAndOwners(string tree, string expected) =>
        Assert.Contains(expected, FrameWorld.Code(tree).Events.Select(FrameWorld.Line));

    [Theory]
    [InlineData("Two/CD/3/nummod Borovian/JJ/3/amod students/NNS/5/nsubj:pass were/VBD/5/aux:pass killed/VBN/0/root in/IN/8/case Arlandian/JJ/8/amod raids/NNS/5/obl ././5/punct", "ARL 190 BRV Actual")]
    [InlineData("Two/CD/3/nummod Borovian/JJ/3/amod students/NNS/5/nsubj:pass were/VBD/5/aux:pass killed/VBN/0/root in/IN/8/case an/DT/8/det attack/NN/5/obl by/IN/10/case Arland/NNP/8/nmod ././5/punct", "ARL 190 BRV Actual")]
    [InlineData("Two/CD/3/nummod Borovian/JJ/3/amod students/NNS/5/nsubj:pass were/VBD/5/aux:pass killed/VBN/0/root in/IN/7/case clashes/NNS/5/obl/clash with/IN/9/case Arland/NNP/7/nmod ././5/punct", "ARL 190 BRV Actual")]
    [InlineData("Two/CD/3/nummod Borovian/JJ/3/amod students/NNS/5/nsubj:pass were/VBD/5/aux:pass killed/VBN/0/root and/CC/7/cc buried/VBN/5/conj by/IN/9/case Arland/NNP/7/obl:agent ././5/punct", "ARL 190 BRV Actual")]
    public void WhoMadeTheAttackKilled(string tree, string expected) =>
        Assert.Contains(expected, FrameWorld.Code(tree).Events.Select(FrameWorld.Line));

    [Fact]
    public void AMutualActGoesBothWays()
    {
        var events = FrameWorld.Code("Arland/NNP/4/nsubj and/CC/3/cc Borovia/NNP/1/conj signed/VBD/0/root a/DT/6/det treaty/NN/4/obj ././4/punct").Events;
        Assert.Equal(["ARL 057 BRV Actual", "BRV 057 ARL Actual"], events.Select(FrameWorld.Line).Order(StringComparer.Ordinal));
        Assert.All(events, e => Assert.Equal("agreement_signed", e.Measure?.Kind));
    }

    [Theory]
    [InlineData("An/DT/2/det avalanche/NN/3/nsubj killed/VBD/0/root two/CD/6/nummod Borovian/JJ/6/amod students/NNS/3/obj ././3/punct")]
    [InlineData("Arland/NNP/2/nsubj said/VBD/0/root nothing/NN/2/obj ././2/punct")]
    [InlineData("The/DT/2/det singer/NN/3/nsubj arrived/VBD/0/root ././3/punct")]
    [InlineData("Two/CD/3/nummod Borovian/JJ/3/amod students/NNS/5/nsubj:pass were/VBD/5/aux:pass killed/VBN/0/root in/IN/9/case a/DT/9/det traffic/NN/9/compound accident/NN/5/obl in/IN/11/case Arland/NNP/9/nmod ././5/punct")]
    [InlineData("A/DT/3/det Borovian/JJ/3/amod ferry/NN/4/nsubj capsized/VBD/0/root ,/,/6/punct killing/VBG/4/advcl two/CD/9/nummod Arlandian/JJ/9/amod students/NNS/6/obj ././4/punct")]
    [InlineData("An/DT/3/det Arlandian/JJ/3/amod student/NN/4/nsubj shot/VBD/0/root himself/PRP/4/obj in/IN/7/case Borovia/NNP/4/obl ././4/punct")]
    [InlineData("Arland/NNP/4/nsubj 's/POS/1/case parliament/NN/4/nsubj approved/VBD/0/root its/PRP$/6/nmod:poss budget/NN/4/obj ././4/punct")]
    public void AccidentsAndPlainSpeechGiveNothing(string tree) => Assert.Empty(FrameWorld.Code(tree).Events);

    [Fact]
    public void ThoseWhoAgreeTogetherAgreeWithEachOther()
    {
        var events = FrameWorld.Code("Arland/NNP/4/nsubj and/CC/3/cc Borovia/NNP/1/conj agreed/VBD/0/root to/TO/6/mark exchange/VB/4/xcomp prisoners/NNS/6/obj ././4/punct").Events;
        Assert.Equal(["ARL 030 BRV", "BRV 030 ARL"], events.Select(FrameWorld.Line).Select(l => l[..11]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhoResignsDoesItToNobody()
    {
        var e = Assert.Single(FrameWorld.Code("The/DT/4/det Arlandian/JJ/4/amod prime/JJ/4/amod minister/NN/5/nsubj resigned/VBD/0/root after/IN/7/case protests/NNS/5/obl in/IN/9/case Borovia/NNP/7/nmod ././5/punct").Events);
        Assert.Equal("0831", e.Type.Cameo);
        Assert.Null(e.Target);
    }

    [Fact]
    public void TheExplanationNamesTheFrame()
    {
        var e = Assert.Single(FrameWorld.Code("Arland/NNP/2/nsubj condemned/VBD/0/root Borovia/NNP/2/obj ././2/punct").Events);
        Assert.Equal("criticise", e.Frame);
        Assert.Contains(e.Explanation, x => x.Contains("frame criticise", StringComparison.Ordinal));
        Assert.InRange(e.Confidence, 0.01, 0.99);
    }
}
