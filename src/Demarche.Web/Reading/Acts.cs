using Demarche.Coding;

namespace Demarche.Web.Reading;

/// <summary>Acts and parties as the reader words them.</summary>
internal static class Acts
{
    /// <summary>"Belarus → Lithuania: mission closed".</summary>
    public static string Line(EventMention e) => $"{Who(e.Source)} → {Who(e.Target)}: {Act(e)}";

    public static string Who(EventParty? party) => party is null ? "?" : party.Actor.Name;

    /// <summary>"diplomats expelled (5)", or the label of the code.</summary>
    public static string Act(EventMention e)
    {
        if (e.Measure is not { } m) return e.Type.Label;
        var count = m.Range is { } r ? $" ({r.Low:N0}–{r.High:N0})" : m.Count is { } n ? $" ({n:N0})" : "";
        return Kind(m.Kind) + count;
    }

    public static string Kind(string kind) => kind.Replace('_', ' ');

    /// <summary>White space of all kinds made single spaces.</summary>
    public static string Plain(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
