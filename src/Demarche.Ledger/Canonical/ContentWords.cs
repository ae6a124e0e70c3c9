using System.Collections.Frozen;
using Demarche.Language;

namespace Demarche.Ledger.Canonical;

/// <summary>
/// The content words of a sentence as sorted 32-bit hashes of crude stems. The parties' own words are left out: all mentions
/// of a block share them.
/// </summary>
internal static class ContentWords
{
    private const int MaxWords = 40;

    private static readonly FrozenSet<string> Stop = new[]
    {
        "the", "a", "an", "and", "or", "of", "in", "on", "at", "to", "for", "from", "by", "with", "as", "that", "this", "these",
        "those", "it", "its", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "he", "she", "his", "her",
        "they", "their", "who", "which", "not", "but", "after", "before", "during", "over", "into", "about", "also", "than", "when",
        "while", "said", "says", "say", "saying", "according", "least", "more", "one", "new", "against", "between", "because", "due",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StopBySpan = Stop.GetAlternateLookup<ReadOnlySpan<char>>();

    public static uint[] Of(string text, Span sentence, Span? source, Span? target)
    {
        Span<uint> found = stackalloc uint[MaxWords];
        Span<char> word = stackalloc char[32];
        var n = 0;
        for (var i = sentence.Start; i < sentence.End && n < MaxWords;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < sentence.End && char.IsLetterOrDigit(text[i])) i++;
            var span = new Span(start, i);
            if (source?.Contains(span) == true || target?.Contains(span) == true) continue;
            var length = Math.Min(span.Length, word.Length);
            text.AsSpan(start, length).ToLowerInvariant(word);
            var folded = word[..length];
            if (length < 2 || StopBySpan.Contains(folded)) continue;
            found[n++] = Hash(Stem(folded));
        }
        var words = found[..n];
        words.Sort();
        var distinct = 0;
        for (var i = 0; i < n; i++)
            if (i == 0 || words[i] != words[i - 1]) words[distinct++] = words[i];
        return words[..distinct].ToArray();
    }

    /// <summary>Shared words over the smaller sentence's words: 0 to 1.</summary>
    public static double Overlap(uint[] x, uint[] y)
    {
        // A sentence of two or three words overlaps by chance.
        var smaller = Math.Max(4, Math.Min(x.Length, y.Length));
        int shared = 0, i = 0, j = 0;
        while (i < x.Length && j < y.Length)
        {
            if (x[i] == y[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (x[i] < y[j]) i++;
            else j++;
        }
        return (double)shared / smaller;
    }

    /// <summary>What two sentences share, reckoned when first asked for and once: most comparisons are over before.</summary>
    public struct Likeness(uint[] x, uint[] y)
    {
        private double? _overlap;

        public double Overlap => _overlap ??= Overlap(x, y);

        /// <summary>Whether the two are the same but for a word or two in ten.</summary>
        public bool NearlySame => Math.Min(x.Length, y.Length) >= 6 && Overlap * Math.Min(x.Length, y.Length) >= 0.85 * Math.Max(x.Length, y.Length);
    }

    public static byte[] ToBytes(uint[] words) => System.Runtime.InteropServices.MemoryMarshal.AsBytes(words.AsSpan()).ToArray();

    public static uint[] FromBytes(byte[] bytes) => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(bytes).ToArray();

    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ings", "ing", "ed", "es", "s"])
            if (word.Length >= ending.Length + 4 && word.EndsWith(ending)) return word[..^ending.Length];
        return word.Length >= 5 && word[^1] == 'e' ? word[..^1] : word;
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
