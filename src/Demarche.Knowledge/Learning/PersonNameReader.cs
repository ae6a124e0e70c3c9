namespace Demarche.Knowledge.Learning;

/// <summary>
/// Reads the name of a person at a place in running text, by how it is written: two to five words with capitals, joined by the
/// particles of many languages.
/// </summary>
public static class PersonNameReader
{
    private const int MostWords = 5;

    private static readonly HashSet<string> Particles =
        ["al", "el", "bin", "bint", "ibn", "de", "da", "do", "dos", "das", "del", "della", "der", "den", "di", "du", "la", "le", "van", "von", "ter", "zu", "y", "e", "ul"];

    private static readonly string[] PrefixParticles = ["al-", "el-", "as-", "ad-", "an-", "ar-", "ash-", "ul-"];

    // Words before a name that are no part of it, and capitalised words after it that begin something else.
    private static readonly HashSet<string> Honorifics =
        ["Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Dr.", "Dr", "Sir", "Dame", "Lord", "Gen.", "Gen", "General", "Lt.", "Lt", "Maj.", "Col.", "Colonel", "Admiral", "Lieutenant", "Major"];

    private static readonly HashSet<string> Stops =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "The", "In", "On", "At", "And", "For", "To", "He", "She", "It", "President", "Prime", "Minister", "Foreign", "House", "Party", "Union", "Affairs"];

    /// <summary>The name that begins at or after blanks at <paramref name="position"/>, or null.</summary>
    public static string? Read(ReadOnlySpan<char> text, int position)
    {
        var words = new List<string>();
        var capitals = 0;
        while (words.Count < MostWords)
        {
            while (position < text.Length && text[position] == ' ') position++;
            var end = position;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            if (end == position) break;
            var (word, last) = Trim(text[position..end]);
            position = end;
            if (word.Length == 0 || Stops.Contains(word)) break;
            if (words.Count == 0 && Honorifics.Contains(word.EndsWith('.') ? word : word.TrimEnd('.'))) continue;
            var name = IsName(word);
            if (!name && !(words.Count > 0 && Particles.Contains(word))) break;
            words.Add(word);
            if (name) capitals++;
            if (last) break;
        }
        while (words.Count > 0 && Particles.Contains(words[^1])) words.RemoveAt(words.Count - 1);
        return capitals >= 2 ? string.Join(' ', words) : null;
    }

    // The word without the signs about it, and whether they end the name.
    private static (string Word, bool Last) Trim(ReadOnlySpan<char> token)
    {
        var word = token.TrimEnd(",;:.!?\"”)]'’");
        if (word.Length == 1 && char.IsUpper(word[0]) && token.Length == 2 && token[1] == '.') return ($"{word}.", false);
        var last = word.Length < token.Length;
        foreach (var possessive in (ReadOnlySpan<string>)["'s", "’s"])
            if (word.EndsWith(possessive, StringComparison.Ordinal)) return (word[..^2].ToString(), true);
        return (word.ToString(), last);
    }

    private static bool IsName(string word)
    {
        foreach (var prefix in PrefixParticles)
            if (word.Length > prefix.Length && word.StartsWith(prefix, StringComparison.Ordinal)) return char.IsUpper(word[prefix.Length]);
        if (!char.IsUpper(word[0])) return false;
        foreach (var c in word)
            if (!char.IsLetter(c) && c is not ('-' or '\'' or '’' or '.' or 'ʻ')) return false;
        return word.Length > 1;
    }
}
