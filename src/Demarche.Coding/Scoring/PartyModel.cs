using System.Numerics;
using Demarche.Language.Models;

namespace Demarche.Coding.Scoring;

/// <summary>
/// Logistic regression over <see cref="PartyFeatures"/>: the probability that a mention is the source, or the target, of an event.
/// Safe for many threads at once.
/// </summary>
public sealed class PartyModel
{
    public const int Version = 1;
    public const string FileName = "parties-en.bin";
    private readonly ulong[] _keys;
    private readonly float[] _weights;

    private PartyModel(ulong[] keys, float[] weights, string hash)
    {
        _keys = keys;
        _weights = weights;
        Hash = hash;
    }

    private static ReadOnlySpan<byte> Magic => "DMPARTY\0"u8;

    /// <summary>SHA-256 of the model's content, in hexadecimal; empty for one that was not loaded from a file.</summary>
    public string Hash { get; }

    /// <exception cref="ModelException">The file is missing, damaged, or of another version.</exception>
    public static PartyModel Load(string path)
    {
        using var file = ModelFile.Open(path, Magic, Version);
        var keys = file.Read<ulong>().ToArray();
        var weights = file.Read<float>().ToArray();
        if (weights.Length != keys.Length || !BitOperations.IsPow2(keys.Length)) throw ModelException.Damaged(path, "its tables differ in length");
        return new PartyModel(keys, weights, file.Hash);
    }

    public static PartyModel Build(IReadOnlyDictionary<ulong, float> weights)
    {
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, weights.Count * 2));
        var keys = new ulong[capacity];
        var values = new float[capacity];
        foreach (var (key, value) in weights.OrderBy(x => x.Key))
        {
            var at = (int)(key >> 20) & (capacity - 1);
            while (keys[at] != 0) at = (at + 1) & (capacity - 1);
            keys[at] = key;
            values[at] = value;
        }
        return new PartyModel(keys, values, "");
    }

    public void Save(string path) => ModelFile.Write(path, Magic, Version, [ModelFile.Bytes<ulong>(_keys), ModelFile.Bytes<float>(_weights)]);

    public double Probability(List<PartyFeature> features)
    {
        var sum = 0f;
        foreach (var f in features) sum += Weight(f.Key);
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>The kinds of feature that weigh most, for people.</summary>
    public string Explain(List<PartyFeature> features) =>
        string.Join(", ", features.GroupBy(f => f.Kind).Select(g => (g.Key, Sum: g.Sum(f => Weight(f.Key)))).OrderByDescending(x => Math.Abs(x.Sum)).ThenBy(x => x.Key).Take(3)
            .Select(x => FormattableString.Invariant($"{x.Key.ToString().ToLowerInvariant()} {x.Sum:+0.00;-0.00}")));

    private float Weight(ulong key)
    {
        var mask = _keys.Length - 1;
        for (var at = (int)(key >> 20) & mask; _keys[at] != 0; at = (at + 1) & mask)
            if (_keys[at] == key) return _weights[at];
        return 0;
    }
}
