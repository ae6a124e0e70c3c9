using Demarche.Language.Segmentation;
using Xunit;

namespace Demarche.Language.Tests.Segmentation;

public sealed class SplitterTests
{
    private static readonly Segmenter Segmenter = Segmenter.Load();

    [Fact]
    public void Sentences_of_plain_prose() => AssertSentences(
        "The envoy left on Monday. His deputy stayed. Will talks resume? Nobody knows!",
        "The envoy left on Monday.", "His deputy stayed.", "Will talks resume?", "Nobody knows!");

    [Fact]
    public void Abbreviations_and_initials_end_nothing() => AssertSentences(
        "Lt. Gen. J. P. Morel met Mr. Ode at No. 10 on Jan. 5. The U.S. Embassy was informed, etc., he said.",
        "Lt. Gen. J. P. Morel met Mr. Ode at No. 10 on Jan. 5.", "The U.S. Embassy was informed, etc., he said.");

    [Fact]
    public void A_break_inside_a_sentence_ends_nothing() => AssertSentences(
        "The ministry ordered the expulsion of four officials from the\n\nNorthern mission in the capital. It gave no reason for\nthe step.",
        "The ministry ordered the expulsion of four officials from the\n\nNorthern mission in the capital.", "It gave no reason for\nthe step.");

    [Fact]
    public void Headlines_and_bullets_stand_alone() => AssertSentences(
        "Talks collapse in Geneva\n\nThe ministers left the hall early on Friday.\n• Withdraw the troops\n• Open the border",
        "Talks collapse in Geneva", "The ministers left the hall early on Friday.", "• Withdraw the troops", "• Open the border");

    [Fact]
    public void Page_furniture_stands_alone() => AssertSentences(
        "top of page\n\n\nThe island recalled its ambassador. Its neighbour said it would answer.\n\n\nbottom of page",
        "top of page", "The island recalled its ambassador.", "Its neighbour said it would answer.", "bottom of page");

    [Fact]
    public void Closing_quotes_stay_with_their_sentence() => AssertSentences(
        "\"He told me 'never again.'\" she said. \"We will answer.\" The minister left. “Is this the end?” asked Mr. Vance.",
        "\"He told me 'never again.'\" she said.", "\"We will answer.\"", "The minister left.", "“Is this the end?” asked Mr. Vance.");

    [Fact]
    public void A_dateline_stands_alone() => AssertSentences(
        "PARIS (Agency) - The republic expelled two diplomats on Tuesday. Two more will follow.\nOSLO, Jan. 5 — Talks began.",
        "PARIS (Agency) -", "The republic expelled two diplomats on Tuesday.", "Two more will follow.", "OSLO, Jan. 5 —", "Talks began.");

    [Fact]
    public void All_capitals() => AssertSentences(
        "THE PRESIDENT SAID THAT THE TROOPS WOULD LEAVE. THE MINISTER DISAGREED.",
        "THE PRESIDENT SAID THAT THE TROOPS WOULD LEAVE.", "THE MINISTER DISAGREED.");

    [Fact]
    public void Decimals_end_nothing() => AssertSentences(
        "Exports fell 3.5 percent to $1.2 billion. Imports rose.", "Exports fell 3.5 percent to $1.2 billion.", "Imports rose.");

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\u00A0\u200B")]
    public void Nothing_gives_nothing(string text) => Assert.Empty(Segmenter.Segment(text));

    private static void AssertSentences(string text, params string[] sentences) =>
        Assert.Equal(sentences, Segmenter.Segment(text).Select(s => text[s[0].Start..s[^1].End]));
}
