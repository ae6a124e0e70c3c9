using System.Numerics.Tensors;
using Demarche.Language.Syntax;

namespace Demarche.Training.Syntax;

/// <summary>The embedding tables and the vocabulary in training: which rows a form takes, and what vector they make.</summary>
internal sealed class InputLayer
{
    private readonly Dictionary<ulong, int> _vocabulary = [];
    private readonly Dictionary<string, WordRows> _cache = [];
    private readonly int[] _counts;

    /// <param name="vocabulary">Form hashes; row 0 of the table is the unknown word, row i+1 the i-th form.</param>
    /// <param name="counts">How often each form stands in the training trees.</param>
    public InputLayer(NetShape shape, IReadOnlyList<ulong> vocabulary, Func<ulong, int> counts, int affixBits)
    {
        AffixBits = affixBits;
        Words = new EmbeddingTable(vocabulary.Count + 1, shape.WordSize);
        Affixes = new EmbeddingTable(1 << affixBits, shape.AffixSize);
        _counts = new int[vocabulary.Count + 1];
        for (var i = 0; i < vocabulary.Count; i++)
        {
            _vocabulary[vocabulary[i]] = i + 1;
            _counts[i + 1] = counts(vocabulary[i]);
        }
        Hashes = vocabulary;
    }

    public IReadOnlyList<ulong> Hashes { get; }

    public int AffixBits { get; }

    public EmbeddingTable Words { get; }

    public EmbeddingTable Affixes { get; }

    public int CountOf(int row) => _counts[row];

    public WordRows RowsOf(string form)
    {
        lock (_cache)
        {
            if (_cache.TryGetValue(form, out var rows)) return rows;
            Span<int> affixes = stackalloc int[WordFeatures.MaxAffixes];
            var n = WordFeatures.Affixes(form, AffixBits, affixes);
            rows = new WordRows(_vocabulary.GetValueOrDefault(WordFeatures.FormHash(form)), affixes[..n].ToArray(), 1 / MathF.Sqrt(n));
            _cache[form] = rows;
            return rows;
        }
    }

    public void Fill(WordRows rows, Span<float> vector)
    {
        Words.Row(rows.Word).CopyTo(vector);
        var affix = vector[Words.Size..];
        affix.Clear();
        foreach (var a in rows.Affixes) TensorPrimitives.MultiplyAdd(Affixes.Row(a), rows.Scale, affix, affix);
    }

    /// <summary>Adds the error of a word's vector to the gradients of its rows.</summary>
    public static void Spread(WordRows rows, ReadOnlySpan<float> error, RowGradients words, RowGradients affixes)
    {
        var word = words.Row(rows.Word);
        TensorPrimitives.Add(word, error[..word.Length], word);
        foreach (var a in rows.Affixes)
        {
            var affix = affixes.Row(a);
            TensorPrimitives.MultiplyAdd(error[word.Length..], rows.Scale, affix, affix);
        }
    }

    internal sealed record WordRows(int Word, int[] Affixes, float Scale);
}
