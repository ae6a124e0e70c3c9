using Demarche.Language;

namespace Demarche.Intake.Feeds;

/// <summary>By what an item is known again, in whatever feed it stands: its link without what only counts visitors.</summary>
internal static class ItemKey
{
    private static readonly string[] Counting = ["utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ocid", "at_medium", "at_campaign", "ref=", "rss="];

    public static string Of(ParsedItem item)
    {
        if (item.Link is not { } link) return item.Id ?? Document.IdOf(item.Title + "\n" + item.Text);
        var query = link.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !Counting.Any(c => p.StartsWith(c, StringComparison.OrdinalIgnoreCase)));
        var kept = string.Join('&', query);
        return $"{link.Authority.ToLowerInvariant()}{link.AbsolutePath.TrimEnd('/')}{(kept.Length > 0 ? "?" + kept : "")}";
    }
}
