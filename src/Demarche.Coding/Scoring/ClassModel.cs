using System.Numerics.Tensors;
using Demarche.Language;
using Demarche.Language.Models;

namespace Demarche.Coding.Scoring;

/// <summary>
/// Multinomial logistic regression from the features of a sentence to the sixteen classes. Small and open: the weight of every
/// feature can be read off, and each feature knows its token. Safe for use by many threads at once.
/// </summary>
public sealed class ClassModel
{
    public const int Version = 2;
    public const string FileName = "classes-en.bin";
    private readonly KeyTable _keys;
    private readonly float[] _weights;
    private readonly float[] _bias;

    private ClassModel(KeyTable keys, float[] weights, float[] bias, WordClasses classes, CandidateModel candidates, string hash)
    {
        _keys = keys;
        _weights = weights;
        _bias = bias;
        Words = classes;
        Candidates = candidates;
        Hash = hash;
    }

    private static ReadOnlySpan<byte> Magic => "DMCLASS\0"u8;

    public WordClasses Words { get; }

    /// <summary>The second stage, learnt on what the first says of the frames' candidates.</summary>
    public CandidateModel Candidates { get; }

    /// <summary>SHA-256 of the model's content, in hexadecimal; empty for one that was not loaded from a file.</summary>
    public string Hash { get; }

    /// <exception cref="ModelException">The file is missing, damaged, or of another version.</exception>
    public static ClassModel Load(string path)
    {
        using var file = ModelFile.Open(path, Magic, Version);
        var bias = file.Read<float>().ToArray();
        var keys = file.Read<ulong>().ToArray();
        var half = file.Read<Half>();
        var weights = new float[half.Length];
        TensorPrimitives.ConvertToSingle(half, weights);
        var words = new WordClasses(file.Read<ulong>().ToArray(), file.Read<int>().ToArray());
        var candidates = new CandidateModel(file.Read<float>().ToArray());
        return new ClassModel(new KeyTable(keys), weights, bias, words, candidates, file.Hash);
    }

    public static ClassModel Build(IReadOnlyDictionary<ulong, float[]> weights, float[] bias, WordClasses classes, CandidateModel? candidates = null)
    {
        var keys = KeyTable.For(weights.Count);
        var rows = new float[keys.Length * EventClasses.Count];
        foreach (var (key, row) in weights.OrderBy(x => x.Key)) row.CopyTo(rows.AsSpan(keys.Add(key) * EventClasses.Count));
        return new ClassModel(keys, rows, bias, classes, candidates ?? new CandidateModel(new float[CandidateFeatures.Count]), "");
    }

    /// <summary>The same classifier with another second stage.</summary>
    public ClassModel With(CandidateModel candidates) => new(_keys, _weights, _bias, Words, candidates, "");

    public void Save(string path)
    {
        var half = new Half[_weights.Length];
        TensorPrimitives.ConvertToHalf(_weights, half);
        ModelFile.Write(path, Magic, Version,
        [
            ModelFile.Bytes<float>(_bias), ModelFile.Bytes(_keys.Keys), ModelFile.Bytes<Half>(half),
            ModelFile.Bytes(Words.Keys), ModelFile.Bytes(Words.Values), ModelFile.Bytes(Candidates.Weights),
        ]);
    }

    /// <summary>Probabilities of the classes, in the order of <see cref="EventClass"/>.</summary>
    public void Probabilities(List<ClassFeature> features, Span<float> probabilities)
    {
        _bias.CopyTo(probabilities);
        foreach (var f in features)
        {
            var row = Row(f.Key);
            if (!row.IsEmpty) TensorPrimitives.MultiplyAdd(row, f.Value, probabilities, probabilities);
        }
        TensorPrimitives.Subtract(probabilities, TensorPrimitives.Max<float>(probabilities), probabilities);
        TensorPrimitives.SoftMax<float>(probabilities, probabilities);
    }

    /// <summary>How much each token speaks for the class: the sum of its features' weights.</summary>
    public void Evidence(List<ClassFeature> features, EventClass of, Span<float> byToken)
    {
        byToken.Clear();
        foreach (var f in features)
        {
            var row = Row(f.Key);
            if (!row.IsEmpty) byToken[f.Token] += row[(int)of] * f.Value;
        }
    }

    private ReadOnlySpan<float> Row(ulong key) =>
        _keys.Find(key) is >= 0 and var at ? _weights.AsSpan(at * EventClasses.Count, EventClasses.Count) : default;
}
