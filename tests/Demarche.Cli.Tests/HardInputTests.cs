using System.Globalization;
using Demarche.Coding;
using Demarche.Language;
using Xunit;

namespace Demarche.Cli.Tests;

/// <summary>What reports should not hold but do: no crash, and no guess told as fact. With the shipped models.</summary>
public sealed class HardInputTests
{
    private static readonly EventCoder Coder = EventCoder.Load();

    private static CodedDocument Code(string text, DateOnly? date) => Coder.Code(new Document("d", text) { Date = date });

    [Theory]
    [InlineData("Norway expelled two Russian diplomats on 31 February.")]
    [InlineData("Norway expelled two Russian diplomats on February 30, 2021.")]
    public void A_day_that_no_calendar_has_dates_nothing(string text)
    {
        var e = Assert.Single(Code(text, new DateOnly(2021, 10, 18)).Events);
        Assert.Equal(DateBasis.Document, e.Date?.Basis);
        Assert.Null(e.Date?.Span);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0001-01-01")]
    [InlineData("1200-05-01")]
    [InlineData("9999-12-31")]
    public void Without_a_credible_date_no_day_is_made_up(string? day)
    {
        DateOnly? date = day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var coded = Code("Norway expelled two Russian diplomats yesterday. Russia will close its embassy in Oslo in two weeks.", date);
        Assert.NotEmpty(coded.Events);
        Assert.All(coded.Events, e => Assert.Null(e.Date));
        Assert.All(coded.Events, e => Assert.Null(e.Measure?.Effective));
        Assert.All(coded.Times, t => Assert.Null(t.First));
    }

    [Theory]
    [InlineData("“", "”")]
    [InlineData("«", "»")]
    [InlineData("»", "«")]
    [InlineData("‹", "›")]
    [InlineData("„", "“")]
    [InlineData("「", "」")]
    [InlineData("❝", "❞")]
    [InlineData("``", "''")]
    [InlineData("“", "“")]
    [InlineData("\"", "\"")]
    public void Quotation_marks_of_all_kinds_hold_what_is_said(string open, string close)
    {
        var coded = Code($"{open}We have had enough of these endless games{close}, said Sergey Lavrov. The ministry closed its doors.", new DateOnly(2021, 10, 18));
        var claim = Assert.Single(coded.Claims);
        Assert.Contains("endless games", claim.Content.Quote(coded.Document.Text), StringComparison.Ordinal);
        Assert.Equal("Sergey Lavrov", claim.Source?.Quote(coded.Document.Text));
    }

    [Theory]
    [InlineData("“We left, said the envoy. He said \"no more. ”And then»")]
    [InlineData("”””““««»»''``\"\"\"")]
    [InlineData("“““““““““““““““““““““““““““““““““““““““Norway expelled two diplomats”, said Lavrov")]
    public void Unbalanced_marks_are_borne(string text)
    {
        var coded = Code(text, new DateOnly(2021, 10, 18));
        Assert.All(coded.Claims, c => Assert.True(c.Content.Start >= 0 && c.Content.End <= text.Length && !c.Content.IsEmpty));
    }

    [Fact]
    public void Five_thousand_quoted_words_are_one_speakers_and_what_follows_is_not()
    {
        var words = string.Join(' ', Enumerable.Repeat("we will not yield and peace is near", 715));
        var coded = Code($"Sergey Lavrov said: “{words}.” Norway expelled two Russian diplomats.", new DateOnly(2021, 10, 18));
        var claim = Assert.Single(coded.Claims, c => c.Source?.Quote(coded.Document.Text) == "Sergey Lavrov");
        Assert.True(claim.Content.Length >= words.Length);
        var expelled = Assert.Single(coded.Events, e => e.Measure?.Kind == "diplomats_expelled");
        Assert.Null(expelled.Attribution.Speaker);
    }
}
