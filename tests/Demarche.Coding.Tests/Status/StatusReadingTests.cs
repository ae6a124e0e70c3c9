using Demarche.Coding.Status;
using Xunit;

namespace Demarche.Coding.Tests;

public sealed class StatusReadingTests
{
    private static EventStatus Of(string tree, string trigger)
    {
        var s = Tree.Parse(tree).Sentences[0];
        for (var t = 0; t < s.Count; t++)
            if (s.Form(t).SequenceEqual(trigger)) return new StatusReading(ClaimStepTests.Cues).Of(s, t).Status;
        throw new ArgumentException(trigger);
    }

    [Fact]
    public void PlainPastIsActual() => Assert.Equal(EventStatus.Actual, Of("Arland/NNP/2/nsubj expelled/VBD/0/root envoys/NNS/2/obj ././2/punct", "expelled"));

    [Fact]
    public void WillAnnounces() => Assert.Equal(EventStatus.Announced, Of("Arland/NNP/3/nsubj will/MD/3/aux expel/VB/0/root envoys/NNS/3/obj ././3/punct", "expel"));

    [Fact]
    public void NotDenies() => Assert.Equal(EventStatus.Denied, Of("Arland/NNP/4/nsubj did/VBD/4/aux not/RB/4/advmod expel/VB/0/root envoys/NNS/4/obj ././4/punct", "expel"));

    [Fact]
    public void ConditionThreatens() => Assert.Equal(EventStatus.Threatened, Of(
        "Arland/NNP/3/nsubj will/MD/3/aux expel/VB/0/root envoys/NNS/3/obj if/IN/7/mark Borovia/NNP/7/nsubj arms/VBZ/3/advcl ././3/punct", "expel"));

    [Fact]
    public void ClauseOfConditionIsHypothetical() => Assert.Equal(EventStatus.Hypothetical, Of(
        "Arland/NNP/3/nsubj will/MD/3/aux answer/VB/0/root if/IN/6/mark Borovia/NNP/6/nsubj expels/VBZ/3/advcl envoys/NNS/6/obj ././3/punct", "expels"));

    [Theory]
    [InlineData("claims", EventStatus.Denied)]
    [InlineData("soldiers", EventStatus.Actual)]
    public void WhatIsClaimedIsDeniedWithTheClaim(string noun, EventStatus status) => Assert.Equal(status, Of(
        $"Arland/NNP/2/nsubj denied/VBD/0/root {noun}/NNS/2/obj its/PRP$/5/nmod:poss guards/NNS/6/nsubj shot/VBD/3/acl:relcl envoys/NNS/6/obj ././2/punct", "shot"));

    [Fact]
    public void DemandRequests() => Assert.Equal(EventStatus.Requested, Of(
        "Arland/NNP/2/nsubj urged/VBD/0/root Borovia/NNP/2/obj to/TO/5/mark withdraw/VB/2/xcomp troops/NNS/5/obj ././2/punct", "withdraw"));

    [Fact]
    public void PromiseAnnounces() => Assert.Equal(EventStatus.Announced, Of(
        "Arland/NNP/2/nsubj promised/VBD/0/root to/TO/4/mark withdraw/VB/2/xcomp troops/NNS/4/obj ././2/punct", "withdraw"));

    [Fact]
    public void FailureDenies() => Assert.Equal(EventStatus.Denied, Of(
        "Arland/NNP/2/nsubj refuse/VBD/0/root to/TO/4/mark withdraw/VB/2/xcomp troops/NNS/4/obj ././2/punct", "withdraw"));

    [Fact]
    public void NegatedPromiseDenies() => Assert.Equal(EventStatus.Denied, Of(
        "Arland/NNP/4/nsubj has/VBZ/4/aux not/RB/4/advmod promised/VBN/0/root to/TO/6/mark withdraw/VB/4/xcomp troops/NNS/6/obj ././4/punct", "withdraw"));

    [Fact]
    public void NounTakesTheStatusOfItsVerb() => Assert.Equal(EventStatus.Announced, Of(
        "Arland/NNP/3/nsubj will/MD/3/aux hold/VB/0/root talks/NNS/3/obj ././3/punct", "talks"));

    [Fact]
    public void CallForANounRequests() => Assert.Equal(EventStatus.Requested, Of(
        "A/DT/2/det call/NN/0/root for/IN/4/case withdrawal/NN/2/nmod ././2/punct", "withdrawal"));

