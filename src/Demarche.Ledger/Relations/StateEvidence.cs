using System.Collections.Frozen;

namespace Demarche.Ledger.Relations;

/// <summary>
/// Whether a measure is good enough a witness for the state of a relation: done by those who act for a state or an organisation, and
/// told in words that name the matter. An event that falls short here stays an event; only the state does not rest on it.
/// </summary>
internal static class StateEvidence
{
    private static readonly FrozenSet<string> ActForAState =
        new[] { "GOV", "MIL", "SPY", "COP", "JUD", "LEG", "ELI", "IGO" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Armed = new[] { "REB", "UAF", "SEP", "INS", "PAR" }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Bears(StateTopic topic, LedgerEvent e) =>
        e is { Source: { Country: not null } source, Target: { Country: not null } target, MeasureKind: { } kind }
        && ActsInTheMatter(topic, source) && (!topic.Common || ActsInTheMatter(topic, target))
        && IsWhereItCanBe(kind, e.Place, source, target) && IsOfAClub(kind, source, target) && IsNotForAFirm(kind, target) && StateWords.BearOut(kind, e.Sentence);

    // An embassy between two states stands in one of them; organisations have theirs anywhere.
    private static bool IsWhereItCanBe(string kind, LedgerPlace? place, LedgerParty source, LedgerParty target) =>
        kind is not ("mission_closed" or "mission_opened") || place?.Country is not { } country || country == source.Country || country == target.Country
        || IsOrganisation(source) || IsOrganisation(target);

    // States join and leave organisations; states are no members of one another, nor organisations of states.
    private static bool IsOfAClub(string kind, LedgerParty source, LedgerParty target) => kind switch
    {
        "membership_joined" or "membership_left" => !IsOrganisation(source) && IsOrganisation(target),
        "membership_suspended" => IsOrganisation(source) != IsOrganisation(target),
        _ => true,
    };

    // A firm's name in a gift ("vaccine of the firm X") is seldom whom the gift goes to.
    private static bool IsNotForAFirm(string kind, LedgerParty target) =>
        kind is not ("aid_granted" or "arms_supplied") || target.Sectors.IsDefaultOrEmpty || !target.Sectors.Contains("BUS");

    private static bool IsOrganisation(LedgerParty party) => !party.Sectors.IsDefaultOrEmpty && party.Sectors.Contains("IGO");

    // A bare country is its state; parties, firms and schools only live there. Armed groups deploy, talk and sign.
    private static bool ActsInTheMatter(StateTopic topic, LedgerParty party)
    {
        if (party.Sectors.IsDefaultOrEmpty) return true;
        foreach (var sector in party.Sectors)
            if (ActForAState.Contains(sector)) return true;
        return topic.ForArmedGroups && Armed.Contains(party.Sectors[0]);
    }
}
