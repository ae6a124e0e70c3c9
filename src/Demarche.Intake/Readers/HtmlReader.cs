using Demarche.Intake.Html;
using Demarche.Intake.Text;
using Demarche.Language;

namespace Demarche.Intake.Readers;

/// <summary>A saved or fetched page: its article, or the dated entries of its live blog.</summary>
internal sealed class HtmlReader(IArticleExtractor extractor) : IDocumentReader
{
    public IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session)
    {
        var html = TextDecoder.DecodePage(source.ReadAll(session.Limits.DocumentBytes), source.Charset);
        MarkupDepth.Check(html);
        var article = extractor.Extract(html, source.Address);
        if (session.Options.SplitLiveBlogs && article.Entries.Count > 1)
        {
            for (var i = 0; i < article.Entries.Count; i++)
                yield return Result(article, article.Entries[i], $"{source.Name}!/entry-{i + 1}");
            yield break;
        }

        if (article.Text.Length == 0)
            throw new IntakeException("no-article", "No article was found in the page.", IntakeFailure.Invalid);
        yield return Result(article, new LiveEntry(article.Text, article.Date, article.Title), source.Name);
    }

    internal static IntakeDocument Result(ExtractedArticle article, LiveEntry part, string input)
    {
        var document = new Document(Document.IdOf(part.Text), part.Text)
        {
            Date = part.Date ?? article.Date,
            Title = part.Title ?? article.Title,
            Publisher = article.Publisher,
            Url = article.Canonical?.ToString(),
            Language = article.Language,
        };
        return new IntakeDocument(document, input, null)
        {
            Author = article.Author,
            DateBasis = part.Date is not null && part.Date != article.Date ? DateBasis.StructuredData : article.DateBasis,
        };
    }
}
