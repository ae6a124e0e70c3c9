using System.Globalization;

namespace Demarche.Intake.Web;

/// <summary>A site's robots.txt, after RFC 9309: the longest rule that fits decides, and an allowing one wins a tie.</summary>
internal sealed class RobotsRules
{
    public static readonly RobotsRules AllowAll = new([], null);
    public static readonly RobotsRules DenyAll = new([(false, "/")], null);
    private readonly List<(bool Allow, string Path)> _rules;

    private RobotsRules(List<(bool Allow, string Path)> rules, TimeSpan? delay) => (_rules, Delay) = (rules, delay);

    /// <summary>Crawl-delay, where one is asked for.</summary>
    public TimeSpan? Delay { get; }

    public static RobotsRules Parse(string text, string agent)
    {
        var groups = new List<(List<string> Agents, List<(bool Allow, string Path)> Rules, TimeSpan? Delay)>();
        var open = false;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Split('#')[0];
            var colon = line.IndexOf(':');
            if (colon < 0) continue;
            var (key, value) = (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
            if (key == "user-agent")
            {
                if (!open) groups.Add(([], [], null));
                open = true;
                groups[^1].Agents.Add(value.ToLowerInvariant());
                continue;
            }

            if (groups.Count == 0) continue;
            open = false;
            if (key is "allow" or "disallow" && value.Length > 0) groups[^1].Rules.Add((key == "allow", value));
            if (key == "crawl-delay" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var s) && s is > 0 and < 3600)
                groups[^1] = groups[^1] with { Delay = TimeSpan.FromSeconds(s) };
        }

        var own = groups.Where(g => g.Agents.Contains(agent)).ToList();
        if (own.Count == 0) own = [.. groups.Where(g => g.Agents.Contains("*"))];
        return new RobotsRules([.. own.SelectMany(g => g.Rules)], own.Select(g => g.Delay).Max());
    }

    public bool Allows(Uri address)
    {
        var path = address.PathAndQuery;
        var best = (Length: -1, Allow: true);
        foreach (var (allow, rule) in _rules)
            if (Fits(rule, path) && (rule.Length > best.Length || (rule.Length == best.Length && allow))) best = (rule.Length, allow);
        return best.Allow;
    }

    /// <summary><c>*</c> stands for anything, <c>$</c> at the end for the path's end. Linear in the path but for its stars.</summary>
    private static bool Fits(string rule, string path)
    {
        var end = rule.EndsWith('$');
        var parts = (end ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            if (end && i == parts.Length - 1) return path.Length - at >= parts[i].Length && path.EndsWith(parts[i], StringComparison.Ordinal);
            var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + parts[i].Length;
        }

        return !end || at == path.Length;
    }
}
