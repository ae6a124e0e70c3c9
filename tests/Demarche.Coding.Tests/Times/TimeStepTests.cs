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
    [InlineData("The siege lasted two years.", "two years", "DURATION", "P2Y")]
    [InlineData("It took more than three hours.", "more than three hours", "DURATION", "PT3H")]
    [InlineData("He held a 10-day strike.", "10-day", "DURATION", "P10D")]
    [InlineData("Over the past several months prices rose.", "the past several months", "DURATION", "PXM")]
    [InlineData("It took 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M")]
    [InlineData("The council meets every Thursday.", "every Thursday", "SET", "XXXX-WXX-4")]
    [InlineData("It costs $5 million a year.", "a year", "SET", "P1Y")]
    [InlineData("The vote was held at 7:15 p.m. on Friday.", "7:15 p.m. on Friday", "TIME", "2021-10-15T19:15")]
    [InlineData("Shells fell this morning.", "this morning", "TIME", "2021-10-18TMO")]
    [InlineData("Shells fell on Saturday night.", "Saturday night", "TIME", "2021-10-16TNI")]
    public void OtherTypes(string text, string words, string type, string value) => Expect(text, words, type, value);

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
