using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Names;

namespace Demarche.Coding.Mentions;

/// <summary>
/// Decides whom a bare surname means that no fuller mention has explained: somebody in high office on the document's day (on any day, where
/// the document has none), if all who bear it then are of one country.
/// </summary>
internal sealed class Surnames(ActorTable actors, int? day)
{
    // A person is still, or already, called to mind some weeks around the term.
    private const int Margin = 45;

    private static readonly HashSet<string> HighOffices =
    [
        "president", "prime-minister", "foreign-minister", "defence-minister", "monarch", "supreme-leader", "leader", "secretary-general", "vice-president",
        "opposition-leader", "first-minister", "high-representative", "head-of-junta", "crown-prince", "org-president", "european-council-president",
        "director-general", "party-leader", "chief-executive", "president-elect", "pope",
    ];

    /// <summary>Sets the unit's entry to the person meant.</summary>
    /// <returns>False where the surname tells nobody.</returns>
    public bool Settle(Unit unit)
    {
        var best = -1;
        string? country = null;
        var given = false;
        foreach (var sense in unit.Match.Senses)
        {
            if (sense.Kind != SenseKind.Name || (sense.Flags & SenseFlags.Surname) == 0) continue;
            var isGiven = (sense.Flags & SenseFlags.Implied) == 0;
            if (!isGiven && (given || !IsHigh(actors[sense.Entry]))) continue;
            if (isGiven && !given)
            {
                given = true;
                best = -1;
                country = null;
            }
            var own = CountryOf(actors[sense.Entry]);
            if (best >= 0 && own != country)
            {
                // Of several with the name in the knowledge, the one in office.
                if (!isGiven) return false;
                if (!IsHigh(actors[sense.Entry]) || IsHigh(actors[best])) continue;
            }
            else if (best >= 0)
            {
                continue;
            }
            best = sense.Entry;
            country = own;
        }
        if (best < 0) return false;
        unit.Entry = best;
        return true;
    }

    private bool IsHigh(Actor person)
    {
        foreach (var f in person.Facts)
        {
            if (f.Kind != FactKind.Role || !HighOffices.Contains(actors.Office(f.Other).Id)) continue;
            if (day is not { } d || (d >= f.From - Margin && (f.To == int.MaxValue || d < f.To + Margin))) return true;
        }
        return false;
    }

    private string? CountryOf(Actor person)
    {
        foreach (var f in person.Facts)
            if (f.Kind is FactKind.Role or FactKind.Country && actors[f.Value].Kind == ActorKind.State) return actors[f.Value].Id;
        return null;
    }
}
