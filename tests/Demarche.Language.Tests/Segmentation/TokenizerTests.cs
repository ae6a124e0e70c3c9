using Demarche.Language.Segmentation;
using Xunit;

namespace Demarche.Language.Tests.Segmentation;

public sealed class TokenizerTests
{
    private static readonly Segmenter Segmenter = Segmenter.Load();

    [Theory]
    [InlineData("They don't know.", "They do n't know .")]
    [InlineData("It’s what she’d said", "It ’s what she ’d said")]
    [InlineData("We cannot stay; we're gonna go.", "We can not stay ; we 're gon na go .")]
    [InlineData("I'd've come", "I 'd 've come")]
    [InlineData("the envoys' letters and Lena's reply", "the envoys ' letters and Lena 's reply")]
    [InlineData("He called it 'the workers' and left", "He called it ' the workers ' and left")]
    [InlineData("O'Hara at ten o'clock", "O'Hara at ten o'clock")]
    public void Clitics_are_words_of_their_own(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("a 15-year, Oslo-based anti-war group", "a 15 - year , Oslo - based anti-war group")]
    [InlineData("the mid-1980s co-founder", "the mid-1980s co-founder")]
    [InlineData("call 202-555-0134 before 2021-10-06", "call 202-555-0134 before 2021-10-06")]
    [InlineData("the 2003-2007 U.S.-led mission", "the 2003 - 2007 U.S. - led mission")]
    public void Compounds_are_cut_at_hyphens_but_prefixes_are_not(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("Lt. Gen. J. R. Vance met Dr. Ito.", "Lt. Gen. J. R. Vance met Dr. Ito .")]
    [InlineData("at No. 10, he said no. 10 left", "at No. 10 , he said no. 10 left")]
    [InlineData("They said no.", "They said no .")]
    [InlineData("the U.N. on Jan. 5 at 5 p.m. sharp", "the U.N. on Jan. 5 at 5 p.m. sharp")]
    [InlineData("a Ph.D. in e.g. law, etc.", "a Ph.D. in e.g. law , etc.")]
    public void Abbreviations_keep_their_stop(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("$1.2bn, €3 and US$40", "$ 1.2 bn , € 3 and US$ 40")]
    [InlineData("up 3.5% to 1,200,000 by 7:30pm", "up 3.5 % to 1,200,000 by 7:30 pm")]
    [InlineData("on 9/11 and 10/06/2021 and/or never", "on 9/11 and 10/06/2021 and / or never")]
    [InlineData("the 20th of the 1970s", "the 20th of the 1970s")]
    [InlineData("the 80's, a 5G mast and 7,5 tons", "the 80's , a 5G mast and 7,5 tons")]
    public void Numbers_money_and_units(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("(see https://example.org/a,b_(c).)", "( see https://example.org/a,b_(c) . )")]
    [InlineData("Write to press.office@example.co.uk, please.", "Write to press.office@example.co.uk , please .")]
    [InlineData("example.com and @mission or #summit", "example.com and @mission or #summit")]
    [InlineData("Well... no?! Good :-)", "Well ... no ?! Good :-)")]
    [InlineData("the end.The next", "the end . The next")]
    [InlineData("Really.? No...! w/o Acme Inc..", "Really .? No ... ! w/o Acme Inc. .")]
    [InlineData("AT&T -- and \"so on\"", "AT&T -- and \" so on \"")]
    public void Addresses_marks_and_runs(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("cafe\u0301 in Sa\u0303o Paulo", "cafe\u0301 in Sa\u0303o Paulo")]
    [InlineData("\uFEFFThe\u200B end\u00A0came\u200B.", "The end came .")]
    [InlineData("محمد رضا met דוד", "محمد رضا met דוד")]
    [InlineData("𝔘𝔫𝔦𝔬𝔫 met 👩🏽‍🚀!", "𝔘𝔫𝔦𝔬𝔫 met 👩🏽‍🚀 !")]
    public void Unicode(string text, string words) => Assert.Equal(words, Words(text));

    [Fact]
    public void Multiword_tokens_and_spaces_are_flagged()
    {
        var tokens = Segmenter.Tokenize("We can't go.", new Span(0, 12));
        Assert.Equal(
            [
                TokenFlags.SpaceAfter, TokenFlags.MultiwordStart, TokenFlags.MultiwordInside | TokenFlags.SpaceAfter,
                TokenFlags.None, TokenFlags.SpaceAfter,
            ],
            tokens.Select(t => t.Flags));
        Assert.All(tokens, t => Assert.Equal(-1, t.Head));
    }

    [Fact]
    public void Only_the_stretch_asked_for_is_cut()
    {
        const string Text = "One two.\nThree four.";
        var tokens = Segmenter.Tokenize(Text, new Span(9, 20));
        Assert.Equal(["Three", "four", "."], tokens.Select(t => t.Span.Quote(Text)));
        Assert.Empty(Segmenter.Tokenize(Text, new Span(8, 9)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Segmenter.Tokenize(Text, new Span(9, 21)));
    }

    private static string Words(string text) =>
        string.Join(' ', Segmenter.Tokenize(text, new Span(0, text.Length)).Select(t => t.Span.Quote(text)));
}
