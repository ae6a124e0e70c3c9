using System.Runtime.CompilerServices;

namespace Demarche.Language.Syntax;

/// <summary>
/// What the network sees of a word form: the hash of its lower-cased form for the vocabulary, and rows of the affix table for its
/// prefixes, suffixes, shape and inner trigrams. Typographic quotes and dashes count as their plain forms.
/// </summary>
public static class WordFeatures
{
    /// <summary>The most affix rows one word has.</summary>
    public const int MaxAffixes = 24;

    private const ulong Prime = 0x100000001B3;

    /// <summary>64-bit hash of the lower-cased, folded form; digits are folded to 0.</summary>
    public static ulong FormHash(ReadOnlySpan<char> form)
    {
        var h = 0xCBF29CE484222325ul;
        foreach (var c in form) h = (h ^ Fold(c)) * Prime;
        return h == 0 ? 1 : h;
    }

    /// <summary>64-bit hash of the form as it stands; never 0.</summary>
    public static ulong ExactHash(ReadOnlySpan<char> form)
    {
        var h = 0xCBF29CE484222325ul ^ (ulong)form.Length;
        foreach (var c in form) h = (h ^ c) * Prime;
        h = (h ^ (h >> 32)) * 0x9E3779B97F4A7C15ul;
        h ^= h >> 29;
        return h == 0 ? 1 : h;
    }

    /// <summary>Fills <paramref name="rows"/> with rows of an affix table of 2^<paramref name="bits"/> rows; gives how many.</summary>
    public static int Affixes(ReadOnlySpan<char> form, int bits, Span<int> rows)
    {
        Span<char> folded = stackalloc char[32];
        var length = Math.Min(form.Length, 32);
        for (var i = 0; i < length; i++) folded[i] = i < 16 || form.Length <= 32 ? Fold(form[i]) : Fold(form[form.Length - 32 + i]);
        folded = folded[..length];
        var shift = 64 - bits;
        var n = 0;
        for (var k = 1; k <= 4 && k <= length; k++)
        {
            rows[n++] = Row(folded[..k], (ulong)k, shift);
            rows[n++] = Row(folded[^k..], 16ul + (ulong)k, shift);
        }
        if (length >= 5) rows[n++] = Row(folded[^5..], 21, shift);
        rows[n++] = (int)((Shape(form) * 0x9E3779B97F4A7C15ul) >> shift);
        for (var i = 1; i + 3 < length && n < MaxAffixes; i++) rows[n++] = Row(folded.Slice(i, 3), 40, shift);
        return n;
    }

    /// <summary>Case pattern (X, x, d, other; runs shortened) and length class.</summary>
    private static ulong Shape(ReadOnlySpan<char> form)
    {
        var h = 77ul + (ulong)Math.Min(form.Length, 4);
        var last = '\0';
        var runs = 0;
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? 'd' : char.IsLetter(c) ? 'l' : Plain(c);
            if (kind == last || runs >= 6) continue;
            h = (h ^ kind) * Prime;
            last = kind;
            runs++;
        }
        return h;
    }

    private static int Row(ReadOnlySpan<char> part, ulong kind, int shift)
    {
        var h = 0xCBF29CE484222325ul ^ (kind * 0x9E3779B97F4A7C15ul);
        foreach (var c in part) h = (h ^ c) * Prime;
        h ^= h >> 29;
        return (int)((h * 0x9E3779B97F4A7C15ul) >> shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char Fold(char c)
    {
        if (c < 128)
        {
            if ((uint)(c - 'A') < 26) return (char)(c | 32);
            return (uint)(c - '0') < 10 ? '0' : c;
        }
        return Plain(char.ToLowerInvariant(c));
    }

    private static char Plain(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
        '\u2013' or '\u2014' or '\u2212' or '\u2010' or '\u2011' => '-',
        '\u00A0' => ' ',
        _ => c,
    };
}
