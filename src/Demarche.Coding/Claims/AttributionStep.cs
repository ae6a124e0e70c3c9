using Demarche.Language;

namespace Demarche.Coding.Claims;

/// <summary>Tells on whose word an event stands: the innermost claim whose content holds its trigger.</summary>
public static class AttributionStep
{
    /// <returns><see cref="Attribution.None"/> where the narrator tells it.</returns>
    public static Attribution Of(Span trigger, IReadOnlyList<Claim> claims)
    {
        Claim? inner = null;
        var asserted = true;
        Span? via = null;
        foreach (var c in claims)
        {
            if (c.Content.Start > trigger.Start) break;
            if (!c.Content.Contains(trigger) || c.Cue is { } cue && cue.Overlaps(trigger) || c.Withheld) continue;
            // What somebody only claims that somebody announced is no more certain for it.
            asserted &= c.Asserted;
            via ??= c.Via;
            if (inner is null || IsNearer(c, inner)) inner = c;
        }

        if (inner is null) return Attribution.None;
        // "Norland plans to leave, the minister said": that it plans so is told on the minister's word.
        var speaker = inner.Source is { } source && !inner.Speakers.IsDefaultOrEmpty ? new EventParty(source, inner.Speakers[0]) : null;
        return new Attribution(speaker, inner.Cue) { Asserted = asserted, Via = inner.Via ?? via };
    }

    // One that names nobody does not outweigh a plan.
    private static bool IsNearer(Claim c, Claim than) => IsPlan(c) == IsPlan(than) || (IsPlan(c) ? than : c).Source is null ? c.Content.Length < than.Content.Length : IsPlan(than);

    private static bool IsPlan(Claim c) => c.CueClass is "promises" or "wants";
}
