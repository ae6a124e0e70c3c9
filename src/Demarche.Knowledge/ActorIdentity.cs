using System.Collections.Immutable;

namespace Demarche.Knowledge;

/// <summary>
/// Who an expression stands for on the document's day, as events record it.
/// </summary>
/// <param name="Name">Canonical name: the state, organisation, group or person ("Russia", "NATO", "Sergey Lavrov").</param>
/// <param name="Country">
/// ISO 3166 alpha-3 of the state that the actor belongs to or acts from, or the organisation's own code (NATO, EU, UN …)
/// where it belongs to no one state; null where unknown.
/// </param>
/// <param name="Sectors">PLOVER/CAMEO sectors, most telling first: GOV, MIL, IGO …</param>
/// <param name="Cameo">CAMEO actor code such as RUSGOV or IGONAT; null where none can be built.</param>
/// <param name="ActorId">Id of the entry in the knowledge, where the expression names one.</param>
public sealed record ActorIdentity(
    string Name,
    string? Country,
    ImmutableArray<string> Sectors,
    string? Cameo,
    string? ActorId = null)
{
    /// <summary>The office held on the document's day ("foreign minister"), where it is known or stated.</summary>
    public string? Role { get; init; }

    /// <summary>Canonical name of the person, where the expression names or implies one.</summary>
    public string? Person { get; init; }

    public bool IsOrganisation => Sectors.Contains("IGO") || Sectors.Contains("NGO") || Sectors.Contains("IMG");

    public bool Equals(ActorIdentity? other) =>
        other is not null && Name == other.Name && Country == other.Country && Cameo == other.Cameo
        && ActorId == other.ActorId && Role == other.Role && Person == other.Person
        && Sectors.AsSpan().SequenceEqual(other.Sectors.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Name, Country, Cameo, ActorId, Person);
}
