namespace Demarche.Intake.Html;

/// <summary>Takes the article out of a page. Safe for use by many threads at once.</summary>
internal interface IArticleExtractor
{
    /// <param name="html">The page's source, decoded.</param>
    /// <param name="address">Where it came from, if known.</param>
    /// <returns>Text is empty where the page holds no article.</returns>
    ExtractedArticle Extract(string html, Uri? address);
}

/// <summary>What a page says of its article. Absent parts are null.</summary>
/// <param name="Text">Blocks parted by an empty line, without furniture.</param>
internal sealed record ExtractedArticle(string Text)
{
    public string? Title { get; init; }

    public DateOnly? Date { get; init; }

    public DateBasis? DateBasis { get; init; }

    public string? Author { get; init; }

    public string? Publisher { get; init; }

    /// <summary>ISO 639-1, as declared by the page.</summary>
    public string? Language { get; init; }

    public Uri? Canonical { get; init; }

    /// <summary>Entries of a live blog, each with the time it states; empty for other pages.</summary>
    public IReadOnlyList<LiveEntry> Entries { get; init; } = [];
}

/// <summary>One entry of a live blog.</summary>
/// <param name="Text">The entry's text.</param>
/// <param name="Date">The day it states, or null.</param>
/// <param name="Title">Its headline, or null.</param>
internal sealed record LiveEntry(string Text, DateOnly? Date, string? Title);
