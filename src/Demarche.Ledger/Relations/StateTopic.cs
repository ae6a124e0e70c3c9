using System.Collections.Immutable;

namespace Demarche.Ledger.Relations;

/// <summary>One matter of the state of a relation, and the measures that move it.</summary>
/// <param name="Moves">Measure kind → the state that it brings about.</param>
/// <param name="Common">True where either side's measure moves one common state; false where each side has its own.</param>
/// <param name="HalfLifeDays">After so long without news, half as sure.</param>
/// <param name="Sums">The kind whose counts are summed, if any.</param>
internal sealed record StateTopic(
    string Name, bool Common, double HalfLifeDays, ImmutableDictionary<string, string> Moves, string? Sums = null)
{
    private const double Year = 365.25;

    /// <summary>Whether armed groups move it as states do.</summary>
    public bool ForArmedGroups { get; private init; }

    /// <summary>In the order in which they are shown.</summary>
    public static ImmutableArray<StateTopic> All { get; } =
    [
        Both("relations", 12 * Year, ("relations_severed", "severed"), ("relations_downgraded", "downgraded"), ("relations_established", "established")),
        Each("recognition", 20 * Year, ("recognition_granted", "granted"), ("recognition_withdrawn", "withdrawn")),
        Each("mission", 8 * Year, ("mission_closed", "closed"), ("mission_opened", "open"), ("staff_withdrawn", "staff_reduced")),
        Each("ambassador", 1.5 * Year, ("ambassador_recalled", "recalled"), ("ambassador_expelled", "other_side_expelled"), ("ambassador_returned", "in_post")),
        Each("ambassador_summoned", 1 * Year, ("ambassador_summoned", "summoned")),
        Each("diplomats_expelled", 4 * Year, ("diplomats_expelled", "expelled")) with { Sums = "diplomats_expelled" },
        Each("accreditation", 4 * Year, ("accreditation_withdrawn", "withdrawn")),
        Both("channels", 4 * Year, ("channel_closed", "closed"), ("channel_opened", "open")),
        Each("sanctions", 5 * Year, ("sanctions_imposed", "in_force"), ("sanctions_extended", "in_force"), ("sanctions_lifted", "lifted")),
        Each("entry_and_assets", 5 * Year, ("entry_banned", "banned"), ("assets_frozen", "frozen"), ("sanctions_lifted", "lifted")),
        Each("trade", 4 * Year, ("trade_restricted", "restricted"), ("trade_freed", "freed")),
        Both("agreements", 6 * Year, ("agreement_signed", "signed"), ("agreement_suspended", "suspended")) with { ForArmedGroups = true },
        Each("border", 2 * Year, ("border_closed", "closed"), ("border_opened", "open")),
        Each("airspace", 2 * Year, ("airspace_closed", "closed"), ("airspace_violated", "violated")),
        Each("troops", 2 * Year, ("troops_deployed", "deployed"), ("troops_withdrawn", "withdrawn")) with { ForArmedGroups = true },
        Each("alert", 0.5 * Year, ("alert_raised", "raised")),
        Each("territory", 20 * Year, ("territory_annexed", "annexed")),
        Each("aid", 2 * Year, ("aid_granted", "granted"), ("aid_suspended", "suspended")),
        Each("arms", 2 * Year, ("arms_supplied", "supplied")),
        Each("membership", 20 * Year, ("membership_joined", "joined"), ("membership_suspended", "suspended"), ("membership_left", "left")),
        Both("talks", 0.5 * Year, ("talks_opened", "open"), ("talks_suspended", "suspended")) with { ForArmedGroups = true },
    ];

    private static StateTopic Both(string name, double halfLife, params (string Kind, string State)[] moves) =>
        new(name, true, halfLife, moves.ToImmutableDictionary(m => m.Kind, m => m.State, StringComparer.Ordinal));

    private static StateTopic Each(string name, double halfLife, params (string Kind, string State)[] moves) =>
        new(name, false, halfLife, moves.ToImmutableDictionary(m => m.Kind, m => m.State, StringComparer.Ordinal));
}
