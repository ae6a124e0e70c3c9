namespace Demarche.Coding.Scoring;

/// <summary>The coarse and the fine class of a word.</summary>
public readonly record struct WordClass(byte Coarse, ushort Fine, bool Known);

/// <summary>Word classes learnt without labels from the news: clusters of words that stand in like company.</summary>
public sealed class WordClasses
{
    private readonly KeyTable _keys;
    private readonly int[] _values;

    /// <param name="keys">Lemma hashes as <see cref="KeyTable"/> lays them out.</param>
    /// <param name="values">Fine class in the low 16 bits, coarse class above.</param>
    public WordClasses(ulong[] keys, int[] values)
        : this(new KeyTable(keys), values)
    {
    }

    private WordClasses(KeyTable keys, int[] values)
    {
        _keys = keys;
        _values = values;
    }

    public static WordClasses Build(IReadOnlyDictionary<string, (int Coarse, int Fine)> classes)
    {
        var keys = KeyTable.For(classes.Count);
        var values = new int[keys.Length];
        foreach (var (word, (coarse, fine)) in classes.OrderBy(x => x.Key, StringComparer.Ordinal))
            values[keys.Add(ClassFeatures.Text(word))] = fine | coarse << 16;
        return new WordClasses(keys, values);
    }

    public ReadOnlySpan<ulong> Keys => _keys.Keys;

    public ReadOnlySpan<int> Values => _values;

    public WordClass Of(string lemma) =>
        _keys.Find(ClassFeatures.Text(lemma)) is >= 0 and var at ? new WordClass((byte)(_values[at] >> 16), (ushort)_values[at], true) : default;
}
