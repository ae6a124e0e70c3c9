namespace Demarche.Knowledge.Frames;

/// <summary>
/// Numbers for the places an argument can stand in: deep subject and object (voice undone), indirect object, complement clause,
/// possessor, modifier, and every preposition.
/// </summary>
public static class Slots
{
    public const int Any = 0;
    public const int Subject = 1;
    public const int Object = 2;
    public const int Indirect = 3;
    public const int Complement = 4;
    public const int Possessor = 5;
    public const int Modifier = 6;
    public const int Adverb = 7;
    public const int Bare = 8;

    /// <summary>Source and target of the act inside an operator.</summary>
    public const int InnerSource = 9;
    public const int InnerTarget = 10;

    private static readonly string[] Names =
    [
        "*", "subj", "obj", "iobj", "comp", "poss", "mod", "adv", "bare", "inner-source", "inner-target",
        "of", "by", "with", "against", "on", "upon", "to", "from", "for", "in", "into", "at", "over", "between", "among", "about", "toward", "towards",
        "through", "across", "under", "around", "near", "out", "off", "after", "before", "inside", "outside", "along", "along with", "alongside", "as", "during",
        "following", "regarding", "concerning", "amid", "via", "within", "without", "behind", "despite", "since", "until", "like", "onto", "than", "due", "because",
    ];

    private static readonly Dictionary<string, int> ByName = IndexNames();

    /// <summary>Number of a preposition that patterns can name; <see cref="Bare"/> for every other.</summary>
    public static int OfPreposition(string lemma) => ByName.TryGetValue(lemma, out var i) && i > InnerTarget ? i : Bare;

    public static bool TryParse(string name, out int slot) => ByName.TryGetValue(name, out slot);

    public static string Name(int slot) => Names[slot];

    internal static string List => string.Join(", ", Names);

    private static Dictionary<string, int> IndexNames()
    {
        var names = new Dictionary<string, int>(Names.Length, StringComparer.Ordinal);
        for (var i = 0; i < Names.Length; i++) names.Add(Names[i], i);
        return names;
    }
}
