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

    // A deed told by a participle is of its verb's time; a day behind a state is of the act.
    [Theory]
    [InlineData("Arland/NNP/2/nsubj expelled/VBD/0/root envoys/NNS/2/obj on/IN/5/case Friday/NNP/2/obl ,/,/7/punct accusing/VBG/2/advcl them/PRP/7/obj ././2/punct", "accusing", "2021-10-15")]
    [InlineData("Arland/NNP/2/nsubj banned/VBD/0/root firms/NNS/2/obj linked/VBN/3/acl/link to/IN/7/case the/DT/7/det army/NN/4/obl on/IN/9/case Friday/NNP/7/nmod ././2/punct", "banned", "2021-10-15")]
    [InlineData("Arland/NNP/2/nsubj jails/VBZ/0/root/jail rebels/NNS/2/obj over/IN/6/case a/DT/6/det raid/NN/2/obl on/IN/8/case Friday/NNP/2/obl ././2/punct", "jails", "2021-10-18")]
    [InlineData("Arland/NNP/2/nsubj jailed/VBD/0/root/jail rebels/NNS/2/obj over/IN/6/case a/DT/6/det raid/NN/2/obl on/IN/8/case Friday/NNP/2/obl ././2/punct", "jailed", "2021-10-15")]
    [InlineData("Arland/NNP/2/nsubj buried/VBD/0/root soldiers/NNS/2/obj killed/VBN/3/acl/kill on/IN/6/case Friday/NNP/4/obl ././2/punct", "buried", "2021-10-18")]
    public void TheTimeIsOfTheDeed(string tree, string trigger, string day) => Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), Of(tree, trigger).Date?.Value);

    // The month is not over: what is to be done in it is ahead, and is not dated by its beginning.
    [Fact]
    public void WhatIsToComeInAPeriodThatRunsIsAhead()
    {
        var dates = Of("Arland/NNP/3/nsubj will/MD/3/aux leave/VB/0/root this/DT/5/det month/NN/3/obl:unmarked ././3/punct", "leave");
        Assert.Equal((DateBasis.Document, new DateOnly(2021, 10, 1)), (dates.Date!.Basis, dates.Effective?.Value));
    }

    [Fact]
    public void WithoutAnyDateNoneIsInvented()
    {
        var dates = Of("Arland/NNP/2/nsubj expelled/VBD/0/root envoys/NNS/2/obj yesterday/NN/2/obl:unmarked ././2/punct", "expelled", date: null);
        Assert.Null(dates.Date);
    }

    [Theory]
    [InlineData("Arland/NNP/2/nsubj extradited/VBD/0/root a/DT/4/det man/NN/2/obj over/IN/8/case the/DT/8/det 2007/CD/8/nummod robbery/NN/2/obl ././2/punct")]
    [InlineData("Arland/NNP/2/nsubj extradited/VBD/0/root a/DT/4/det man/NN/2/obj under/IN/7/case the/DT/7/det treaty/NN/2/obl of/IN/9/case 1992/CD/7/nmod ././2/punct")]
    [InlineData("Arland/NNP/2/nsubj extradited/VBD/0/root him/PRP/2/obj ,/,/6/punct the/DT/6/det first/JJ/2/parataxis since/IN/8/case 1992/CD/6/obl ././2/punct")]
    public void AYearOfAThingIsNotThatOfTheAct(string tree) => Assert.Equal(DateBasis.Document, Of(tree, "extradited").Date?.Basis);

    [Fact]
    public void ANearDayAfterAnObjectIsThatOfTheAct() => Assert.Equal(new DateOnly(2021, 10, 11),
        Of("Arland/NNP/2/nsubj signed/VBD/0/root a/DT/4/det deal/NN/2/obj on/IN/6/case October/NNP/4/nmod 11/CD/6/nummod ././2/punct", "signed").Date?.Value);

    [Fact]
    public void AnOccasionDatesTheAct() => Assert.Equal(new DateOnly(2012, 1, 1),
        Of("Arland/NNP/2/nsubj protested/VBD/0/root at/IN/6/case the/DT/6/det 2012/CD/6/nummod summit/NN/2/obl ././2/punct", "protested").Date?.Value);

    [Fact]
    public void NewsInThePresentIsNotOfAYearGoneBy() => Assert.Equal(DateBasis.Document,
        Of("Arland/NNP/2/nsubj marks/VBZ/0/root it/PRP/2/obj in/IN/5/case 1992/CD/2/obl ././2/punct", "marks").Date?.Basis);

    [Theory]
    [InlineData("a/DT/6/det day/NN/7/obl:unmarked", "2021-10-17", DatePrecision.Day)]
    [InlineData("three/CD/6/nummod years/NNS/7/obl:unmarked", "2018-01-01", DatePrecision.Year)]
    [InlineData("two/CD/6/nummod months/NNS/7/obl:unmarked", "2021-08-01", DatePrecision.Month)]
    public void ALengthAfterTheActIsReckoned(string length, string day, DatePrecision precision)
    {
        var tree = $"Arland/NNP/2/nsubj replied/VBD/0/root {length} after/IN/7/mark gunmen/NNS/7/nsubj attacked/VBD/2/advcl ././2/punct".Replace("/6/", "/4/", StringComparison.Ordinal);
        var date = Of(tree, "attacked").Date;
        Assert.Equal((DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), precision, DateBasis.Relative), (date!.Value, date.Precision, date.Basis));
    }

    [Fact]
    public void ALengthBeyondTheCalendarGivesNoDate()
    {
        var date = Of("Arland/NNP/2/nsubj replied/VBD/0/root 2900/CD/4/nummod years/NNS/7/obl:unmarked after/IN/7/mark gunmen/NNS/7/nsubj attacked/VBD/2/advcl ././2/punct", "attacked").Date;
        Assert.Equal(DateBasis.Document, date?.Basis);
    }

    [Fact]
    public void AClauseOfWhenHasTheTimeAboveIt() => Assert.Equal("2021-SP",
        Of("Fear/NN/2/nsubj rose/VBD/0/root this/DT/4/det spring/NN/2/obl:unmarked ,/,/8/punct when/WRB/8/advmod Arland/NNP/8/nsubj massed/VBD/4/acl:relcl troops/NNS/8/obj ././2/punct", "massed").Date?.Timex);
}
