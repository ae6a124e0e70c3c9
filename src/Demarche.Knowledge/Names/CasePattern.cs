namespace Demarche.Knowledge.Names;

/// <summary>
/// How a name must be written in the text: two bits a word. A word with a capital needs one; an acronym needs capitals throughout,
/// but from four letters on ("Unesco") a capital will do.
/// </summary>
public static class CasePattern
{
    private const int MaxWords = 15;

    public static int Of(IReadOnlyList<NameWord> words)
    {
        var pattern = 0;
        for (var i = 0; i < words.Count && i < MaxWords; i++)
        {
            var need = words[i].Case == WordCase.Upper && words[i].End - words[i].Start >= 4 ? WordCase.Capital : words[i].Case;
            pattern |= (int)need << (2 * i);
        }
        return pattern;
    }

    public static bool Allows(int pattern, ReadOnlySpan<NameWord> words)
    {
        for (var i = 0; i < words.Length && i < MaxWords; i++, pattern >>= 2)
            if ((int)words[i].Case < (pattern & 3) && !(words[i].End - words[i].Start == 1 && words[i].Case == WordCase.Capital)) return false;
        return true;
    }
}
