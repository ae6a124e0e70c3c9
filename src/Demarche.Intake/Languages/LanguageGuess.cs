using System.Collections.Frozen;

namespace Demarche.Intake.Languages;

/// <summary>
/// Tells a text's language by its script and its function words. Made to find what is not English in a stream of news, not to name
/// every language: short texts are left undecided.
/// </summary>
public static class LanguageGuess
{
    private const int MostWords = 400;
    private const int FewestWords = 20;

    private static readonly (string Code, string Words)[] Profiles =
    [
        ("en", "the of and to in that is was for on with as by at from it he said his has have had are were which this they their would who been not will but"),
        ("es", "el la los las de del que en y un una por con para se su al es como más pero sus fue ha este esta entre sobre también según"),
        ("fr", "le la les des du de et un une est dans que qui pour sur par au aux avec ce cette son ses il elle ont été mais plus selon d'un"),
        ("de", "der die das und den dem des ein eine einen ist im von mit für auf sich nicht auch es an als nach wie bei wird aus hat zu werden"),
        ("pt", "o a os as de da do das dos que em no na um uma para com por se foi ao mais como não sua seu são pela pelo também"),
        ("it", "il lo la gli le di del della dei che e un una in nel per con non è sono da al alla si come più anche ha dal questo"),
        ("nl", "de het een van en in is dat op te zijn voor met die niet aan er om ook als door bij naar uit werd heeft maar"),
        ("sv", "och att det som en på är av för med till den har inte om ett han men var jag från kan efter också vid"),
        ("da", "og at det som en på er af for med til den har ikke om et han men var fra kan efter også ved der"),
        ("no", "og at det som en på er av for med til den har ikke om et han men var fra kan etter også ved jeg"),
        ("pl", "w i na z do że się nie to jest o jak po za od przez ale dla który które oraz są był jego tym"),
        ("cs", "a v na se je že s z do o to i pro by jako za od který které jsou byl ale po podle jeho"),
        ("ro", "și în de la a cu pe că nu un o din pentru care este mai sunt au fost prin ale unui după"),
        ("hu", "a az és hogy nem is egy van meg de ez csak volt már mint még el ki aki azt szerint"),
        ("tr", "ve bir bu da de için ile olarak daha çok olan gibi kadar sonra ancak ise var ne en dedi"),
        ("id", "yang dan di dengan untuk dari dalam ini itu pada adalah tidak akan ke juga oleh sebagai bisa ada mereka telah"),
        ("fi", "ja on ei se että oli hän kun mutta myös ovat sen niin mukaan kuin joka tai sekä jo"),
        ("vi", "và của là có cho không được trong một các với người này đã những khi về từ đến"),
        ("sw", "ya na wa kwa ni katika za la kuwa hiyo huo yake wake hii kama alisema pia cha"),
    ];

    private static readonly FrozenDictionary<string, int[]> Index = Profiles
        .SelectMany((p, i) => p.Words.Split(' ').Select(w => (Word: w, Language: i)))
        .GroupBy(x => x.Word, x => x.Language)
        .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>The ISO 639-1 code, or null where the text is too short or too mixed to tell.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        if (Script(text) is { } byScript) return byScript;
        Span<int> hits = stackalloc int[Profiles.Length];
        hits.Clear();
        var lookup = Index.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[12];
        var words = 0;
        for (var i = 0; i < text.Length && words < MostWords;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetter(text[i]) || text[i] == '\'')) i++;
            words++;
            if (i - start > word.Length) continue;
            var length = text[start..i].ToLowerInvariant(word);
            if (length > 0 && lookup.TryGetValue(word[..length], out var languages))
                foreach (var l in languages) hits[l]++;
        }

        return words < FewestWords ? null : Best(hits, words);
    }

    private static string? Best(ReadOnlySpan<int> hits, int words)
    {
        var best = 0;
        for (var l = 1; l < hits.Length; l++)
            if (hits[l] > hits[best]) best = l;
        if (hits[best] * 8 < words) return null;
        // English must be beaten clearly, for quoted names and titles carry foreign words into English text.
        return best == 0 || hits[best] >= (2 * hits[0]) + 3 ? Profiles[best].Code : null;
    }

    private static string? Script(ReadOnlySpan<char> text)
    {
        int latin = 0, cyrillic = 0, ukrainian = 0, arabic = 0, hebrew = 0, greek = 0, han = 0, kana = 0, hangul = 0, devanagari = 0, thai = 0, letters = 0;
        foreach (var c in text[..Math.Min(text.Length, 4000)])
        {
            if (c < 0x80 ? char.IsAsciiLetter(c) : char.IsLetter(c)) letters++;
            else continue;
            switch (c)
            {
                case < '\u0250': latin++; break;
                case >= '\u0370' and < '\u0400': greek++; break;
                case >= '\u0400' and < '\u0530':
                    cyrillic++;
                    if (c is 'і' or 'ї' or 'є' or 'ґ') ukrainian++;
                    break;
                case >= '\u0590' and < '\u0600': hebrew++; break;
                case >= '\u0600' and < '\u0780': arabic++; break;
                case >= '\u0900' and < '\u0980': devanagari++; break;
                case >= '\u0e00' and < '\u0e80': thai++; break;
                case >= '\u3040' and < '\u3100': kana++; break;
                case >= '\u4e00' and < '\ua000': han++; break;
                case >= '\uac00' and < '\ud7b0': hangul++; break;
            }
        }

        if (letters < 12 || latin * 2 > letters) return null;
        (string Code, int Count)[] scripts =
        [
            (ukrainian * 50 > cyrillic ? "uk" : "ru", cyrillic), ("ar", arabic), ("he", hebrew), ("el", greek), (kana * 5 > han ? "ja" : "zh", han + kana),
            ("ko", hangul), ("hi", devanagari), ("th", thai),
        ];
        var best = scripts.MaxBy(s => s.Count);
        return best.Count * 2 > letters ? best.Code : null;
    }
}
