using System.Text;
using System.Text.RegularExpressions;
using Demarche.Intake.Text;
using Demarche.Language;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Demarche.Intake.Readers;

/// <summary>A PDF with a text layer. Lines are joined to paragraphs, words parted at a line's end are made whole.</summary>
internal sealed partial class PdfReader : IDocumentReader
{
    private const int MostPages = 2000;

    public IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session)
    {
        var bytes = source.ReadAll(session.Limits.DocumentBytes);
        var (pages, title, author) = Foreign.Parse("damaged-pdf", "The PDF", () => Pages(bytes, session.Limits));
        var text = Paragraphs(WithoutRunningLines(pages));
        if (text.Length == 0)
            throw new IntakeException(
                "no-text-layer", "The PDF has no text, only pictures of it. Run it through a text recogniser first.", IntakeFailure.Invalid);
        var date = FileNameDate.Find(source.FileName);
        yield return new IntakeDocument(new Document(Document.IdOf(text), text) { Title = title, Date = date }, source.Name, null)
        {
            Author = author,
            DateBasis = date is null ? null : DateBasis.FileName,
        };
    }

    private static (List<string[]> Pages, string? Title, string? Author) Pages(byte[] bytes, IntakeLimits limits)
    {
        using var pdf = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        var pages = new List<string[]>();
        long length = 0;
        for (var n = 1; n <= Math.Min(pdf.NumberOfPages, MostPages); n++)
        {
            var text = ContentOrderTextExtractor.GetText(pdf.GetPage(n), addDoubleNewline: true);
            if ((length += text.Length) > limits.DocumentBytes) throw IntakeException.TooLarge(limits.DocumentBytes);
            pages.Add(text.Replace("\0", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.TrimEntries));
        }

        return (pages, RecordFields.Blank(pdf.Information.Title), RecordFields.Blank(pdf.Information.Author));
    }

    /// <summary>A first or last line that most pages share, figures aside, is a running head or foot.</summary>
    private static IEnumerable<string> WithoutRunningLines(List<string[]> pages)
    {
        var heads = Shared(pages, p => p.FirstOrDefault(l => l.Length > 0));
        var feet = Shared(pages, p => p.LastOrDefault(l => l.Length > 0));
        foreach (var page in pages)
        {
            var first = Array.FindIndex(page, l => l.Length > 0);
            var last = Array.FindLastIndex(page, l => l.Length > 0);
            for (var i = 0; i < page.Length; i++)
            {
                if (i == first && heads.Contains(Key(page[i]))) continue;
                if (i == last && (feet.Contains(Key(page[i])) || PageNumber().IsMatch(page[i]))) continue;
                yield return page[i];
            }
        }
    }

    private static HashSet<string> Shared(List<string[]> pages, Func<string[], string?> line) =>
        pages.Count < 3
            ? []
            : [.. pages.Select(line).OfType<string>().GroupBy(Key).Where(g => g.Count() * 2 > pages.Count).Select(g => g.Key)];

    private static string Key(string line) => Figures().Replace(line, "#");

    private static string Paragraphs(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        var parted = true;
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                parted = true;
                continue;
            }

            if (text.Length > 0)
            {
                var broken = text[^1] == '-' && text.Length > 1 && char.IsLetter(text[^2]) && char.IsLower(line[0]);
                if (broken) text.Length--;
                else if (parted && (".!?:”\"’)".Contains(text[^1], StringComparison.Ordinal) || char.IsUpper(line[0]))) text.Append("\n\n");
                else text.Append(' ');
            }

            text.Append(line);
            parted = false;
        }

        return text.ToString();
    }

    [GeneratedRegex(@"^\W*(page\s*)?\d{1,4}(\s*(of|/)\s*\d{1,4})?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
