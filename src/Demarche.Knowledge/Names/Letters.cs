namespace Demarche.Knowledge.Names;

/// <summary>Folds letters for look-up: lower case, and Latin letters without their marks.</summary>
public static class Letters
{
    private const int First = 0xC0;

    // One base letter for each of U+00C0..U+024F; '_' keeps the letter as it is.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo_ouuuuytsaaaaaaaceeeeiiiidnooooo_ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggg"
        + "hhhhiiiiiiiiiiiijjkkkllllll__llnnnnnn_nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs________"
        + "_______e________________oo_____________uu____________________________aaiioouuuuuuuuuueaaaa____ggkkoo"
        + "oo__j___gg__nnaa____aaaaeeeeiiiioooorrrruuuusstt__hh______aaeeooooooooyy____________________________";

    // The same for U+1E00..U+1EFF.
    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss"
        + "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy______aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
        + "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy______";

    public static char Fold(char c)
    {
        if (c < 0x80) return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        var i = c - First;
        if ((uint)i < (uint)Latin.Length && Latin[i] != '_') return Latin[i];
        return c switch
        {
            '\u2018' or '\u2019' or '\u02BC' or '\u02BB' or '\u0060' => '\'',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' => '-',
            >= '\u1E00' and <= '\u1EFF' when LatinAdditional[c - 0x1E00] != '_' => LatinAdditional[c - 0x1E00],
            _ => char.ToLowerInvariant(c),
        };
    }

    /// <summary>Marks that stand as characters of their own, and invisible ones.</summary>
    public static bool IsIgnored(char c) =>
        c is >= '\u0300' and <= '\u036F' or '.' or '\'' or '\u2018' or '\u2019' or '\u02BC' or '\u02BB' or '`' or '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060';
}
