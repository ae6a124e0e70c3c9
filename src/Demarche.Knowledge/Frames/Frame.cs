namespace Demarche.Knowledge.Frames;

/// <summary>Whether a frame tells of an act itself or of a stance towards an act that its argument names.</summary>
public enum FrameKind : byte
{
    Act,

    /// <summary>"threaten to", "agree to", "call on X to" …: gives the code that its map has for the inner act.</summary>
    Operator,
}

/// <summary>What a family of words with their arguments means.</summary>
public sealed class Frame
{
    public required string Id { get; init; }

    public required FrameKind Kind { get; init; }

    /// <summary>CAMEO code; for an operator the code where its argument names no act that is known, or null.</summary>
    public string? Code { get; init; }

    public string? Measure { get; init; }

    /// <summary>PLOVER type and mode where they differ from those of the code.</summary>
    public string? PloverType { get; init; }

    public string? PloverMode { get; init; }

    /// <summary>Slots in which the source is looked for, the best first. Null for the usual ones.</summary>
    public int[]? Source { get; init; }

    public int[]? Target { get; init; }

    /// <summary>Both parties act: A met B gives an event each way.</summary>
    public bool Symmetric { get; init; }

    /// <summary>Those who are named together as subject act towards each other: "A and B agree".</summary>
    public bool Together { get; init; }

    /// <summary>Confidence before anything else is known, 0 to 1.</summary>
    public double Weight { get; init; } = 0.8;

    /// <summary>True where an event needs both parties to count ("win", "help").</summary>
    public bool NeedsBoth { get; init; }

    /// <summary>True for what nobody else is the target of ("resign").</summary>
    public bool Alone { get; init; }

    /// <summary>True where it counts only between two countries: a parliament that approves its own budget supports nobody.</summary>
    public bool Foreign { get; init; }

    public Refinement[] Refinements { get; init; } = [];

    /// <summary>For an operator: the slots in which the inner act stands.</summary>
    public int[] Embeds { get; init; } = [];

    /// <summary>For an operator: name of the map from inner codes; null leaves the inner act as it is.</summary>
    public string? Map { get; init; }

    /// <summary>For an operator: status of the inner act's measure, as the contract spells it.</summary>
    public string? Status { get; init; }
}

/// <summary>A more exact code where the arguments are of a certain class.</summary>
public sealed record Refinement(string Code, string? Measure, Condition[] Conditions);

/// <summary>One way in which a frame is put into words.</summary>
/// <param name="Lemma">The trigger.</param>
/// <param name="Particle">"out" of "order out"; null for none.</param>
public sealed record FramePattern(Frame Frame, WordClass Class, string Lemma, string? Particle, Condition[] Conditions)
{
    /// <summary>How much a match says: more conditions win over fewer.</summary>
    public int Specificity { get; } = 1 + (Particle is null ? 0 : 2) + Conditions.Sum(c => c.Negated ? 0 : c.Words is null ? 1 : 3);
}

public enum WordClass : byte
{
    Verb,
    Noun,
    Adjective,
}

/// <summary>What an argument must be, or must not be.</summary>
/// <param name="Slots">Any of them.</param>
/// <param name="Words">Lemmas, or null where any word will do.</param>
/// <param name="Within">The word may stand anywhere in the argument's phrase, not only at its head.</param>
/// <param name="Actor">The argument must stand for an actor.</param>
/// <param name="Organisation">The actor must be one of states or movements.</param>
/// <param name="Human">The actor must be a person or persons, in the argument itself.</param>
public sealed record Condition(int[] Slots, HashSet<string>? Words, bool Within, bool Negated, bool Actor, bool Organisation = false, bool Human = false)
{
    public bool Any => Words is null && !Actor;
}
