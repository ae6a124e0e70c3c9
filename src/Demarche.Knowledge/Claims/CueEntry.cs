namespace Demarche.Knowledge.Claims;

/// <summary>What holds the content of a claim beside its cue.</summary>
[Flags]
public enum CueComplements : byte
{
    None = 0,
    Clause = 1,
    Quote = 2,
    Infinitive = 4,
    Object = 8,

    /// <summary>An object with what it is called: "call it a war", "describe it as a war".</summary>
    Naming = 16,
}

public enum CueKind : byte
{
    Verb,
    Noun,
    Adjective,

    /// <summary>A set phrase before the source: "according to".</summary>
    Phrase,
}

/// <summary>A word by which a text says what somebody says, believes or wants.</summary>
/// <param name="Lemma">Its first word.</param>
/// <param name="Rest">The words after it, a particle or a preposition: "of" of "accuse of", "out" of "point out"; empty for most.</param>
/// <param name="Class">Class of the lexicon: <c>says</c>, <c>accuses</c> …</param>
/// <param name="Asserted">Whether the narrator stands behind the content.</param>
public sealed record CueEntry(CueKind Kind, string Lemma, string Rest, string Class, bool Asserted, CueComplements Takes)
{
    public bool Has(CueComplements complement) => (Takes & complement) != 0;
}
