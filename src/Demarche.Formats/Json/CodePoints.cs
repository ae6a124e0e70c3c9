using Demarche.Language;

namespace Demarche.Formats.Json;

/// <summary>
/// Turns UTF-16 offsets of one text into Unicode code points, as everything written out uses them. A text without surrogate
/// pairs, which is nearly every text, costs one scan and no memory.
/// </summary>
public readonly struct CodePoints
{
    /// <summary>Offsets just after each surrogate pair, ascending; null where there is none.</summary>
    private readonly int[]? _pairEnds;

    public CodePoints(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF');
        if (first < 0) return;
        var ends = new List<int>();
        for (var i = first; i + 1 < text.Length; i++)
        {
            if (!char.IsSurrogatePair(text[i], text[i + 1])) continue;
            ends.Add(i + 2);
            i++;
        }
        _pairEnds = [.. ends];
    }

    /// <summary>The offset in code points. An offset inside a surrogate pair counts as before it.</summary>
    public int Of(int utf16)
    {
        if (_pairEnds is null) return utf16;
        var at = Array.BinarySearch(_pairEnds, utf16);
        return utf16 - (at >= 0 ? at + 1 : ~at);
    }

    /// <summary>The range in code points.</summary>
    public Span Of(Span utf16) => new(Of(utf16.Start), Of(utf16.End));
}
