namespace Demarche.Language.Segmentation;

/// <summary>
/// Which hyphens stay inside a word. The English treebanks cut a compound at its hyphens ("15|-|year") but leave a prefix
/// that is no word of its own ("anti-war"), and numbers that name one thing (telephone numbers, dates).
/// </summary>
internal static class Hyphenation
{
    private static readonly WordSet Prefixes = new("""
        non mid re anti co pre pro cross post over multi ex sub counter semi mini socio psycho inter arch intra micro macro
        un pan e neo de ultra pseudo quasi crypto hyper infra mega meta mono poly proto retro trans tri uni
        geo bio electro thermo dis mis supra omni peri
        """);

    private static readonly WordSet Suffixes = new("esque ish ists ism isms");

    /// <summary>Does the hyphen between the two pieces stay inside the word?</summary>
    /// <param name="before">The letters and digits since the last hyphen.</param>
    /// <param name="after">The letters and digits up to the next break.</param>
    public static bool Keeps(ReadOnlySpan<char> before, ReadOnlySpan<char> after, bool earlierKept)
    {
        if (char.IsLetter(before[0])) return Prefixes.Contains(before) || Suffixes.Contains(after);
        if (!AllDigits(before) || !AllDigits(after)) return false;
        // 555-0134, 202-555-0134, 20500-0003, 2021-10-06
        return earlierKept || (before.Length is 3 && after.Length is 3 or 4) || (before.Length is 5 && after.Length is 4)
            || (before.Length is 4 && after.Length is 2 && after[0] is '0' or '1')
            || (before.Length is 1 && after.Length is 3 or 4);
    }

    private static bool AllDigits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiDigit(c)) return false;
        return text.Length > 0;
    }
}
