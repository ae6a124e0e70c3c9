using Xunit;

namespace Demarche.Coding.Tests.Events;

public sealed class CompositionTests
{
    [Theory]
    [InlineData("Arland/NNP/2/nsubj agreed/VBD/0/root to/TO/4/mark lift/VB/2/xcomp sanctions/NNS/4/obj on/IN/7/case Borovia/NNP/5/nmod ././2/punct", "ARL 0354 BRV Announced")]
    [InlineData("Arland/NNP/2/nsubj refused/VBD/0/root to/TO/4/mark lift/VB/2/xcomp sanctions/NNS/4/obj on/IN/7/case Borovia/NNP/5/nmod ././2/punct", "ARL 1244 BRV Denied")]
    [InlineData("Arland/NNP/2/nsubj threatened/VBD/0/root to/TO/4/mark attack/VB/2/xcomp Borovia/NNP/4/obj ././2/punct", "ARL 1384 BRV Threatened")]
    [InlineData("Arland/NNP/2/nsubj urged/VBD/0/root Borovia/NNP/2/obj to/TO/5/mark lift/VB/2/xcomp sanctions/NNS/5/obj on/IN/8/case Cadria/NNP/6/nmod ././2/punct", "ARL 0254 BRV Requested")]
    [InlineData("Arland/NNP/2/nsubj vowed/VBD/0/root to/TO/4/mark attack/VB/2/xcomp Borovia/NNP/4/obj ././2/punct", "ARL 1384 BRV Threatened")]
    [InlineData("Arland/NNP/2/nsubj agreed/VBD/0/root to/TO/4/mark impose/VB/2/xcomp sanctions/NNS/4/obj on/IN/7/case Borovia/NNP/5/nmod ././2/punct", "ARL 163 BRV Announced")]
    [InlineData("Arland/NNP/3/nsubj will/MD/3/aux lift/VB/0/root sanctions/NNS/3/obj on/IN/6/case Borovia/NNP/4/nmod ././3/punct", "ARL 0354 BRV Announced")]
    [InlineData("Arland/NNP/4/nsubj will/MD/4/aux not/RB/4/advmod lift/VB/0/root sanctions/NNS/4/obj on/IN/7/case Borovia/NNP/5/nmod ././4/punct", "ARL 1244 BRV Denied")]
    public void TheCodeOfTheWholeAndItsDirection(string tree, string expected) =>
        Assert.Equal([expected], FrameWorld.Code(tree).Events.Select(FrameWorld.Line));

    [Fact]
    public void ADemandIsMadeOfTheSubjectOfItsClauseNotOfWhoActsInsideIt()
    {
        var events = FrameWorld.Code(
            "Arland/NNP/2/nsubj demanded/VBD/0/root that/IN/5/mark Borovia/NNP/5/nsubj match/VBP/2/ccomp Cadria/NNP/8/nmod:poss 's/POS/6/case support/NN/5/obj ././2/punct").Events;
        Assert.Contains(events, e => e.Source?.Actor.Country == "ARL" && e.Target?.Actor.Country == "BRV");
        Assert.DoesNotContain(events, e => e.Source?.Actor.Country == "ARL" && e.Target?.Actor.Country == "CDR");
    }

    [Fact]
    public void ReportingSpeechAddsNoEvent()
    {
        var events = FrameWorld.Code("Cadria/NNP/2/nsubj said/VBD/0/root Arland/NNP/4/nsubj condemned/VBD/2/ccomp Borovia/NNP/4/obj ././2/punct").Events;
        Assert.Equal(["ARL 111 BRV Actual"], events.Select(FrameWorld.Line));
    }

    [Fact]
    public void WhatSomebodySaysAnotherMustDoIsADemand()
    {
        var events = FrameWorld.Code(
            "Arland/NNP/2/nsubj say/VBP/0/root Borovia/NNP/5/nsubj must/MD/5/aux disarm/VB/2/ccomp ././2/punct").Events;
        Assert.Equal(["ARL 1056 BRV Requested"], events.Select(FrameWorld.Line));
    }
}
