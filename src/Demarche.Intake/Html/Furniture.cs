using AngleSharp.Dom;

namespace Demarche.Intake.Html;

/// <summary>
/// Takes furniture off a page before the article is looked for. An element goes where its tag, role or name calls it furniture,
/// unless it holds so much of the page's running text that the name must mean something else.
/// </summary>
internal static class Furniture
{
    private const double TooMuch = 0.25;

    public static void Remove(IElement root)
    {
        var total = 0;
        foreach (var p in root.GetElementsByTagName("p")) total += p.TextContent.Length;
        var doomed = new List<IElement>();
        Walk(root, total, doomed);
        foreach (var element in doomed) element.Remove();
    }

    private static void Walk(IElement element, int total, List<IElement> doomed)
    {
        foreach (var child in element.Children)
        {
            if (IsFurniture(child) && Carries(child, total) <= TooMuch) doomed.Add(child);
            else Walk(child, total, doomed);
        }
    }

    private static bool IsFurniture(IElement e)
    {
        switch (e.LocalName)
        {
            case "html" or "head" or "body" or "main" or "article" or "h1" or "p" or "em" or "strong" or "b" or "i" or "br" or "tr" or "td" or "th" or "tbody":
                return e.LocalName == "p" && FurnitureTokens.Names(e);
            case "nav" or "aside" or "footer" or "form" or "button" or "figcaption" or "dialog" or "iframe" or "select" or "svg":
                return true;
        }

        if (e.GetAttribute("role") is "navigation" or "complementary" or "contentinfo" or "dialog" or "alertdialog" or "search" or "menu" or "toolbar")
            return true;
        return FurnitureTokens.Names(e) && e.QuerySelector("h1, blockquote") is null;
    }

    private static double Carries(IElement element, int total)
    {
        if (total == 0) return 0;
        if (element.LocalName == "p") return 0;
        var inside = 0;
        foreach (var p in element.GetElementsByTagName("p")) inside += p.TextContent.Length;
        return (double)inside / total;
    }
}
