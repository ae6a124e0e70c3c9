namespace Demarche.Language.Segmentation;

/// <summary>A number with its unit written on ("5pm", "35mm", "3bn"): two tokens. "20th", "1970s", "5G" and "4x4" stay whole.</summary>
internal static class Units
{
    private static readonly WordSet Known = new("""
        am pm a.m. p.m. a.m p.m k m mm mn bn tn cm km kg g mg lb lbs ft hrs hr min mins mph kph kmh kw mw gw kb mb gb tb oz ml ha
        """);

    /// <summary>Offset at which the unit starts, or 0.</summary>
    public static int Start(ReadOnlySpan<char> word)
    {
        if (!char.IsAsciiDigit(word[0])) return 0;
        var i = 1;
        while (i < word.Length && (char.IsAsciiDigit(word[i]) || word[i] is '.' or ',' or ':')) i++;
        if (i == word.Length || word[i - 1] is '.' or ',' or ':') return 0;
        return Known.Contains(word[i..]) && !word[i..].SequenceEqual("G") ? i : 0;
    }
}
