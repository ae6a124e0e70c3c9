namespace Demarche.Ledger.Exchanges;

/// <summary>Whether words speak of a measure of a kind: "the expulsion of its staff" of diplomats expelled, "the closure" of a border closed.</summary>
internal static class KindWords
{
    private const int StemLength = 5;

    // Where the noun of a kind's verb begins otherwise.
    private static readonly Dictionary<string, string> Nouns = new(StringComparer.Ordinal)
    {
        ["expelled"] = "expul",
        ["closed"] = "closi closu",
        ["frozen"] = "freez",
        ["severed"] = "sever break cut",
        ["imposed"] = "sancti",
        ["restricted"] = "tarif ban boyco embar dutie dutys levy levie",
        ["banned"] = "ban travel visa",
    };

    private static readonly string[] Pointers = ["step", "move", "measu", "actio"];

    /// <summary>"what it called an unfriendly step": any act may be meant.</summary>
    public static bool PointsOnly(string words) => Pointers.Any(p => Holds(words, p));

    public static bool Names(string words, string kind)
    {
        foreach (var part in kind.Split('_'))
        {
            if (Holds(words, part)) return true;
            if (!Nouns.TryGetValue(part, out var nouns)) continue;
            foreach (var noun in nouns.Split(' '))
                if (Holds(words, noun)) return true;
        }
        return false;
    }

    private static bool Holds(string words, string stem)
    {
        if (stem.Length > StemLength) stem = stem[..StemLength];
        for (var at = words.IndexOf(stem, StringComparison.OrdinalIgnoreCase); at >= 0; at = words.IndexOf(stem, at + 1, StringComparison.OrdinalIgnoreCase))
            if (at == 0 || !char.IsLetter(words[at - 1])) return true;
        return false;
    }
}
