using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Demarche.Ledger.Measures;

/// <summary>The field in which a measure and its answer can be compared.</summary>
public enum MeasureField : byte
{
    Diplomacy,
    Economy,
    Borders,
    Military,
    Agreements,
    Talks,
    Aid,
    Membership,
}

/// <summary>What the ledger knows of a kind of measure.</summary>
/// <param name="Lifts">Kinds of the same sender towards the same target that it ends.</param>
/// <param name="Mutual">Often done by both sides at once: then the two are no exchange.</param>
public sealed record MeasureKind(string Name, MeasureField Field, bool Conflict, ImmutableArray<string> Lifts, bool Mutual)
{
    /// <summary>Comes in rounds, so that two near days are often two measures.</summary>
    public bool Repeats { get; init; }
}

/// <summary>The measure kinds of the contract.</summary>
public static class MeasureKinds
{
    private static readonly FrozenDictionary<string, MeasureKind> ByName = new MeasureKind[]
    {
        Against("diplomats_expelled", MeasureField.Diplomacy),
        Against("ambassador_expelled", MeasureField.Diplomacy),
        Against("ambassador_recalled", MeasureField.Diplomacy),
        Toward("ambassador_returned", MeasureField.Diplomacy, "ambassador_recalled", "ambassador_expelled"),
        Against("ambassador_summoned", MeasureField.Diplomacy) with { Repeats = true },
        Against("staff_withdrawn", MeasureField.Diplomacy),
        Against("accreditation_withdrawn", MeasureField.Diplomacy),
        Against("mission_closed", MeasureField.Diplomacy, "mission_opened"),
        Toward("mission_opened", MeasureField.Diplomacy, "mission_closed", "staff_withdrawn"),
        Against("relations_severed", MeasureField.Diplomacy, "relations_established") with { Mutual = true },
        Toward("relations_established", MeasureField.Diplomacy, "relations_severed", "relations_downgraded") with { Mutual = true },
        Against("relations_downgraded", MeasureField.Diplomacy),
        Toward("recognition_granted", MeasureField.Diplomacy, "recognition_withdrawn"),
        Against("recognition_withdrawn", MeasureField.Diplomacy, "recognition_granted"),
        Against("channel_closed", MeasureField.Diplomacy, "channel_opened") with { Mutual = true },
        Toward("channel_opened", MeasureField.Diplomacy, "channel_closed") with { Mutual = true },
        Against("sanctions_imposed", MeasureField.Economy) with { Repeats = true },
        Against("sanctions_extended", MeasureField.Economy) with { Repeats = true },
        Toward("sanctions_lifted", MeasureField.Economy, "sanctions_imposed", "sanctions_extended", "assets_frozen", "entry_banned"),
        Against("entry_banned", MeasureField.Economy) with { Repeats = true },
        Against("assets_frozen", MeasureField.Economy) with { Repeats = true },
        Against("trade_restricted", MeasureField.Economy, "trade_freed") with { Repeats = true },
        Toward("trade_freed", MeasureField.Economy, "trade_restricted") with { Mutual = true },
        Against("border_closed", MeasureField.Borders, "border_opened"),
        Toward("border_opened", MeasureField.Borders, "border_closed") with { Mutual = true },
        Against("airspace_closed", MeasureField.Borders) with { Repeats = true },
        Against("airspace_violated", MeasureField.Military) with { Repeats = true },
        Against("troops_deployed", MeasureField.Military) with { Repeats = true },
        Toward("troops_withdrawn", MeasureField.Military, "troops_deployed"),
        Against("alert_raised", MeasureField.Military) with { Repeats = true },
        Against("territory_annexed", MeasureField.Military),
        Toward("arms_supplied", MeasureField.Aid) with { Repeats = true },
        Toward("aid_granted", MeasureField.Aid, "aid_suspended") with { Repeats = true },
        Against("aid_suspended", MeasureField.Aid, "aid_granted"),
        Toward("agreement_signed", MeasureField.Agreements, "agreement_suspended") with { Mutual = true, Repeats = true },
        Against("agreement_suspended", MeasureField.Agreements, "agreement_signed"),
        Toward("talks_opened", MeasureField.Talks, "talks_suspended") with { Mutual = true, Repeats = true },
        Against("talks_suspended", MeasureField.Talks, "talks_opened") with { Mutual = true },
        Toward("membership_joined", MeasureField.Membership, "membership_left", "membership_suspended"),
        Against("membership_suspended", MeasureField.Membership),
        Against("membership_left", MeasureField.Membership, "membership_joined"),
    }.ToFrozenDictionary(k => k.Name, StringComparer.Ordinal);

    /// <summary>All kinds, by name.</summary>
    public static ImmutableArray<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    public static ImmutableArray<string> Conflictual { get; } =
        [.. ByName.Values.Where(k => k.Conflict).Select(k => k.Name).Order(StringComparer.Ordinal)];

    /// <summary>Null for a kind that is none of the contract's.</summary>
    public static MeasureKind? Find(string? name) => name is not null && ByName.TryGetValue(name, out var kind) ? kind : null;

    private static MeasureKind Against(string name, MeasureField field, params ImmutableArray<string> lifts) => new(name, field, true, lifts, false);

    private static MeasureKind Toward(string name, MeasureField field, params ImmutableArray<string> lifts) => new(name, field, false, lifts, false);
}
