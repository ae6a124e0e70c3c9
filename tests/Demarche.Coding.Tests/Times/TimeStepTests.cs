using CsCheck;
using Demarche.Coding;
using Demarche.Language;
using Xunit;

namespace Demarche.Coding.Tests;

public sealed class TimeStepTests
{
    // A Monday.
    private static readonly DateOnly Monday = new(2021, 10, 18);

    private static IReadOnlyList<TimeExpression> Find(string text, DateOnly? date) =>
        TimeStep.Find(new Document("t", text) { Date = date });

    [Theory]
    [InlineData("The envoy left on 6 October 2013.", "6 October 2013", "2013-10-06")]
    [InlineData("The envoy left on Oct. 6.", "Oct. 6", "2021-10-06")]
    [InlineData("The office will shut on November 1.", "November 1", "2021-11-01")]
    [InlineData("The pact was signed on Thursday, April 6.", "Thursday, April 6", "2021-04-06")]
    [InlineData("It opened on 2019-03-22 in the port.", "2019-03-22", "2019-03-22")]
    [InlineData("It was built in 1987 by a firm.", "1987", "1987")]
    [InlineData("She was born in March 1990.", "March 1990", "1990-03")]
    [InlineData("It fell apart in June last year.", "June last year", "2020-06")]
    public void CalendarDates(string text, string words, string value) => Expect(text, words, "DATE", value);

    [Theory]
    [InlineData("The minister spoke on Friday.", "Friday", "2021-10-15")]
    [InlineData("The minister will speak on Friday.", "Friday", "2021-10-22")]
    [InlineData("The minister spoke on Monday.", "Monday", "2021-10-18")]
    [InlineData("They met last Monday.", "last Monday", "2021-10-11")]
    [InlineData("They meet next Monday.", "next Monday", "2021-10-25")]
    [InlineData("They met yesterday.", "yesterday", "2021-10-17")]
    [InlineData("They met last week.", "last week", "2021-W41")]
    [InlineData("Troops came this spring.", "this spring", "2021-SP")]
    [InlineData("It snowed last winter.", "last winter", "2020-WI")]
    [InlineData("Troops left in late September.", "late September", "2021-09")]
    [InlineData("Talks begin early next year.", "early next year", "2022")]
    [InlineData("It was agreed two days ago.", "two days ago", "2021-10-16")]
    [InlineData("It was agreed about four years ago.", "about four years ago", "2017")]
    [InlineData("Sales rose in the third quarter of 2019.", "the third quarter of 2019", "2019-Q3")]
    [InlineData("The wall fell in the late 1980s.", "the late 1980s", "198")]
    [InlineData("Castles of the 11th century stand there.", "the 11th century", "10")]
    [InlineData("They had met at Christmas in Oslo.", "Christmas", "2020-12-25")]
    [InlineData("The truce ended over the weekend.", "the weekend", "2021-W41-WE")]
    [InlineData("The ministry has recently grown.", "recently", "PAST_REF")]
    [InlineData("The office is now shut.", "now", "PRESENT_REF")]
    [InlineData("They hope for peace in the near future.", "the near future", "FUTURE_REF")]
    [InlineData("The army was small at the time.", "the time", "PAST_REF")]
    public void RelativeDates(string text, string words, string value) => Expect(text, words, "DATE", value);

    [Theory]
    [InlineData("The March truce was brief.", "March", "2021-03")]
    [InlineData("The post-1990 laws were harsh.", "1990", "1990")]
    [InlineData("The 1968 riots are forgotten.", "1968", "1968")]
    [InlineData("He came the day before last Friday.", "the day before last Friday", "2021-10-14")]
    [InlineData("Laws changed after the September 11 attacks.", "September 11", "2001-09-11")]
    [InlineData("The truce was signed on New Year's Eve of 1999.", "New Year's Eve of 1999", "1999-12-31")]
    public void DatesByTheirNeighbours(string text, string words, string value) => Expect(text, words, "DATE", value);

    [Theory]
    [InlineData("The ministers meet on May 3 and 4 in Oslo.")]
    [InlineData("They meet on 3 and 4 May in Oslo.")]
    public void DaysShareTheMonthThatOneNames(string text) => Assert.Equal(["2021-05-03", "2021-05-04"], Find(text, Monday).Select(t => t.Value));

    [Theory]
    [InlineData("2022-01-03", "The army left on Christmas Eve.", "2021-12-24")]
    [InlineData("2021-12-27", "They will meet on New Year's Day.", "2022-01-01")]
    [InlineData("2021-12-20", "The envoys want to leave before Christmas.", "2021-12-25")]
    public void HolidayNearbyIsMeant(string date, string text, string value) =>
        Assert.Equal(value, Assert.Single(Find(text, DateOnly.ParseExact(date, "yyyy-MM-dd"))).Value);

    [Theory]
    [InlineData("Profit was $3 million in the third quarter of 2021, against $2 million a year ago.", "2020-Q3")]
    [InlineData("The third quarter of 2021 was calm; the firm moved here a year ago.", "2020")]
    public void ComparedFiguresAreThoseOfTheQuarterNamed(string text, string value) => Assert.Equal(value, Find(text, Monday)[^1].Value);

