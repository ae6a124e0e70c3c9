using Demarche.Knowledge.Ontology;

namespace Demarche.Knowledge.Frames;

/// <summary>
/// The frames by their trigger words, with the ontology. Immutable: plain tables that nobody writes to, for building
/// frozen ones costs half the time in which the knowledge loads.
/// </summary>
public sealed class FrameTable
{
    private readonly Dictionary<string, FramePattern[]> _verbs;
    private readonly Dictionary<string, FramePattern[]> _nouns;
    private readonly Dictionary<string, FramePattern[]> _adjectives;
    private readonly Dictionary<string, Dictionary<string, string>> _maps;
    private readonly Dictionary<string, string> _support;

    internal FrameTable(FrameModel model)
    {
        Cameo = model.Cameo;
        Frames = model.Frames;
        _verbs = Index(model.Patterns, WordClass.Verb);
        _nouns = Index(model.Patterns, WordClass.Noun);
        _adjectives = Index(model.Patterns, WordClass.Adjective);
        _maps = model.Maps;
        _support = model.Support;
    }

    public CameoTable Cameo { get; }

    public IReadOnlyList<Frame> Frames { get; }

    public ReadOnlySpan<FramePattern> Of(WordClass kind, string lemma) =>
        (kind switch { WordClass.Verb => _verbs, WordClass.Noun => _nouns, _ => _adjectives }).TryGetValue(lemma, out var found) ? found : [];

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

    private static Dictionary<string, FramePattern[]> Index(IEnumerable<FramePattern> patterns, WordClass kind) =>
        patterns.Where(p => p.Class == kind).GroupBy(p => p.Lemma, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Specificity).ToArray(), StringComparer.Ordinal);
}