    [Fact]
    public void QuestionIsHypothetical() => Assert.Equal(EventStatus.Hypothetical, Of("Did/VBD/3/aux Arland/NNP/3/nsubj expel/VB/0/root envoys/NNS/3/obj ?/./3/punct", "expel"));

    [Fact]
    public void SpeechStandsAsideOfStatus() => Assert.Equal(EventStatus.Actual, Of(
        "Arland/NNP/2/nsubj said/VBD/0/root Borovia/NNP/4/nsubj expelled/VBD/2/ccomp envoys/NNS/4/obj ././2/punct", "expelled"));

    [Theory]
    [InlineData("Arland/NNP/2/nsubj send/VBD/0/root troops/NNS/2/obj to/TO/5/mark seize/VB/2/advcl the/DT/7/det port/NN/5/obj ././2/punct", "seize", EventStatus.Hypothetical)]
    [InlineData("Police/NNS/2/nsubj use/VBD/0/root batons/NNS/2/obj to/TO/5/mark disperse/VB/2/advcl crowds/NNS/5/obj ././2/punct", "disperse", EventStatus.Actual)]
    [InlineData("Envoys/NNS/2/nsubj arrive/VBD/0/root to/TO/4/mark discuss/VB/2/advcl trade/NN/4/obj ././2/punct", "discuss", EventStatus.Actual)]
    public void PurposeIsDoneWhereTheMeansAreTheDeed(string tree, string trigger, EventStatus status) => Assert.Equal(status, Of(tree, trigger));

    [Fact]
    public void TheFirstToDoItHasDoneIt() => Assert.Equal(EventStatus.Actual, Of(
        "Arland/NNP/2/nsubj became/VBD/0/root the/DT/5/det third/JJ/5/amod country/NN/2/xcomp to/TO/7/mark recognise/VB/5/acl Sundar/NNP/7/obj ././2/punct", "recognise"));

    [Fact]
    public void WhatAParticipleTellsIsKnown() => Assert.Equal(EventStatus.Actual, Of(
        "Arland/NNP/3/nsubj will/MD/3/aux lift/VB/0/root sanctions/NNS/3/obj imposed/VBN/4/acl in/IN/7/case spring/NN/5/obl ././3/punct", "imposed"));

    [Fact]
    public void ADemandedGerundIsRequested() => Assert.Equal(EventStatus.Requested, Of(
        "Arland/NNP/2/nsubj demanded/VBZ/0/root expelling/VBG/2/xcomp envoys/NNS/3/obj ././2/punct", "expelling"));

    [Fact]
    public void WhatIsPreventedIsDenied() => Assert.Equal(EventStatus.Denied, Of(
        "Arland/NNP/2/nsubj prevent/VBD/0/root them/PRP/2/obj from/IN/5/mark visiting/VBG/2/advcl camps/NNS/5/obj ././2/punct", "visiting"));

    [Fact]
    public void NotGuiltyIsDenied() => Assert.Equal(EventStatus.Denied, Of(
        "Envoy/NN/3/nsubj:pass is/VBZ/3/aux:pass found/VBN/0/root not/RB/5/advmod guilty/JJ/3/xcomp ././3/punct", "found"));

    [Fact]
    public void WhatIsBelievedStandsOnTheBelieversWord() => Assert.Equal(EventStatus.Actual, Of(
        "Police/NNS/2/nsubj believe/VBP/0/root rebels/NNS/4/nsubj attacked/VBD/2/ccomp the/DT/6/det town/NN/4/obj ././2/punct", "attacked"));

    [Fact]
    public void AnybodyWhoDoesItIsNobodyYet() => Assert.Equal(EventStatus.Hypothetical, Of(
        "Anyone/NN/5/nsubj who/WP/3/nsubj attacks/VBZ/1/acl:relcl will/MD/5/aux answer/VB/0/root ././5/punct", "attacks"));

    [Fact]
    public void AnAcceptedCallIsAPlan() => Assert.Equal(EventStatus.Announced, Of(
        "Arland/NNP/2/nsubj accept/VBD/0/root a/DT/4/det call/NN/2/obj to/TO/6/mark visit/VB/4/acl Borovia/NNP/6/obj ././2/punct", "visit"));

    [Fact]
    public void WhatAResponseAnswersHasHappened() => Assert.Equal(EventStatus.Actual, Of(
        "Arland/NNP/3/nsubj will/MD/3/aux act/VB/0/root in/IN/5/case response/NN/3/obl to/IN/8/case the/DT/8/det attack/NN/5/nmod ././3/punct", "attack"));
}
