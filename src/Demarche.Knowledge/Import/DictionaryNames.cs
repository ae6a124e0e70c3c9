using System.Text;

namespace Demarche.Knowledge.Import;

/// <summary>Turns names of the PETRARCH dictionaries (UN_SEC._GEN, KOFI_ANNAN_) into ordinary writing, and into ids.</summary>
internal static class DictionaryNames
{
    private static readonly HashSet<string> Small =
        ["of", "the", "and", "for", "in", "on", "de", "la", "del", "du", "des", "da", "dos", "al", "el", "ul", "ur", "bin", "ibn", "van", "von", "der", "e", "y"];

    // Shorter words in capitals that are names, not acronyms, cannot be told apart; a vowel inside three letters or more speaks for a name.
    public static string Ordinary(string entry)
    {
        var words = entry.Trim().Trim('_').Replace('_', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var lower = words[i].ToLowerInvariant();
            if (i > 0 && Small.Contains(lower)) words[i] = lower;
            else if (!IsAcronym(words[i], words.Length)) words[i] = Capitalised(lower);
        }
        return string.Join(' ', words);
    }

    public static string Id(string name)
    {
        var id = new StringBuilder();
        foreach (var c in name)
        {
            var folded = Names.Letters.Fold(c);
            if (char.IsLetterOrDigit(folded)) id.Append(folded);
            else if (id.Length > 0 && id[^1] != '-') id.Append('-');
        }
        return id.ToString().Trim('-');
    }

    private static bool IsAcronym(string word, int words) =>
        words == 1 && word.Length is >= 2 and <= 6 && word == word.ToUpperInvariant() && (word.Length <= 3 || !word.AsSpan().ContainsAny("AEIOUY"));

    private static string Capitalised(string lower)
    {
        var letters = lower.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (i == 0 || letters[i - 1] is '-' or '\'' or '.') letters[i] = char.ToUpperInvariant(letters[i]);
        return new string(letters);
    }
}
