using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Demarche.Intake.Html;

/// <summary>SmartReader (the Readability algorithm) between two steps of our own: furniture off before, blocks weighed after.</summary>
internal sealed class SmartReaderExtractor : IArticleExtractor
{
    private static readonly Uri Nowhere = new("http://page.invalid/");

    public ExtractedArticle Extract(string html, Uri? address)
    {
        var document = new HtmlParser().ParseDocument(html);
        var facts = PageFacts.Of(document, address);
        Furniture.Remove(document.DocumentElement);
        IElement? found = null;
        using (var reader = new SmartReader.Reader((address ?? Nowhere).ToString(), document) { KeepClasses = true, DisableJSONLD = true })
        {
            reader.AddCustomOperationEnd(e => found = e);
            reader.GetArticle();
        }

        var blocks = found is null ? [] : BlockFilter.Keep(BlockText.Of(found), facts.Title);
        return facts with { Text = string.Join("\n\n", blocks.Select(b => b.Text)) };
    }
}
