using Demarche.Knowledge.Actors;

namespace Demarche.Knowledge.Learning;

public enum ProposalKind
{
    /// <summary>Somebody whom the knowledge does not hold.</summary>
    Person,

    /// <summary>A known person in an office or in days that the knowledge does not give.</summary>
    Role,

    /// <summary>Another way of writing the holder's name.</summary>
    Name,
}

/// <summary>What a corpus suggests.</summary>
/// <param name="Person">The known person, for a role or a name.</param>
public sealed record Proposal(ProposalKind Kind, Candidate Candidate, Actor? Person);
