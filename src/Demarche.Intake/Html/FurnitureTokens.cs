using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Demarche.Intake.Html;

/// <summary>Which words in class and id attributes call an element furniture: what stands around an article on every page.</summary>
internal static class FurnitureTokens
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "ad", "ads", "advert", "adverts", "advertisement", "advertising", "adbox", "adslot", "advertorial", "sponsor", "sponsored", "sponsorship",
        "caption", "captions", "figcaption", "credit", "credits", "photocredit",
        "related", "relatedposts", "recommend", "recommended", "recommendation", "recommendations", "trending", "popular", "mostread", "mostpopular",
        "readmore", "morenews", "seealso", "teaser", "teasers", "promo", "promos", "promotion", "promobox", "upsell", "crosslink", "crosspromo",
        "share", "shares", "sharing", "sharebar", "sharetools", "social", "socials", "socialshare", "sharedaddy", "addthis", "follow", "followus",
        "newsletter", "newsletters", "subscribe", "subscription", "signup", "optin", "mailchimp", "donate", "donation", "membership",
        "comment", "comments", "disqus", "respond", "discussion", "livefyre",
        "cookie", "cookies", "consent", "gdpr", "privacy", "disclaimer", "copyright",
        "nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "pagination", "pager", "toolbar",
        "sidebar", "aside", "rail", "widget", "widgets", "outbrain", "taboola", "footer", "masthead",
        "author", "bio", "authorbio", "aboutauthor", "authorbox", "authors", "byline", "bylines", "tags", "taglist", "topics", "keywords",
        "pullquote", "modal", "popup", "overlay", "tooltip", "popover", "hovercard", "rollover", "dropdown", "lightbox", "gallery", "slideshow", "carousel", "videoplayer",
        "skip", "hidden", "invisible", "sr", "print", "noprint", "timestamp", "pubdate", "dateline", "metadata", "postmeta", "infobox",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Pairs of neighbouring words that call furniture what neither does alone.</summary>
    private static readonly FrozenSet<string> Pairs = new[]
    {
        "read more", "read next", "more stories", "more from", "more on", "also read", "see also", "most read", "most popular", "up next",
        "author bio", "author info", "author box", "author card", "author description", "about author", "author profile", "post meta", "entry meta", "article meta",
        "sign up", "also like", "video player", "audio player", "media player", "reading time", "read time", "you may", "might like", "call to", "tag list", "post tags", "article tags", "entry tags", "image description", "photo credit", "image source", "media description",
        "link list", "inline links", "story links", "article footer", "entry footer", "post footer", "share this", "visually hidden", "screen reader", "back top",
        "pull quote", "key points", "top stories", "latest news", "editors picks", "article tools", "page tools", "story tools", "inline story", "rich link",
        "next article", "previous article", "next post", "previous post", "post navigation", "article topics",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words of a name that never make furniture of what carries them: layout switches set on the page's own containers.</summary>
    private static readonly FrozenSet<string> Layout = new[] { "has", "with", "no", "without", "is", "show", "hide", "js" }
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool Names(IElement element) => Named(element.ClassName) || Named(element.Id);

    private static bool Named(string? names)
    {
        if (string.IsNullOrEmpty(names)) return false;
        foreach (var range in names.AsSpan().Split(' '))
            if (Furniture(names.AsSpan(range))) return true;
        return false;
    }

    /// <summary>One class or id, split at hyphens, underscores, digits and humps.</summary>
    private static bool Furniture(ReadOnlySpan<char> name)
    {
        if (name.Length is < 2 or > 80) return false;
        var words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        var pairs = Pairs.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[168];
        int previous = -1, start = 0, length = 0, seen = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var c = i < name.Length ? name[i] : '-';
            var letter = char.IsAsciiLetter(c);
            if (letter && !(i > 0 && char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(name[i - 1])))
            {
                buffer[length++] = char.ToLowerInvariant(c);
                continue;
            }

            if (length > start)
            {
                var word = buffer[start..length];
                if (seen++ == 0 && Layout.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return false;
                if (words.Contains(word)) return true;
                if (previous >= 0 && pairs.Contains(buffer[previous..length])) return true;
                previous = start;
                buffer[length++] = ' ';
                start = length;
            }

            if (letter) buffer[length++] = char.ToLowerInvariant(c);
        }

        return false;
    }
}
