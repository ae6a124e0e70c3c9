using System.Globalization;
using System.Text;

namespace Demarche.Language.Segmentation;

/// <summary>What kind of character stands at an offset, as the tokenizer cares: surrogate pairs count as one character.</summary>
internal static class CharClass
{
    /// <summary>White space, NBSP included.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c);

    /// <summary>Characters that show nothing: zero-width space, byte order mark, direction marks, word joiner.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u200B' or '\uFEFF' or '\u2060' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E')
            or (>= '\u2066' and <= '\u2069');

    /// <summary>Between words: neither kind of character belongs to a token's edge.</summary>
    public static bool IsGap(char c) => c <= ' ' ? char.IsWhiteSpace(c) : c >= '\u0080' && (char.IsWhiteSpace(c) || IsInvisible(c));

    /// <summary>Length in UTF-16 of a letter, digit or mark at the offset, or 0.</summary>
    public static int WordLength(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c < 128) return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        if (!char.IsSurrogate(c)) return IsWordCategory(CharUnicodeInfo.GetUnicodeCategory(c)) || c is '\u00AD' or '\u200C' or '\u200D' ? 1 : 0;
        return Rune.DecodeFromUtf16(text[at..], out var rune, out var length) == System.Buffers.OperationStatus.Done
            && IsWordCategory(Rune.GetUnicodeCategory(rune)) ? length : 0;
    }

    /// <summary>True where a word character starts at the offset and the offset is in range.</summary>
    public static bool IsWord(ReadOnlySpan<char> text, int at) => (uint)at < (uint)text.Length && WordLength(text, at) > 0;

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '`' or 'ʼ' or '´' or '‘';

    public static bool IsClosing(char c) => c is ')' or ']' or '}' or '"' or '\'' or '”' or '’' or '»' or '›';

    public static bool IsOpening(char c) => c is '(' or '[' or '{' or '"' or '\'' or '“' or '‘' or '«' or '‹' or '„' or '¿' or '¡';

    public static bool IsQuote(char c) => c is '"' or '\'' or '“' or '”' or '‘' or '’' or '«' or '»' or '„' or '‹' or '›' or '`';

    public static bool IsTerminal(char c) => c is '.' or '!' or '?' or '…' or '。' or '؟' or '।' or '！' or '？';

    private static bool IsWordCategory(UnicodeCategory category) => category
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.EnclosingMark;
}
