using System.Text.Json;
using AngleSharp.Html.Dom;
using Demarche.Intake.Text;

namespace Demarche.Intake.Html;

/// <summary>What a page's schema.org JSON-LD says of its article.</summary>
internal sealed record StructuredData
{
    private static readonly StructuredData None = new();

    public DateOnly? Published { get; init; }

    public DateOnly? Modified { get; init; }

    public string? Headline { get; init; }

    public string? Author { get; init; }

    public string? Publisher { get; init; }

    /// <summary>Updates of a live blog that carry their text.</summary>
    public IReadOnlyList<LiveEntry> Entries { get; init; } = [];

    public static StructuredData Of(IHtmlDocument document)
    {
        var best = None;
        foreach (var script in document.GetElementsByTagName("script"))
        {
            if (script.GetAttribute("type") is not { } type || !type.Trim().Equals("application/ld+json", StringComparison.OrdinalIgnoreCase)) continue;
            try
            {
                using var json = JsonDocument.Parse(
                    script.TextContent.Trim().TrimEnd(';'), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                best = Merge(best, Search(json.RootElement, 0));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // Many pages carry JSON-LD that is not JSON; the page's other signs are used then.
                continue;
            }
        }

        return best;
    }

    private static StructuredData Search(JsonElement node, int depth)
    {
        if (depth > 6) return None;
        var found = None;
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray()) found = Merge(found, Search(item, depth + 1));
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (IsArticle(node))
                found = new StructuredData
                {
                    Published = Date(node, "datePublished") ?? Date(node, "dateCreated") ?? Date(node, "uploadDate"),
                    Modified = Date(node, "dateModified"),
                    Headline = Text(node, "headline"),
                    Author = Name(node, "author"),
                    Publisher = Name(node, "publisher"),
                    Entries = Updates(node),
                };
            foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "hasPart"])
                if (node.TryGetProperty(name, out var inner)) found = Merge(found, Search(inner, depth + 1));
        }

        return found;
    }

    private static List<LiveEntry> Updates(JsonElement node)
    {
        var entries = new List<LiveEntry>();
        if (!node.TryGetProperty("liveBlogUpdate", out var updates) || updates.ValueKind != JsonValueKind.Array) return entries;
        foreach (var update in updates.EnumerateArray())
            if (update.ValueKind == JsonValueKind.Object && Text(update, "articleBody") is { } body)
                entries.Add(new LiveEntry(body, Date(update, "datePublished"), Text(update, "headline")));
        return entries;
    }

    private static bool IsArticle(JsonElement node)
    {
        if (!node.TryGetProperty("@type", out var type)) return node.TryGetProperty("datePublished", out _);
        if (type.ValueKind == JsonValueKind.Array) return type.EnumerateArray().Any(Fits);
        return Fits(type);

        static bool Fits(JsonElement t) => t.ValueKind == JsonValueKind.String && t.GetString() is { } s
            && (s.EndsWith("Article", StringComparison.Ordinal) || s.EndsWith("Posting", StringComparison.Ordinal)
                || s is "Report" or "WebPage" or "CreativeWork" or "LiveBlogPosting" or "Review" or "VideoObject");
    }

    private static StructuredData Merge(StructuredData a, StructuredData b) => new()
    {
        Published = a.Published ?? b.Published,
        Modified = a.Modified ?? b.Modified,
        Headline = a.Headline ?? b.Headline,
        Author = a.Author ?? b.Author,
        Publisher = a.Publisher ?? b.Publisher,
        Entries = a.Entries.Count > 0 ? a.Entries : b.Entries,
    };

    private static DateOnly? Date(JsonElement node, string name) => Text(node, name) is { } text ? PageDate.Parse(text) : null;

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String ? PageFacts.Folded(System.Net.WebUtility.HtmlDecode(v.GetString())) : null;

    private static string? Name(JsonElement node, string name)
    {
        if (!node.TryGetProperty(name, out var v)) return null;
        return v.ValueKind switch
        {
            JsonValueKind.String => PageFacts.Folded(v.GetString()),
            JsonValueKind.Object => Text(v, "name"),
            JsonValueKind.Array => PageFacts.Folded(string.Join(", ", v.EnumerateArray()
                .Select(a => a.ValueKind == JsonValueKind.String ? a.GetString() : a.ValueKind == JsonValueKind.Object ? Text(a, "name") : null)
                .Where(s => !string.IsNullOrWhiteSpace(s)))),
            _ => null,
        };
    }
}
