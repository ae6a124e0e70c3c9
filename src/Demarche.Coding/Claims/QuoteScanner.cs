using Demarche.Language;

namespace Demarche.Coding.Claims;

/// <summary>A stretch in quotation marks, marks included, within one paragraph.</summary>
/// <param name="Closed">False where the paragraph ends before the mark does, as when a quotation runs on.</param>
internal readonly record struct Quotation(Span Span, int Paragraph, bool Closed);

/// <summary>Finds quotations by their marks: curly, straight, doubled backticks, guillemets, low-high. Apostrophes are left alone.</summary>
internal static class QuoteScanner
{
    /// <summary>A paragraph ends at a line break that a sentence's end or an empty line makes one; the offsets at which paragraphs start come with it.</summary>
    public static List<Quotation> Scan(string text, List<int> paragraphs)
    {
        var found = new List<Quotation>();
        var open = -1;
        var close = '\0';
        paragraphs.Add(0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                if (!IsParagraphEnd(text, i)) continue;
                if (open >= 0) Add(found, open, TrimEnd(text, open, i), paragraphs.Count - 1, false);
                open = -1;
                paragraphs.Add(i + 1);
                continue;
            }

            var width = MarkWidth(text, i, out var kind);
            if (width == 0) continue;
            if (open < 0)
            {
                // A closing mark where only an opening one can stand is a slip of the keyboard, or Danish and German use (»…«).
                if (kind == Mark.Close && !(c is '”' or '»' && (i == 0 || char.IsWhiteSpace(text[i - 1])) && i + 1 < text.Length && char.IsLetter(text[i + 1]))) continue;
                open = i;
                close = CloserOf(c);
            }
            else if (c == '“' && close == '”' && !char.IsWhiteSpace(text[i - 1]) && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])))
            {
                // „…“ as Germans write, and “…“ by a slip.
                Add(found, open, i + width, paragraphs.Count - 1, true);
                open = -1;
            }
            else if (kind == Mark.Open && c != '"' && !(close == c))
            {
                // A second opening mark: the first was never closed. Begin again.
                open = i;
                close = CloserOf(c);
            }
            else if (c == close || (close == '\'' && width == 2 && c == '\'') || (close == '”' && c == '"') || (c == '”' && close == '"'))
            {
                Add(found, open, i + width, paragraphs.Count - 1, true);
                open = -1;
            }

            i += width - 1;
        }

        if (open >= 0) Add(found, open, TrimEnd(text, open, text.Length), paragraphs.Count - 1, false);
        return found;
    }

    private enum Mark : byte
    {
        Either,
        Open,
        Close,
    }

    private static int MarkWidth(string text, int i, out Mark kind)
    {
        kind = Mark.Either;
        switch (text[i])
        {
            case '"' or '＂':
                return 1;
            case '“' or '«' or '„' or '‟' or '‹' or '「' or '『' or '❝' or '〝':
                kind = Mark.Open;
                return 1;
            case '”' or '»' or '›' or '」' or '』' or '❞' or '〞' or '〟':
                kind = Mark.Close;
                return 1;
            case '`' when i + 1 < text.Length && text[i + 1] == '`':
                kind = Mark.Open;
                return 2;
            case '\'' when i + 1 < text.Length && text[i + 1] == '\'':
                return 2;
            default:
                return 0;
        }
    }

    private static char CloserOf(char open) => open switch
    {
        '“' or '„' or '‟' or '”' => '”',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '「' => '」',
        '『' => '』',
        '❝' => '❞',
        '〝' => '〞',
        '`' or '\'' => '\'',
        _ => open,
    };

    // Scraped text breaks lines inside sentences: only a break after an end, or an empty line, ends a paragraph.
    private static bool IsParagraphEnd(string text, int i)
    {
        if (i + 1 < text.Length && text[i + 1] is '\n' or '\r') return true;
        var p = i - 1;
        while (p >= 0 && text[p] is ' ' or '\r' or '\t') p--;
        return p < 0 || text[p] is '.' or '!' or '?' or '"' or '”' or '’' or '\n' or ':' or '»';
    }

    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start + 1 && char.IsWhiteSpace(text[end - 1])) end--;
        return end;
    }

    private static void Add(List<Quotation> found, int start, int end, int paragraph, bool closed)
    {
        if (end > start + 1) found.Add(new Quotation(new Span(start, end), paragraph, closed));
    }
}
