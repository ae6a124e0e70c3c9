namespace Demarche.Knowledge.Actors;

public enum ActorKind : byte
{
    State,
    Organisation,

    /// <summary>Armed groups, parties, movements, parliaments, agencies, courts, firms, media.</summary>
    Group,

    Person,
}

/// <summary>What a dated fact about an actor tells.</summary>
public enum FactKind : byte
{
    /// <summary>Value: sectors, blank-separated, in the string pool.</summary>
    Sectors,

    /// <summary>Value: index of the state that it belongs to.</summary>
    Country,

    /// <summary>Value: index of the state or organisation that is a member.</summary>
    Member,

    /// <summary>Value: index of the actor in which the person holds the office; other: the office.</summary>
    Role,

    /// <summary>Value: index of the actor that this one is a part of.</summary>
    PartOf,

    Exists,

    /// <summary>Value: index of a neighbouring state.</summary>
    Border,
}
