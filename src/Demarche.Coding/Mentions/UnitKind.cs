namespace Demarche.Coding.Mentions;

/// <summary>What a stretch of words is, once one of its senses has been chosen.</summary>
internal enum UnitKind : byte
{
    State,
    Adjective,
    Demonym,
    Capital,
    Metonym,
    Organisation,
    Group,
    Person,
    Office,
    Agent,
    Description,

    /// <summary>A town or region of the gazetteer.</summary>
    Place,

    /// <summary>Capitalised words that the knowledge does not hold.</summary>
    Unknown,
}

/// <summary>A stretch of tokens with one reading.</summary>
internal sealed class Unit(int first, int last, UnitKind kind, int entry)
{
    public int First { get; set; } = first;

    public int Last { get; set; } = last;

    public UnitKind Kind { get; set; } = kind;

    /// <summary>Index of the actor, office, agent or place; -1 for unknown names.</summary>
    public int Entry { get; set; } = entry;

    public bool IsPlural { get; init; }

    public bool IsSurname { get; init; }

    /// <summary>The other readings of the words, for a choice by context.</summary>
    public NameMatch Match { get; init; }

    /// <summary>Set once it has become a part of another mention: a title before a name, a ministry before its spokesman.</summary>
    public bool IsTaken { get; set; }

    public bool IsStateLike => Kind is UnitKind.State or UnitKind.Adjective or UnitKind.Demonym or UnitKind.Capital or UnitKind.Metonym;

    public bool IsOwner => IsStateLike || Kind is UnitKind.Organisation or UnitKind.Group or UnitKind.Place;

    public bool IsNoun => Kind is UnitKind.Office or UnitKind.Agent;
}
