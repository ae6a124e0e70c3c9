namespace Demarche.Knowledge.Names;

/// <summary>
/// Splits text into the words that names are looked up by. Points and apostrophes inside a word are dropped, marks are folded, a
/// closing 's is cut off and every other sign parts words: "U.S." gives <c>us</c>, "al-Shabaab" <c>al shabaab</c>, "Lord's Resistance
/// Army" <c>lord resistance army</c>. So it does not matter how a tokenizer treats hyphens and clitics.
/// </summary>
public static class NameWords
{
    private const ulong Seed = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    /// <summary>Reads the next word at or after <paramref name="position"/> and moves the position behind it.</summary>
    public static bool Next(ReadOnlySpan<char> text, ref int position, out NameWord word)
    {
        var i = position;
        while (i < text.Length && !char.IsLetterOrDigit(text[i]) && !char.IsSurrogate(text[i])) i++;
        var start = i;
        if (i >= text.Length)
        {
            position = i;
            word = default;
            return false;
        }
        var hash = Seed;
        var letters = 0;
        var capitals = 0;
        var end = i;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (Letters.IsIgnored(c))
            {
                if (IsPossessive(text, i) || i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1])) break;
                continue;
            }
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c)) break;
            if (char.IsLetter(c))
            {
                letters++;
                if (char.IsUpper(c)) capitals++;
            }
            hash = (hash ^ Letters.Fold(c)) * Prime;
            end = i + 1;
        }
        while (i < text.Length && Letters.IsIgnored(text[i]) && !IsPossessive(text, i)) i++;
        if (IsPossessive(text, i)) i += 2;
        position = i;
        var written = capitals > 1 && capitals == letters ? WordCase.Upper : char.IsUpper(text[start]) ? WordCase.Capital : WordCase.Lower;
        word = new NameWord(hash, written, start, end);
        return true;
    }

    public static List<NameWord> Of(string text)
    {
        var words = new List<NameWord>();
        for (var i = 0; Next(text, ref i, out var word);) words.Add(word);
        return words;
    }

    /// <summary>Hash of a word that is known to be one, such as a lemma.</summary>
    public static ulong HashOf(ReadOnlySpan<char> word)
    {
        var i = 0;
        return Next(word, ref i, out var w) ? w.Hash : Seed;
    }

    private static bool IsPossessive(ReadOnlySpan<char> text, int i) =>
        i + 1 < text.Length && text[i] is '\'' or '\u2019' && i + 1 < text.Length && text[i + 1] is 's' or 'S'
        && (i + 2 >= text.Length || !char.IsLetterOrDigit(text[i + 2]));
}
