using System.Collections.Frozen;

namespace Demarche.Language;

/// <summary>The English cardinals that are one word, "one" to "ninety", regardless of case.</summary>
public static class CardinalWords
{
    private static readonly string[] Units =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static FrozenDictionary<string, int> All { get; } =
        Units.Select((word, i) => (word, Value: i + 1)).Concat(Tens.Select((word, i) => (word, Value: 10 * (i + 2))))
            .ToFrozenDictionary(x => x.word, x => x.Value, StringComparer.OrdinalIgnoreCase);
}
