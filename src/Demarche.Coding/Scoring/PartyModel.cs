using System.Numerics;
using Demarche.Language.Models;

namespace Demarche.Coding.Scoring;

/// <summary>
/// Logistic regression over <see cref="PartyFeatures"/>: the probability that a mention is the source, or the target, of an event.
/// Safe for many threads at once.
/// </summary>
public sealed class PartyModel
{
    public const int Version = 3;
    public const string FileName = "parties-en.bin";
    private readonly KeyTable _keys;
    private readonly float[] _weights;

    private PartyModel(KeyTable keys, float[] weights, EventModel events, string hash)
    {
        Events = events;
        _keys = keys;
        _weights = weights;
        Hash = hash;
    }

    private static ReadOnlySpan<byte> Magic => "DMPARTY\0"u8;

    /// <summary>The last stage, learnt on what this one and the others make of texts that they have not seen.</summary>
    public EventModel Events { get; }

    /// <summary>SHA-256 of the model's content, in hexadecimal; empty for one that was not loaded from a file.</summary>
    public string Hash { get; }

    /// <exception cref="ModelException">The file is missing, damaged, or of another version.</exception>
    public static PartyModel Load(string path)
    {
        using var file = ModelFile.Open(path, Magic, Version);
        var keys = file.Read<ulong>().ToArray();
        var weights = file.Read<float>().ToArray();
        if (weights.Length != keys.Length || !BitOperations.IsPow2(keys.Length)) throw ModelException.Damaged(path, "its tables differ in length");
        var events = new EventModel(new KeyTable(file.Read<ulong>().ToArray()), file.Read<int>().ToArray(), new TreeEnsemble(file.Read<TreeNode>().ToArray(), file.Read<float>().ToArray(), file.Read<int>().ToArray()));
        if (!events.IsSound) throw ModelException.Damaged(path, "a tree of its last stage leads nowhere");
        return new PartyModel(new KeyTable(keys), weights, events, file.Hash);
    }

    /// <summary>The same model of parties with another last stage.</summary>
    public PartyModel With(EventModel events) => new(_keys, _weights, events, "");

    public static PartyModel Build(IReadOnlyDictionary<ulong, float> weights)
    {
        var keys = KeyTable.For(weights.Count);
        var values = new float[keys.Length];
        foreach (var (key, value) in weights.OrderBy(x => x.Key)) values[keys.Add(key)] = value;
        return new PartyModel(keys, values, EventModel.Empty, "");
    }

    public void Save(string path) => ModelFile.Write(path, Magic, Version,
    [
        ModelFile.Bytes(_keys.Keys), ModelFile.Bytes<float>(_weights), ModelFile.Bytes(Events.Keys.Keys), ModelFile.Bytes(Events.Columns),
        ModelFile.Bytes(Events.Trees.Nodes), ModelFile.Bytes(Events.Trees.Leaves), ModelFile.Bytes(Events.Trees.Roots),
    ]);

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

    private float Weight(ulong key) => _keys.Find(key) is >= 0 and var at ? _weights[at] : 0;
}
