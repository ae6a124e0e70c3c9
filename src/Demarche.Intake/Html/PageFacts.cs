using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Demarche.Intake.Html;

/// <summary>What the page says about its article, in its head and its structured data.</summary>
internal static class PageFacts
{
    private static readonly string[] DateMeta =
    [
        "article:published_time", "datepublished", "article:published", "og:published_time", "og:article:published_time", "parsely-pub-date", "publishdate",
        "publish-date", "publish_date", "publication_date", "publicationdate", "pubdate", "pub_date", "date", "dc.date", "dc.date.issued", "dcterms.date",
        "dcterms.created", "dcterms.issued", "sailthru.date", "article.published", "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "rbpubdate", "prism.publicationdate", "citation_publication_date", "citation_date", "bt:pubdate", "published-date",
        "published_at", "displaydate", "ptime", "created", "datecreated", "timestamp", "article:post_date", "article:create_time",
    ];

    private static readonly string[] LateDateMeta = ["article:modified_time", "og:updated_time", "lastmod", "last-modified", "datemodified", "dcterms.modified", "revised"];

    public static ExtractedArticle Of(IHtmlDocument document, Uri? address)
    {
        var meta = Meta(document);
        var data = StructuredData.Of(document);
        var canonical = Address(document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href")) ?? Address(One(meta, "og:url")) ?? address;
        var publisher = data.Publisher ?? One(meta, "og:site_name", "publisher", "dc.publisher", "application-name") ?? Host(canonical ?? address);
        var (date, basis) = Date(document, meta, data, canonical ?? address);
        return new ExtractedArticle("")
        {
            Title = WithoutSite(Title(document, meta, data), publisher),
            Date = date,
            DateBasis = basis,
            Author = Names(data.Author) ?? Names(One(meta, "author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl", "twitter:creator")),
            Publisher = publisher,
            Language = Language(document.DocumentElement.GetAttribute("lang") ?? One(meta, "language", "content-language", "og:locale", "dc.language")),
            Canonical = canonical,
            Entries = data.Entries,
        };
    }

    private static (DateOnly?, DateBasis?) Date(IHtmlDocument document, Dictionary<string, string> meta, StructuredData data, Uri? address)
    {
        if (data.Published is { } stated) return (stated, DateBasis.StructuredData);
        foreach (var name in DateMeta)
            if (meta.TryGetValue(name, out var value) && PageDate.Parse(value) is { } day) return (day, DateBasis.Meta);
        var visible = PageDate.Beside(document);
        var inUrl = PageDate.InAddress(address);
        if (visible is { } seen && (inUrl is null || Math.Abs(seen.DayNumber - inUrl.Value.DayNumber) <= 2)) return (seen, DateBasis.Page);
        if (inUrl is { } told) return (told, DateBasis.Url);
        foreach (var name in LateDateMeta)
            if (meta.TryGetValue(name, out var value) && PageDate.Parse(value) is { } day) return (day, DateBasis.Meta);
        return data.Modified is { } late ? (late, DateBasis.StructuredData) : (null, null);
    }

    private static string? Title(IHtmlDocument document, Dictionary<string, string> meta, StructuredData data)
    {
        var headings = document.GetElementsByTagName("h1");
        var og = One(meta, "og:title", "twitter:title", "dc.title");
        var title = data.Headline ?? (headings.Length == 1 ? Folded(headings[0].TextContent) : null) ?? og ?? Folded(document.Title);
        return title;
    }

    /// <summary>"Headline - The Post" is a headline and a publisher.</summary>
    private static string? WithoutSite(string? title, string? publisher)
    {
        if (title is null || publisher is null) return title;
        foreach (var mark in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — ", " :: "])
        {
            var at = title.LastIndexOf(mark, StringComparison.Ordinal);
            if (at <= 0) continue;
            var site = title[(at + mark.Length)..].Replace(" ", "", StringComparison.Ordinal);
            if (site.Equals(publisher.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) return title[..at].TrimEnd();
        }

        return title;
    }

    private static Dictionary<string, string> Meta(IHtmlDocument document)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var e in document.GetElementsByTagName("meta"))
        {
            var content = e.GetAttribute("content");
            if (string.IsNullOrWhiteSpace(content)) continue;
            foreach (var key in (ReadOnlySpan<string?>)[e.GetAttribute("property"), e.GetAttribute("name"), e.GetAttribute("itemprop"), e.GetAttribute("http-equiv")])
                if (!string.IsNullOrWhiteSpace(key)) found.TryAdd(key.Trim(), content.Trim());
        }

        return found;
    }

    private static string? One(Dictionary<string, string> meta, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (meta.TryGetValue(name, out var value) && Folded(value) is { } text) return text;
        return null;
    }

    private static Uri? Address(string? href) =>
        Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") ? uri : null;

    private static string? Names(string? author)
    {
        if (author is null || author.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return null;
        return author.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? author[3..].Trim() : author.TrimStart('@');
    }

    private static string? Host(Uri? address) =>
        address?.Host is { Length: > 0 } host ? (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host) : null;

    private static string? Language(string? tag) =>
        tag?.Trim().Split('-', '_')[0].ToLowerInvariant() is { Length: 2 } code && code.All(char.IsAsciiLetterLower) ? code : null;

    internal static string? Folded(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
