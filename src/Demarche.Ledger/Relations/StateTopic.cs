using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

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

    private static readonly Regex Anything = new("");

    /// <summary>By kind, words of which one must stand in the sentence that tells of the measure.</summary>
    private static readonly FrozenDictionary<string, Regex> Witnesses = new (string Kinds, string Words)[]
    {
        ("diplomats_expelled staff_withdrawn", "diplomat|envoy|attach|consul|embass|ambassador|mission|spy|spies|intelligence"),
        ("ambassador_recalled ambassador_expelled ambassador_returned ambassador_summoned", "ambassador|envoy|diplomat|charg|high commissioner|nuncio|consul"),
        ("mission_closed mission_opened", "embass|consul|diplomatic mission|mission to|liaison|representat"),
        ("accreditation_withdrawn", "diplomat|accredit|credential|immunity|mission|envoy|consul"),
        ("relations_severed relations_downgraded relations_established", "diplomatic|normali|(sever|cut|br[eo]ak|suspend|establish|restor|resum)\\w*.{0,40}(ties|relations)"),
        ("recognition_granted recognition_withdrawn", "independen|sovereign|statehood|government|legitimate|republic|territor|capital|president|state of|as a state"),
        ("entry_banned", "visa|enter|entry|entrance|persona non grata|passport|blacklist"),
        ("assets_frozen", "asset|account|funds|property|reserves"),
        ("sanctions_imposed sanctions_extended sanctions_lifted", "sanction|embargo|blacklist|penalt|restriction|asset"),
        ("border_closed border_opened", "border|crossing|frontier|checkpoint"),
        ("airspace_closed airspace_violated", "airspace|flight|air space|aircraft|airline|planes?\\b|jets?\\b|drone"),
        ("troops_deployed troops_withdrawn", "troop|soldier|force|military|army|peacekeep|marines|navy|naval|warship|tanks?\\b|battalion|brigade|carrier|personnel"),
        ("membership_joined membership_left membership_suspended", "member|join|accession|accede|admit|readmit|withdr|leav|left|suspend|exit|quit"),
    }.SelectMany(w => w.Kinds.Split(' ').Select(kind => (kind, w.Words)))
        .ToFrozenDictionary(w => w.kind, w => new Regex(w.Words, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), StringComparer.Ordinal);

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

    /// <summary>What a sentence must hold to bear witness to a measure of a kind.</summary>
    public Regex WitnessOf(string kind) => Witnesses.GetValueOrDefault(kind, Anything);

    private static StateTopic Both(string name, double halfLife, params (string Kind, string State)[] moves) =>
        new(name, true, halfLife, moves.ToImmutableDictionary(m => m.Kind, m => m.State, StringComparer.Ordinal));

    private static StateTopic Each(string name, double halfLife, params (string Kind, string State)[] moves) =>
        new(name, false, halfLife, moves.ToImmutableDictionary(m => m.Kind, m => m.State, StringComparer.Ordinal));
}
