using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Actors;

/// <summary>All entries of the actor files, joined by id, in the order in which they were first met.</summary>
internal sealed class ActorModel
{
    private readonly Dictionary<string, ActorEntry> _actorsById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorEntry> _officesById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorEntry> _agentsById = new(StringComparer.Ordinal);

    public List<ActorEntry> Actors { get; } = [];

    public List<ActorEntry> Offices { get; } = [];

    public List<ActorEntry> Agents { get; } = [];

    public ActorEntry? Actor(string id) => _actorsById.GetValueOrDefault(id);

    public ActorEntry? Office(string id) => _officesById.GetValueOrDefault(id);

    /// <param name="layer">0 for the built-in knowledge. An entry of a higher layer adds to one below; within a layer an id is unique.</param>
    public void Add(TextEntry entry, int layer, DiagnosticBag diagnostics)
    {
        var (list, index) = entry.Kind switch
        {
            "office" => (Offices, _officesById),
            "agent" => (Agents, _agentsById),
            _ when ActorVocabulary.Kinds.ContainsKey(entry.Kind) => (Actors, _actorsById),
            _ => (null, null),
        };
        if (list is null || index is null)
        {
            diagnostics.Error("KN020", entry.At, $"'{entry.Kind}' is no kind of entry", $"use one of {string.Join(", ", ActorVocabulary.Kinds.Keys.Order(StringComparer.Ordinal))}, office, agent");
            return;
        }
        if (!index.TryGetValue(entry.Id, out var known))
        {
            known = new ActorEntry(entry.Id, entry.Name ?? entry.Id, entry.Kind, layer, entry.At) { Index = list.Count };
            list.Add(known);
            index[entry.Id] = known;
        }
        else if (known.Layer == layer)
        {
            diagnostics.Error("KN022", entry.At, $"'{entry.Id}' was already entered at {known.At.File}({known.At.Line})", "join the two entries, or give one of them another id");
            return;
        }
        else
        {
            known.Layer = layer;
            known.Name = entry.Name ?? known.Name;
        }
        AddProperties(entry, known, diagnostics);
    }

    private static void AddProperties(TextEntry entry, ActorEntry target, DiagnosticBag diagnostics)
    {
        var allowed = ActorVocabulary.PropertiesOf(entry.Kind);
        foreach (var p in entry.Properties)
        {
            if (allowed.Contains(p.Key)) target.Properties.Add(p);
            else diagnostics.Error("KN021", p.At, $"'{p.Key}' is no property of {entry.Kind}", $"use one of {string.Join(", ", allowed)}");
        }
    }
}
