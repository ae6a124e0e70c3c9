using AngleSharp.Html.Parser;
using Demarche.Intake.Html;
using Demarche.Intake.Text;
using Demarche.Language;
using Markdig;

namespace Demarche.Intake.Readers;

/// <summary>A Markdown file: its first heading is the title, a front matter's <c>title</c>, <c>date</c> and <c>author</c> are taken.</summary>
internal sealed class MarkdownReader : IDocumentReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().DisableHtml().Build();

    public IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session)
    {
        var markdown = TextDecoder.Decode(source.ReadAll(session.Limits.DocumentBytes), source.Charset);
        var html = Foreign.Parse("damaged-markdown", "The Markdown", () => Markdown.ToHtml(markdown, Pipeline));
        MarkupDepth.Check(html);
        using var page = new HtmlParser().ParseDocument(html);
        var blocks = BlockText.Of(page.Body!);
        var front = FrontMatter(markdown);
        var title = front.GetValueOrDefault("title");
        if (title is null && blocks.Count > 1 && blocks[0].IsHeading)
        {
            title = blocks[0].Text;
            blocks.RemoveAt(0);
        }

        var text = string.Join("\n\n", blocks.Select(b => b.Text));
        if (text.Length == 0) throw new IntakeException("empty-text", "There is no text in it.", IntakeFailure.Invalid);
        var stated = DateText.Parse(front.GetValueOrDefault("date"));
        var date = stated ?? FileNameDate.Find(source.FileName);
        var document = new Document(Document.IdOf(text), text)
        {
            Title = title,
            Date = date,
            Publisher = front.GetValueOrDefault("publisher"),
            Url = front.GetValueOrDefault("url"),
        };
        yield return new IntakeDocument(document, source.Name, null)
        {
            Author = front.GetValueOrDefault("author"),
            DateBasis = stated is not null ? DateBasis.Record : date is not null ? DateBasis.FileName : null,
        };
    }

    /// <summary>The plain <c>key: value</c> lines between the two rules at the head of the file.</summary>
    private static Dictionary<string, string> FrontMatter(string markdown)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using var lines = new StringReader(markdown);
        if (lines.ReadLine()?.TrimEnd() != "---") return found;
        while (lines.ReadLine() is { } line && line.TrimEnd() != "---")
        {
            var colon = line.IndexOf(':');
            if (colon > 0 && RecordFields.Blank(line[(colon + 1)..].Trim().Trim('"', '\'')) is { } value) found.TryAdd(line[..colon].Trim(), value);
        }

        return found;
    }
}
