using System.Collections.Frozen;
using Demarche.Knowledge.Ontology;

namespace Demarche.Knowledge.Frames;

/// <summary>The frames by their trigger words, with the ontology and the word classes they use. Immutable.</summary>
public sealed class FrameTable
{
    private readonly FrozenDictionary<string, FramePattern[]> _verbs;
    private readonly FrozenDictionary<string, FramePattern[]> _nouns;
    private readonly FrozenDictionary<string, FramePattern[]> _adjectives;
    private readonly FrozenDictionary<string, FrozenSet<string>> _classes;
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _maps;
    private readonly FrozenDictionary<string, string> _support;

    internal FrameTable(FrameModel model)
    {
        Cameo = model.Cameo;
        Frames = model.Frames;
        _verbs = Index(model.Patterns, WordClass.Verb);
        _nouns = Index(model.Patterns, WordClass.Noun);
        _adjectives = Index(model.Patterns, WordClass.Adjective);
        _classes = model.Classes.ToFrozenDictionary(c => c.Key, c => c.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _maps = model.Maps.ToFrozenDictionary(m => m.Key, m => m.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        _support = model.Support.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public CameoTable Cameo { get; }

    public IReadOnlyList<Frame> Frames { get; }

    public ReadOnlySpan<FramePattern> Of(WordClass kind, string lemma) =>
        (kind switch { WordClass.Verb => _verbs, WordClass.Noun => _nouns, _ => _adjectives }).TryGetValue(lemma, out var found) ? found : [];

    /// <summary>Words of a class, such as <c>sanction</c>; empty for an unknown class.</summary>
    public FrozenSet<string> Class(string name) => _classes.GetValueOrDefault(name, FrozenSet<string>.Empty);

    /// <summary>Status that a support verb lends to the act its object names; null where the verb is none.</summary>
    public string? SupportStatus(string verb) => _support.GetValueOrDefault(verb);

    /// <summary>The code that a map gives for an inner code, by its longest known beginning; null where it has none.</summary>
    public string? Map(string name, string inner)
    {
        if (!_maps.TryGetValue(name, out var map)) return null;
        for (var n = inner.Length; n >= 2; n--)
            if (map.TryGetValue(inner[..n], out var outer)) return outer == "-" ? null : outer;
        return null;
    }

    private static FrozenDictionary<string, FramePattern[]> Index(IEnumerable<FramePattern> patterns, WordClass kind) =>
        patterns.Where(p => p.Class == kind).GroupBy(p => p.Lemma, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Specificity).ToArray(), StringComparer.Ordinal);
}
