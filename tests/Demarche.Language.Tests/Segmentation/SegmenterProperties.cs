using System.Text;
using CsCheck;
using Demarche.Language.Segmentation;
using Xunit;

namespace Demarche.Language.Tests.Segmentation;

public sealed class SegmenterProperties
{
    private static readonly Segmenter Segmenter = Segmenter.Load();

    private static readonly string[] Pieces =
    [
        "the", "The", "U.S.", "can't", "cannot", "Lt.", "No.", "10", "3.5", "2021-10-06", "anti-war", "a-b", "-", "--", ".", "...", "…", "!", "?",
        ",", ":", "\"", "'", "’", "“", "”", "(", ")", "[", "]", "$", "€", "%", "https://x.org/a", "a@b.co", "@", "#", "&", "/", "9/11", "5pm",
        " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u00A0", "\u200B", "\uFEFF", "\u00AD", "e\u0301", "\u0301", "👍🏽", "👩‍🚀", "𝔘", "\uD83D", "\uDC4D",
        "محمد", "中文", "ß", "İ", ":)", "•", "*", "_", "s'", "n't", "'90s", "a.", "b.c", "\u2028", "\0",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(ks => string.Concat(ks.Select(k => Pieces[k]))),
        Gen.String,
        Gen.Char.Array[0, 80].Select(c => new string(c)));

    [Fact]
    public void Tokens_and_gaps_give_the_text_back() => Texts.Sample(text =>
    {
        var back = new StringBuilder();
        var at = 0;
        foreach (var t in Segmenter.Segment(text).SelectMany(s => s))
        {
            Assert.True(t.Start >= at && t.End > t.Start, "tokens overlap or are empty");
            Assert.All(text[at..t.Start], c => Assert.True(CharClass.IsGap(c), $"U+{(int)c:X4} is in no token"));
            back.Append(text, at, t.Start - at).Append(text, t.Start, t.End - t.Start);
            at = t.End;
        }
        Assert.All(text[at..], c => Assert.True(CharClass.IsGap(c)));
        Assert.Equal(text, back.Append(text, at, text.Length - at).ToString());
    });

    [Fact]
    public void Tokens_hold_no_space_at_their_ends_and_cut_no_surrogate_pair() => Texts.Sample(text =>
    {
        foreach (var t in Segmenter.Segment(text).SelectMany(s => s))
        {
            Assert.False(CharClass.IsGap(text[t.Start]) || CharClass.IsGap(text[t.End - 1]));
            Assert.False(IsInsidePair(text, t.Start) || IsInsidePair(text, t.End));
            Assert.Equal(-1, t.Head);
        }
    });

    [Fact]
    public void Space_after_is_told_rightly() => Texts.Sample(text =>
    {
        foreach (var t in Segmenter.Segment(text).SelectMany(s => s))
        {
            var next = t.End;
            while (next < text.Length && CharClass.IsInvisible(text[next])) next++;
            Assert.Equal(next == text.Length || char.IsWhiteSpace(text[next]), t.Flags.HasFlag(TokenFlags.SpaceAfter));
        }
    });

    [Fact]
    public void Multiword_tokens_are_whole() => Texts.Sample(text =>
    {
        foreach (var s in Segmenter.Segment(text))
        {
            for (var i = 0; i < s.Length; i++)
            {
                if (s[i].Flags.HasFlag(TokenFlags.MultiwordInside)) Assert.True(i > 0 && s[i - 1].End == s[i].Start, "starts in the air");
                if (s[i].Flags.HasFlag(TokenFlags.MultiwordStart))
                    Assert.True(i + 1 < s.Length && s[i + 1].Flags.HasFlag(TokenFlags.MultiwordInside), "has one word only");
            }
        }
    });

    [Fact]
    public void The_same_text_gives_the_same_tokens() => Texts.Sample(text =>
        Assert.Equal(Segmenter.Segment(text).SelectMany(s => s), Segmenter.Segment(text).SelectMany(s => s)));

    /// <summary>A quadratic walk over these would take minutes.</summary>
    [Theory]
    [InlineData("a-")]
    [InlineData("(a.")]
    [InlineData("a.b@")]
    [InlineData("'")]
    [InlineData("1/")]
    [InlineData("word ")]
    [InlineData("\u200B.")]
    public void Long_runs_stay_linear(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(Segmenter.Segment(text));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }

    private static bool IsInsidePair(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);
}
