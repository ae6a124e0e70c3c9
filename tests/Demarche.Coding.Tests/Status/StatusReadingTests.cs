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

    [Fact]
    public void PastPerfectIsBackground()
    {
        var s = Tree.Parse("Arland/NNP/3/nsubj have/VBD/3/aux expelled/VBN/0/root envoys/NNS/3/obj ././3/punct").Sentences[0];
        Assert.NotNull(BackgroundReading.Of(s, 2, null, new DateOnly(2021, 10, 18)));
    }

    [Fact]
    public void OldDateIsBackgroundAndTodaysIsNot()
    {
        var s = Tree.Parse("Arland/NNP/2/nsubj expelled/VBD/0/root envoys/NNS/2/obj ././2/punct").Sentences[0];
        var today = new DateOnly(2021, 10, 18);
        Assert.Equal("2014", BackgroundReading.Of(s, 1, new EventDate(null, new DateOnly(2014, 1, 1), DateBasis.Stated, DatePrecision.Year, "2014"), today));
        Assert.Null(BackgroundReading.Of(s, 1, new EventDate(null, today, DateBasis.Relative, DatePrecision.Day, "2021-10-18"), today));
    }
}
