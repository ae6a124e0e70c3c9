using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Knowledge;

namespace Demarche.Ledger.Canonical;

/// <summary>
/// What the parties say against two mentions of one block being one act. A block holds parties by country; within it may stand
/// different groups, regions and persons.
/// </summary>
internal static class PartyMatcher
{
    private static readonly ImmutableArray<string> StateSectors = ["GOV", "MIL", "SPY", "COP", "JUD", "LEG", "ELI"];

    private static readonly ImmutableArray<string> ContrarySectors = ["REB", "OPP", "UAF", "INS", "SEP", "CRM", "CVL", "RAD"];

    public static void Weigh(MentionFacts x, MentionFacts y, bool measure, bool repeats, ref EventMatcher.Sum sum)
    {
        var (source, target) = (x.Mention.Source?.Actor, x.Mention.Target?.Actor);
        var (otherSource, otherTarget) = (y.Mention.Source?.Actor, y.Mention.Target?.Actor);
        // Any minister may speak of a state's measure, but a governor's order is his own, and of two men killed each dies his own death.
        var own = !measure || target is null || source?.Country == target.Country;
        if (own && OtherPerson(source, otherSource)) sum.Differ(MatchWeights.OtherPerson, "by another person");
        if ((!measure || repeats) && OtherPerson(target, otherTarget)) sum.Differ(MatchWeights.OtherPerson, "to another person");
        else if (!measure && (IsUnnamed(target, otherTarget, y.Sentence) || IsUnnamed(otherTarget, target, x.Sentence))) sum.Differ(MatchWeights.VictimNotNamed, "to a person whom one does not name");
        if (OtherGroup(source, otherSource, x, y) || OtherGroup(target, otherTarget, x, y)) sum.Differ(MatchWeights.OtherGroup, "another group or region of the country");
    }

    public static bool Contrary(EventParty? x, EventParty? y) =>
        x is not null && y is not null && ((IsState(x.Actor) && IsContrary(y)) || (IsState(y.Actor) && IsContrary(x)));

    private static bool OtherPerson(ActorIdentity? x, ActorIdentity? y) =>
        x?.Person is { } a && y?.Person is { } b && !string.Equals(LastName(a), LastName(b), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a person stands on one side for whom the other report has only a country.</summary>
    private static bool IsUnnamed(ActorIdentity? person, ActorIdentity? other, string otherSentence) =>
        person is { Person: { } name } && !IsState(person) && other is { Person: null } && !otherSentence.Contains(LastName(name), StringComparison.OrdinalIgnoreCase);

    /// <summary>Two different groups, firms or regions of a country, unless each sentence names both ("Abkhazia and South Ossetia").</summary>
    private static bool OtherGroup(ActorIdentity? x, ActorIdentity? y, MentionFacts first, MentionFacts second) =>
        IsPart(x) && IsPart(y) && x!.ActorId != y!.ActorId
        && !(second.Sentence.Contains(LastName(x.Name), StringComparison.OrdinalIgnoreCase) && first.Sentence.Contains(LastName(y.Name), StringComparison.OrdinalIgnoreCase));

    private static bool IsPart(ActorIdentity? actor) =>
        actor is { ActorId: { } id, Country: not null, Person: null } && id != actor.Country && !IsState(actor);

    private static string LastName(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static bool IsState(ActorIdentity actor) => !actor.Sectors.IsDefaultOrEmpty && StateSectors.Contains(actor.Sectors[0]);

    private static bool IsContrary(EventParty party) => !party.Actor.Sectors.IsDefaultOrEmpty && ContrarySectors.Contains(party.Actor.Sectors[0]);
}
