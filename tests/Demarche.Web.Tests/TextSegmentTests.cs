using CsCheck;
using Demarche.Language;
using Demarche.Web.Reading;
using Xunit;

namespace Demarche.Web.Tests;

public sealed class TextSegmentTests
{
    private static readonly Gen<string> Texts = Gen.String[Gen.Char["ab \n"], 0, 60];

    [Fact]
    public void Segments_put_together_are_the_text_and_know_all_that_lies_over_them() =>
        Gen.Select(Texts, Gen.Select(Gen.Int[0, 60], Gen.Int[1, 20], Gen.Enum<ReaderLayer>()).Array[0, 12]).Sample((text, drawn) =>
        {
            var whole = new Span(0, text.Length);
            var marks = drawn.Where(d => d.Item1 < text.Length).Select((d, i) => new TextMark($"n{i}", d.Item3, new Span(d.Item1, Math.Min(text.Length, d.Item1 + d.Item2)))).ToList();
            var segments = TextSegments.Cut(text, whole, marks, []);
            Assert.Equal(text, string.Concat(segments.Select(s => s.Span.Quote(text))));
            foreach (var s in segments)
                for (var at = s.Span.Start; at < s.Span.End; at++)
                    Assert.Equal(marks.Where(m => m.Span.Contains(at)).Select(m => m.Id).Order(), s.Marks.Select(m => m.Id).Order());
        });

    [Fact]
    public void Overlapping_marks_share_the_words_that_both_cover()
    {
        const string Text = "The minister said no.";
        var segments = TextSegments.Cut(Text, new Span(0, Text.Length),
            [new TextMark("a", ReaderLayer.Actors, new Span(0, 12)), new TextMark("c", ReaderLayer.Claims, new Span(4, 17))], []);
        Assert.Equal(["The ", "minister", " said", " no."], segments.Select(s => s.Span.Quote(Text)));
        Assert.Equal(["a", "a c", "c", ""], segments.Select(s => string.Join(' ', s.Marks.Select(m => m.Id))));
    }

    [Fact]
    public void No_cut_falls_inside_a_character()
    {
        const string Text = "x\U0001F54A\uFE0Fy";
        var segments = TextSegments.Cut(Text, new Span(0, Text.Length), [new TextMark("a", ReaderLayer.Events, new Span(2, 3))], []);
        Assert.DoesNotContain(segments, s => char.IsLowSurrogate(Text[s.Span.Start]));
        Assert.Equal(Text, string.Concat(segments.Select(s => s.Span.Quote(Text))));
    }

    [Theory]
    [InlineData("one\ntwo\nthree", 3)]
    [InlineData("one\nstill one\n\ntwo\n", 2)]
    [InlineData("\n\n  \n", 0)]
    [InlineData("one\r\n\r\ntwo", 2)]
    public void Paragraphs_are_told_by_blank_lines_or_else_by_lines(string text, int count) =>
        Assert.Equal(count, TextSegments.Paragraphs(text).Count);

    [Fact]
    public void Paragraphs_hold_every_letter() =>
        Texts.Sample(text => Assert.Equal(
            string.Concat(text.Where(c => !char.IsWhiteSpace(c))),
            string.Concat(TextSegments.Paragraphs(text).SelectMany(p => p.Quote(text)).Where(c => !char.IsWhiteSpace(c)))));
}
