using Demarche.Language;
using Xunit;

namespace Demarche.Coding.Tests;

public sealed class EventDatingTests
{
    private static EventDates Of(string trees, string trigger, string? date = "2021-10-18")
    {
        var document = Tree.Parse(trees, date);
        var times = new TimeTable(document, TimeStep.Find(document));
        foreach (var s in document.Sentences)
            for (var t = 0; t < s.Count; t++)
                if (s.Form(t).SequenceEqual(trigger)) return EventDating.Of(s, t, times);
        throw new ArgumentException(trigger);
    }

    [Fact]
    public void TimeUnderTheTrigger()
    {
        var dates = Of("On/IN/3/case October/NNP/3/compound 6/CD/6/obl ,/,/6/punct Arland/NNP/6/nsubj expelled/VBD/0/root envoys/NNS/6/obj ././6/punct", "expelled");
        Assert.Equal(new DateOnly(2021, 10, 6), dates.Date?.Value);
        Assert.Equal(DateBasis.Stated, dates.Date?.Basis);
    }

    [Fact]
    public void TimeOfTheSayingDatesTheSaying()
    {
        const string Tree = "Arland/NNP/2/nsubj said/VBD/0/root on/IN/4/case Friday/NNP/2/obl that/IN/7/mark Borovia/NNP/7/nsubj expelled/VBD/2/ccomp envoys/NNS/7/obj ././2/punct";
        Assert.Equal(DateBasis.Document, Of(Tree, "expelled").Date?.Basis);
        Assert.Equal(new DateOnly(2021, 10, 15), Of(Tree, "said").Date?.Value);
    }

    [Fact]
    public void EffectiveDateStandsApartFromTheAnnouncement()
    {
        var dates = Of("Arland/NNP/3/nsubj will/MD/3/aux close/VB/0/root its/PRP$/5/nmod:poss mission/NN/3/obj on/IN/7/case November/NNP/3/obl 1/CD/7/nummod ././3/punct", "close");
        Assert.Equal(new DateOnly(2021, 11, 1), dates.Effective?.Value);
        Assert.Equal((new DateOnly(2021, 10, 18), DateBasis.Document), (dates.Date!.Value, dates.Date.Basis));
    }

    [Fact]
    public void DeadlineIsNoDate()
    {
        var dates = Of("They/PRP/3/nsubj must/MD/3/aux leave/VB/0/root by/IN/5/case November/NNP/3/obl 1/CD/5/nummod ././3/punct", "leave");
        Assert.Equal(new DateOnly(2021, 11, 1), dates.Deadline?.Value);
        Assert.Null(dates.Effective);
    }

    [Fact]
    public void WithoutAnyDateNoneIsInvented()
    {
        var dates = Of("Arland/NNP/2/nsubj expelled/VBD/0/root envoys/NNS/2/obj yesterday/NN/2/obl:unmarked ././2/punct", "expelled", date: null);
        Assert.Null(dates.Date);
    }
}
