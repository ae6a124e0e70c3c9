using System.Collections.Immutable;
using Demarche.Knowledge.Artefact;
using Demarche.Knowledge.Names;

namespace Demarche.Knowledge.Actors;

/// <summary>Actors, offices and agents with all their names. Entries are made when first asked for. Safe for many threads.</summary>
public sealed class ActorTable
{
    private readonly StringPool _strings;
    private readonly ActorRow[] _rows;
    private readonly ActorFact[] _facts;
    private readonly Holder[] _holders;
    private readonly NounRow[] _offices;
    private readonly NounRow[] _agents;
    private readonly Actor?[] _actors;
    private readonly Office?[] _madeOffices;
    private readonly Agent?[] _madeAgents;
    private readonly Lazy<Dictionary<string, int>> _byId;

    internal ActorTable(SectionReader reader)
    {
        _strings = StringPool.Read(reader);
        _rows = reader.Array<ActorRow>();
        _facts = reader.Array<ActorFact>();
        _holders = reader.Array<Holder>();
        _offices = reader.Array<NounRow>();
        _agents = reader.Array<NounRow>();
        Lexicon = Lexicon.Read(reader);
        _actors = new Actor?[_rows.Length];
        _madeOffices = new Office?[_offices.Length];
        _madeAgents = new Agent?[_agents.Length];
        _byId = new Lazy<Dictionary<string, int>>(IndexIds);
    }

    public Lexicon Lexicon { get; }

    public int Count => _rows.Length;

    public int OfficeCount => _offices.Length;

    public int AgentCount => _agents.Length;

    public Actor this[int index] => _actors[index] ??= Make(index);

    public Office Office(int index) =>
        _madeOffices[index] ??= new Office(index, _strings[_offices[index].Id], _strings[_offices[index].Name], Words(_offices[index].Sectors), _offices[index].HeldByMany);

    public Agent Agent(int index) =>
        _madeAgents[index] ??= new Agent(index, _strings[_agents[index].Id], _strings[_agents[index].Name], Words(_agents[index].Sectors));

    /// <summary>The actor with the id, or null.</summary>
    public Actor? Find(string id) => _byId.Value.TryGetValue(id, out var i) ? this[i] : null;

    /// <summary>Whether a code is that of a state.</summary>
    public bool IsState(string code) => Find(code) is { Kind: ActorKind.State };

    /// <summary>All who ever held the office in the actor, by first day.</summary>
    public ReadOnlySpan<Holder> Holders(int actor, int office)
    {
        var low = 0;
        var high = _holders.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var h = _holders[middle];
            if (h.Actor < actor || (h.Actor == actor && h.Office < office)) low = middle + 1;
            else high = middle;
        }
        var end = low;
        while (end < _holders.Length && _holders[end].Actor == actor && _holders[end].Office == office) end++;
        return _holders.AsSpan(low, end - low);
    }

    /// <summary>The sectors of an actor on a day: those of the first fact that holds.</summary>
    public ImmutableArray<string> SectorsOn(Actor actor, int day) =>
        actor.On(day, FactKind.Sectors) is { } f ? Words(f.Value) : [];

    /// <summary>
    /// The country that events record for an actor on a day: a state's own code, or that of the state which it is part of; the country
    /// of a group or person; an organisation's own id.
    /// </summary>
    public string? CountryOn(Actor actor, int day)
    {
        for (var steps = 0; steps < 8; steps++)
        {
            if (actor.On(day, FactKind.Country) is { } country) actor = this[country.Value];
            else if (actor.Kind == ActorKind.State && actor.On(day, FactKind.PartOf) is { } whole) actor = this[whole.Value];
            else if (actor.Kind is ActorKind.State or ActorKind.Organisation) return actor.Id;
            else if (actor.On(day, FactKind.PartOf) is { } body) actor = this[body.Value];
            else return null;
        }
        return null;
    }

    private ImmutableArray<string> Words(int text) =>
        text < 0 ? [] : [.. _strings[text].Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private Actor Make(int index)
    {
        ref readonly var r = ref _rows[index];
        return new Actor(
            index, r.Kind, _strings[r.Id], _strings[r.Name], r.Cameo < 0 ? null : _strings[r.Cameo],
            [.. _facts.AsSpan(r.FirstFact, r.Facts)],
            double.IsNaN(r.Latitude) ? null : r.Latitude, double.IsNaN(r.Longitude) ? null : r.Longitude);
    }

    private Dictionary<string, int> IndexIds()
    {
        var ids = new Dictionary<string, int>(_rows.Length, StringComparer.Ordinal);
        for (var i = 0; i < _rows.Length; i++) ids[_strings[_rows[i].Id]] = i;
        return ids;
    }
}
