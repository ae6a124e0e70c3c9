using System.Text;
using CsCheck;
using Demarche.Formats.Json;
using Demarche.Language;
using Xunit;

namespace Demarche.Formats.Tests.Json;

public sealed class CodePointsTests
{
    private static readonly string[] Pieces = ["a", "é", "e\u0301", "👍🏽", "𝔘", "\uD83D", "\uDC4D", "中", "\n"];

    private static readonly Gen<string> Texts =
        Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(ks => string.Concat(ks.Select(k => Pieces[k])));

    [Fact]
    public void Every_boundary_of_characters_counts_the_code_points_before_it() => Texts.Sample(text =>
    {
        var points = new CodePoints(text);
        int utf16 = 0, count = 0;
        foreach (var rune in Runes(text))
        {
            Assert.Equal(count, points.Of(utf16));
            utf16 += rune;
            count++;
        }
        Assert.Equal(count, points.Of(utf16));
    });

    [Fact]
    public void Ranges_keep_their_order() =>
        Assert.Equal(new Span(2, 5), new CodePoints("👍 met 👍").Of(new Span(3, 6)));

    /// <summary>UTF-16 lengths of the code points of a text; half a pair alone is one.</summary>
    private static IEnumerable<int> Runes(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var n = Rune.TryGetRuneAt(text, i, out var rune) ? rune.Utf16SequenceLength : 1;
            yield return n;
            i += n;
        }
    }
}
