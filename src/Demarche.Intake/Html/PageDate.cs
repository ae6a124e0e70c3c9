using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Demarche.Intake.Text;

namespace Demarche.Intake.Html;

/// <summary>Dates that stand on a page or in its address.</summary>
internal static partial class PageDate
{
    public static DateOnly? Parse(string value)
    {
        if (DateText.Parse(value) is { } day) return day;
        return value.Length is 10 or 13 && long.TryParse(value, out var epoch) ? DateText.FromEpoch(epoch) : null;
    }

    /// <summary>The first date that a <c>time</c> element, or a line whose name says it is a date, states.</summary>
    public static DateOnly? Beside(IHtmlDocument document)
    {
        foreach (var e in document.QuerySelectorAll("[itemprop=datePublished], time[pubdate], article time, main time, header time, time"))
        {
            if (e.GetAttribute("datetime") is { } stamp && Parse(stamp) is { } day) return day;
            if (e.GetAttribute("content") is { } content && Parse(content) is { } given) return given;
            if (e.TextContent.Length < 120 && DateText.Parse(e.TextContent) is { } told) return told;
        }

        foreach (var e in document.QuerySelectorAll(
            "[class*=date],[class*=Date],[class*=publish],[class*=Publish],[class*=timestamp],[class*=posted],[class*=byline],[class*=meta],[id*=date],[id*=publish]"))
            if (e.TextContent.Length < 200 && DateText.Parse(e.TextContent) is { } day) return day;
        return AfterHeadline(document);
    }

    /// <summary>The first full date in the short lines that follow the headline, before the text begins.</summary>
    private static DateOnly? AfterHeadline(IHtmlDocument document)
    {
        var headline = document.QuerySelector("h1") ?? document.QuerySelector("h2");
        if (headline is null) return null;
        var looked = 0;
        for (INode? node = headline; node is not null && looked < 40; node = Next(node))
        {
            if (node is not IText { Length: >= 8 } text || text.ParentElement is { LocalName: "script" or "style" }) continue;
            looked++;
            if (text.Length > 160) continue;
            var stamp = Stamp().Match(text.Data);
            if ((stamp.Success ? DateText.Parse(stamp.Value) : DateText.Parse(text.Data)) is { } day) return day;
        }

        return null;
    }

    private static INode? Next(INode node)
    {
        if (node.FirstChild is { } child) return child;
        for (INode? n = node; n is not null; n = n.Parent)
            if (n.NextSibling is { } next) return next;
        return null;
    }

    /// <summary>The day that the path states, as /2019/11/20/ or 2019-11-20; one without its day is not a date.</summary>
    public static DateOnly? InAddress(Uri? address)
    {
        if (address is null) return null;
        var m = Path().Match(address.AbsolutePath);
        if (!m.Success) return null;
        var text = m.Groups[2].Value is [>= '0' and <= '9', ..]
            ? $"{m.Groups[1].Value}-{m.Groups[2].Value.PadLeft(2, '0')}-{m.Groups[3].Value.PadLeft(2, '0')}"
            : $"{m.Groups[3].Value} {m.Groups[2].Value} {m.Groups[1].Value}";
        return DateText.Parse(text);
    }

    [GeneratedRegex(@"(?<![0-9])(19|20)[0-9]{2}[-./](0[1-9]|1[0-2])[-./][0-3][0-9](?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex(
        @"(?<![0-9])((?:19|20)[0-9]{2})[-/_]?((?:0?[1-9]|1[0-2])|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[-/_]?([0-3]?[0-9])(?![0-9])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Path();
}
