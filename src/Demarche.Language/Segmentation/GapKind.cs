namespace Demarche.Language.Segmentation;

/// <summary>What stands between two tokens.</summary>
internal enum GapKind : byte
{
    None,
    Space,

    /// <summary>One line break.</summary>
    Line,

    /// <summary>An empty line at least.</summary>
    Blank,
}

internal static class Gaps
{
    public static GapKind Between(ReadOnlySpan<char> text, int end, int start)
    {
        if (end == start) return GapKind.None;
        var breaks = 0;
        var gap = text[end..start];
        for (var i = 0; i < gap.Length; i++)
        {
            if (gap[i] is '\n' or '\u2028' or '\u0085' || (gap[i] == '\r' && (i + 1 == gap.Length || gap[i + 1] != '\n'))) breaks++;
            else if (gap[i] is '\u2029' or '\f') breaks += 2;
        }
        return breaks switch { 0 => GapKind.Space, 1 => GapKind.Line, _ => GapKind.Blank };
    }
}
