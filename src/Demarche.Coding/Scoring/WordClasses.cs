namespace Demarche.Coding.Scoring;

/// <summary>The coarse and the fine class of a word.</summary>
public readonly record struct WordClass(byte Coarse, ushort Fine, bool Known);

/// <summary>Word classes learnt without labels from the news: clusters of words that stand in like company.</summary>
public sealed class WordClasses
{
    private readonly ulong[] _keys;
    private readonly int[] _values;

    /// <param name="keys">Open-addressing table of lemma hashes; its length is a power of two; 0 is free.</param>
    /// <param name="values">Fine class in the low 16 bits, coarse class above.</param>
    public WordClasses(ulong[] keys, int[] values)
    {
        _keys = keys;
        _values = values;
    }

    public static WordClasses Build(IReadOnlyDictionary<string, (int Coarse, int Fine)> classes)
    {
        var capacity = 16;
        while (capacity < classes.Count * 2) capacity *= 2;
        var keys = new ulong[capacity];
        var values = new int[capacity];
        foreach (var (word, (coarse, fine)) in classes.OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            var key = ClassFeatures.Text(word);
            var at = (int)(key >> 20) & (capacity - 1);
            while (keys[at] != 0 && keys[at] != key) at = (at + 1) & (capacity - 1);
            keys[at] = key;
            values[at] = fine | coarse << 16;
        }
        return new WordClasses(keys, values);
    }

    public ReadOnlySpan<ulong> Keys => _keys;

    public ReadOnlySpan<int> Values => _values;

    public WordClass Of(string lemma)
    {
        var key = ClassFeatures.Text(lemma);
        var mask = _keys.Length - 1;
        for (var at = (int)(key >> 20) & mask; _keys[at] != 0; at = (at + 1) & mask)
            if (_keys[at] == key) return new WordClass((byte)(_values[at] >> 16), (ushort)_values[at], true);
        return default;
    }
}
