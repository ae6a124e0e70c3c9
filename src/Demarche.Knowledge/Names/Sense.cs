using System.Runtime.InteropServices;

namespace Demarche.Knowledge.Names;

/// <summary>What a surface form is to the entry that it belongs to.</summary>
public enum SenseKind : byte
{
    /// <summary>A name of a state, organisation, group or person.</summary>
    Name,

    /// <summary>"Russian" as in "Russian diplomats".</summary>
    Adjective,

    /// <summary>"Russians": people of a state.</summary>
    Demonym,

    Capital,

    /// <summary>"the Kremlin".</summary>
    Metonym,

    /// <summary>A title of an office: "foreign minister".</summary>
    Office,

    /// <summary>A noun for agents of a sector: "soldiers".</summary>
    Agent,

    /// <summary>A noun by which an organisation is referred to: "the alliance".</summary>
    Description,
}

[Flags]
public enum SenseFlags : byte
{
    None = 0,

    Plural = 1,

    /// <summary>One word of a person's name only.</summary>
    Surname = 2,

    /// <summary>Some word of it is written in capitals throughout.</summary>
    Acronym = 4,

    /// <summary>The form ends in 's, and so must the words of the text: "Moody's".</summary>
    Possessive = 8,

    /// <summary>The last word of a person's name, which the knowledge does not give by itself: it counts only for one in high office.</summary>
    Implied = 16,
}

/// <summary>One meaning of a surface form.</summary>
/// <param name="Entry">Index of the actor, office or agent, by kind.</param>
/// <param name="From">First day number on which it holds, and <paramref name="To"/> the first on which it no longer does.</param>
/// <param name="Cases">Two bits a word, from the lowest: the <see cref="WordCase"/> that the text must have at least.</param>
/// <param name="Only">Index of the actor whose office alone has this title, or -1.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Sense(int Entry, SenseKind Kind, SenseFlags Flags, int From, int To, int Cases, int Only)
{
    public bool HoldsOn(int day) => day >= From && day < To;
}