    [Theory]
    [InlineData("The siege lasted two years.", "two years", "DURATION", "P2Y")]
    [InlineData("It took more than three hours.", "more than three hours", "DURATION", "PT3H")]
    [InlineData("He held a 10-day strike.", "10-day", "DURATION", "P10D")]
    [InlineData("Over the past several months prices rose.", "the past several months", "DURATION", "PXM")]
    [InlineData("It took 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M")]
    [InlineData("The council meets every Thursday.", "every Thursday", "SET", "XXXX-WXX-4")]
    [InlineData("It costs $5 million a year.", "a year", "SET", "P1Y")]
    [InlineData("The vote was held at 7:15 p.m. on Friday.", "7:15 p.m. on Friday", "TIME", "2021-10-15T19:15")]
    [InlineData("He was freed at five in the morning on Friday.", "five in the morning on Friday", "TIME", "2021-10-15T05:00")]
    [InlineData("Shots rang out; an hour later all was calm.", "an hour later", "DURATION", "PT1H")]
    [InlineData("The feast is held annually in the square.", "annually", "SET", "P1Y")]
    [InlineData("Shells fell this morning.", "this morning", "TIME", "2021-10-18TMO")]
    [InlineData("Shells fell on Saturday night.", "Saturday night", "TIME", "2021-10-16TNI")]
    public void OtherTypes(string text, string words, string type, string value) => Expect(text, words, type, value);

    // In January, "November" is nearer behind than ahead; the verb decides.
    [Theory]
    [InlineData("The/DT/2/det army/NN/3/nsubj promises/VBZ/0/root/promise to/TO/5/mark vote/VB/3/xcomp by/IN/7/case November/NNP/5/obl", "2008-11")]
    [InlineData("It/PRP/3/nsubj will/MD/3/aux vote/VB/0/root by/IN/5/case November/NNP/3/obl", "2008-11")]
    [InlineData("It/PRP/2/nsubj voted/VBD/0/root in/IN/4/case November/NNP/2/obl", "2007-11")]
    [InlineData("It/PRP/4/nsubj was/VBD/4/aux to/TO/4/mark vote/VB/0/root in/IN/6/case November/NNP/4/obl", "2008-11")]
    [InlineData("All/DT/2/nsubj ends/VBZ/0/root when/WRB/6/advmod it/PRP/6/nsubj is/VBZ/6/aux:pass heard/VBN/2/advcl in/IN/8/case November/NNP/6/obl", "2008-11")]
    [InlineData("It/PRP/2/nsubj planned/VBD/0/root/plan talks/NNS/2/obj in/IN/5/case November/NNP/2/obl", "2008-11")]
    public void TheVerbSaysWhichWayAMonthLies(string tree, string value) =>
        Assert.Equal(value, Assert.Single(TimeStep.Find(Tree.Parse(tree, "2008-01-15"))).Value);

    [Fact]
    public void NarrativeDateIsWhatLaterCountsFrom()
    {
        var times = Find("The accord was signed on March 3, 2015. Two days later the army left.", Monday);
        Assert.Equal(["2015-03-03", "2015-03-05"], times.Select(t => t.Value));
    }

    [Theory]
    [InlineData("Prices may march on and fall by 2000 points.")]
    [InlineData("The 40-year-old envoy paid $1999 for it.")]
    [InlineData("Sanctions may follow.")]
    [InlineData("The Good Friday Agreement held, wrote the Sunday Telegraph and USA Today.")]
    [InlineData("The port works 24 hours a day; the blasts came minutes apart, on CBS's 60 Minutes.")]
    [InlineData("Output grew by 400 tons annually.")]
    public void WordsThatOnlyLookLikeTimes(string text) => Assert.Empty(Find(text, Monday));

    [Fact]
    public void ImpossibleDateIsNoDate()
    {
        Assert.Empty(Find("The treaty of 31 February was a hoax.", Monday));
        Assert.Empty(Find("It is dated February 30, 2020.", Monday));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void WithoutACredibleDateNothingIsInvented(string? date)
    {
        DateOnly? day = date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd");
        var times = Find("They met yesterday, last week, on Friday and in October; two years ago they had parted.", day);
        Assert.Equal(["XXXX-XX-XX", "XXXX-WXX", "XXXX-WXX-5", "XXXX-10", "XXXX"], times.Select(t => t.Value));
        Assert.All(times, t => Assert.Null(t.First));
    }

    [Fact]
    public void PeriodIsHalfOpen()
    {
        var time = Assert.Single(Find("They fought in October 2014.", Monday));
        Assert.Equal(new DateOnly(2014, 10, 1), time.First);
        Assert.Equal(new DateOnly(2014, 11, 1), time.After);
        Assert.Equal(DatePrecision.Month, time.Precision);
        Assert.Equal(DateBasis.Stated, time.Basis);
    }

    private static readonly string[] Pieces =
    [
        "Monday", "the", "last", "31", "February", "1990", "’90s", "year", "-", "ago", "two", "a", "quarter", ",", ".", "\n\n", "third", "7:15", "p.m.",
        "99999999999", "½", "century", "of", "end", "every", "now", "\u201c", "'", "years", "half", "and", "2013-02-30", "later", "spring", "mid", "day", "before", "night", "\ud83d\ude00",
    ];

    [Fact]
    public void NeverThrowsAndSpansQuoteTheText() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 30].Select(Gen.Bool, (p, s) => string.Join(s ? " " : "", p))
            .Select(Gen.Date).Sample((text, date) =>
            {
                var times = Find(text, DateOnly.FromDateTime(date));
                var end = 0;
                foreach (var t in times)
                {
                    Assert.True(t.Span.Start >= end && t.Span.End <= text.Length && !t.Span.IsEmpty);
                    Assert.False(char.IsWhiteSpace(text[t.Span.Start]));
                    end = t.Span.End;
                    if (t.First is { } first) Assert.True(first < t.After);
                }
            });

    [Fact]
    public void NeverThrowsOnArbitraryText() => Gen.String.Sample(text => Find(text, Monday));

    private static void Expect(string text, string words, string type, string value)
    {
        var time = Assert.Single(Find(text, Monday));
        Assert.Equal((words, type, value), (time.Span.Quote(text), time.Type, time.Value));
    }
}
