using System.Collections.Immutable;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>Something that somebody says: what, who, and the words that tell us so.</summary>
/// <param name="Content">The words said, quoted or reported.</param>
/// <param name="Source">Who says it, or null where nobody is named.</param>
/// <param name="Cue">"said", "according to", "accused" …</param>
public sealed record Claim(int Sentence, Span Content, Span? Source, Span? Cue)
{
    /// <summary>The speaker as an actor, where resolved.</summary>
    public ImmutableArray<ActorIdentity> Speakers { get; init; } = [];

    public bool Quoted { get; init; }

    /// <summary>Lemma of the cue's head ("say", "accuse"); it tells how the narrator stands to the content.</summary>
    public string? CueLemma { get; init; }

    /// <summary>Class of the cue in the lexicon: says, claims, denies, accuses, demands, promises, believes …</summary>
    public string? CueClass { get; init; }

    /// <summary>True where the narrator stands behind it ("announced"), false where only the speaker does ("claimed").</summary>
    public bool Asserted { get; init; } = true;

    /// <summary>True where the cue is negated: "did not say whether".</summary>
    public bool Withheld { get; init; }

    /// <summary>True where an agency's whole claim is that somebody said something: it is given as that speaker's, by way of the agency.</summary>
    public bool HandsOn { get; init; }

    /// <summary>How many other claims it stands in, but for those that only hand it on: 0 for what the report itself attributes.</summary>
    public int Depth { get; init; }

    /// <summary>True for what the report itself attributes, once: the layer <c>claims</c> gives those alone.</summary>
    public bool IsOfTheReport => Depth == 0 && !HandsOn;

    /// <summary>An agency or newspaper through which it reached the report.</summary>
    public Span? Via { get; init; }
}
