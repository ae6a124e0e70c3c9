using System.Collections.Immutable;

namespace Demarche.Knowledge.Actors;

/// <summary>An actor of the knowledge: a state, an organisation, a group or a person.</summary>
/// <param name="Index">Its number in the <see cref="ActorTable"/>.</param>
/// <param name="Cameo">The code as the knowledge gives it; null where it is to be built.</param>
/// <param name="Facts">Dated facts in the order of the text.</param>
public sealed record Actor(
    int Index, ActorKind Kind, string Id, string Name, string? Cameo, ImmutableArray<ActorFact> Facts, double? Latitude, double? Longitude)
{
    /// <summary>The first fact of the kind that holds on the day.</summary>
    public ActorFact? On(int day, FactKind kind)
    {
        foreach (var f in Facts)
            if (f.Kind == kind && f.HoldsOn(day)) return f;
        return null;
    }

    /// <summary>False where the knowledge says that it did not exist on that day.</summary>
    public bool ExistsOn(int day)
    {
        var told = false;
        foreach (var f in Facts)
        {
            if (f.Kind != FactKind.Exists) continue;
            if (f.HoldsOn(day)) return true;
            told = true;
        }
        return !told;
    }
}

/// <summary>An office that persons hold: "foreign minister".</summary>
/// <param name="HeldByMany">Its title alone names nobody: a state has many ambassadors at once.</param>
public sealed record Office(int Index, string Id, string Name, ImmutableArray<string> Sectors, bool HeldByMany);

/// <summary>A class of common nouns that stand for actors: "soldiers".</summary>
public sealed record Agent(int Index, string Id, string Name, ImmutableArray<string> Sectors);
