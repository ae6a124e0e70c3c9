namespace Demarche.Ledger.Canonical;

/// <summary>Joining a body is told step by step, each by the name of the whole.</summary>
internal enum AccessionStage
{
    /// <summary>Told of as such.</summary>
    Joined,

    /// <summary>Asked for.</summary>
    Applied,

    /// <summary>Voted for, accepted or ratified.</summary>
    Approved,
}
