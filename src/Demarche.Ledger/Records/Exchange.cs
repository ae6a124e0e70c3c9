using System.Collections.Immutable;

namespace Demarche.Ledger;

/// <summary>An act and its answer.</summary>
/// <param name="LagDays">Days from the act to the answer; 0 where the day of the act is not known.</param>
/// <param name="Told">True where a report says that the one answers the other; false where it was inferred.</param>
/// <param name="Proportion">Count of the answer over count of the act, where both are exact: 1 is eight for eight.</param>
/// <param name="Mirror">The answer is of the same kind.</param>
/// <param name="Confidence">0 to 1, see docs/ledger.md, "Exchanges".</param>
/// <param name="Reasons">Why they were joined, each with its weight.</param>
public sealed record Exchange(
    LedgerEvent Provocation,
    LedgerEvent Response,
    int LagDays,
    bool Told,
    double? Proportion,
    bool Mirror,
    double Confidence,
    ImmutableArray<string> Reasons)
{
    /// <summary>The mention whose cue words tell of the answer, where told.</summary>
    public string? CueMention { get; init; }
}

/// <summary>Exchanges in which each answer provokes the next: an escalation, or its unwinding.</summary>
public sealed record ExchangeLadder(ImmutableArray<Exchange> Steps)
{
    public LedgerEvent First => Steps[0].Provocation;

    public LedgerEvent Last => Steps[^1].Response;
}
