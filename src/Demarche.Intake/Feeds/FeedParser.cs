using AngleSharp.Html.Parser;
using CodeHollow.FeedReader;
using Demarche.Intake.Html;
using Demarche.Intake.Readers;
using Demarche.Intake.Text;

namespace Demarche.Intake.Feeds;

/// <summary>A feed as read.</summary>
internal sealed record ParsedFeed(string? Title, IReadOnlyList<ParsedItem> Items);

/// <summary>One item; its text is plain, its markup taken off.</summary>
/// <param name="Id">The item's own id, or its link; null where it has neither.</param>
internal sealed record ParsedItem(string? Id, Uri? Link, string? Title, DateOnly? Date, string? Author, string Text);

/// <summary>RSS, Atom and JSON Feed.</summary>
internal static class FeedParser
{
    /// <exception cref="IntakeException"><c>damaged-feed</c> or <c>xml-entities</c>.</exception>
    public static ParsedFeed Parse(string text)
    {
        var plain = SafeXml.WithoutDoctype(text.Trim().TrimStart('\uFEFF'));
        var feed = Foreign.Parse("damaged-feed", "The feed", () => FeedReader.ReadFromString(plain));
        return Foreign.Parse("damaged-feed", "The feed", () => new ParsedFeed(
            RecordFields.Blank(feed.Title), [.. (feed.Items ?? []).Where(i => i is not null).Select(Item)]));
    }

    private static ParsedItem Item(FeedItem item)
    {
        var link = Uri.TryCreate(item.Link, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") ? uri : null;
        var date = DateText.Parse(item.PublishingDateString)
            ?? (item.PublishingDate is { } d ? DateOnly.FromDateTime(d) : null);
        var body = string.IsNullOrWhiteSpace(item.Content) ? item.Description : item.Content;
        return new ParsedItem(
            RecordFields.Blank(item.Id) ?? link?.ToString(), link, Plain(item.Title), date, RecordFields.Blank(item.Author), Text(body));
    }

    private static string Text(string? markup)
    {
        if (string.IsNullOrWhiteSpace(markup)) return "";
        MarkupDepth.Check(markup);
        using var page = new HtmlParser().ParseDocument(markup);
        return page.Body is null ? "" : string.Join("\n\n", BlockText.Of(page.Body).Select(b => b.Text));
    }

    private static string? Plain(string? markup) => Text(markup).ReplaceLineEndings(" ") is { Length: > 0 } text ? text : null;
}
