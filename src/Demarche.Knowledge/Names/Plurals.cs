namespace Demarche.Knowledge.Names;

/// <summary>Plurals of nouns and titles: "soldiers", "policemen", "ministers of defence".</summary>
public static class Plurals
{
    private static readonly string[] Prepositions = ["of", "for", "to", "in", "on", "at", "general"];

    /// <summary>The plural of a noun phrase: that of the word before its first preposition, or of its last word.</summary>
    public static string OfPhrase(string phrase)
    {
        var words = phrase.Split(' ');
        var head = words.Length - 1;
        for (var i = 1; i < words.Length; i++)
        {
            if (!Prepositions.Contains(words[i], StringComparer.OrdinalIgnoreCase)) continue;
            head = i - 1;
            break;
        }
        words[head] = OfWord(words[head]);
        return string.Join(' ', words);
    }

    public static string OfWord(string word)
    {
        if (word.Length < 2) return word;
        if (word.EndsWith("man", StringComparison.Ordinal) && !word.EndsWith("human", StringComparison.Ordinal) && word is not "German")
            return word[..^3] + "men";
        if (word.EndsWith("person", StringComparison.Ordinal)) return word[..^6] + "people";
        if (word.EndsWith("child", StringComparison.Ordinal)) return word + "ren";
        if (word.EndsWith('y') && !"aeiou".Contains(word[^2])) return word[..^1] + "ies";
        if (word.EndsWith('s') || word.EndsWith('x') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal))
            return word + "es";
        return word + "s";
    }
}
