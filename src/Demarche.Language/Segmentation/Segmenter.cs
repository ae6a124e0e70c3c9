namespace Demarche.Language.Segmentation;

/// <summary>
/// Splits running text into sentences and these into words, after the conventions of the English UD treebanks.
/// Tokens have offsets (UTF-16, into the text given), <see cref="TokenFlags"/> and <c>Head == -1</c>; no other field is set.
/// Safe for use by many threads at once; time is linear in the length of the text.
/// </summary>
public sealed class Segmenter
{
    [ThreadStatic]
    private static TokenBuffer? t_buffer;

    private Segmenter()
    {
    }

    public static Segmenter Load() => new();

    /// <summary>The sentences of a text in order; none is empty. Every character that is neither white space nor invisible is in a token.</summary>
    public IReadOnlyList<Token[]> Segment(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var buffer = t_buffer ??= new TokenBuffer();
        buffer.Clear();
        new Lexer(text, new Span(0, text.Length), buffer).Run();
        var sentences = new List<Token[]>(buffer.Count / 20 + 1);
        var start = 0;
        var lineStart = 0;
        for (var k = 0; k < buffer.Count; k++)
        {
            var last = k + 1 == buffer.Count;
            if (last || SentenceRules.IsEnd(text, buffer.Tokens, k, lineStart))
            {
                sentences.Add(buffer.Copy(start, k + 1));
                start = k + 1;
            }
            if (!last && Gaps.Between(text, buffer[k].End, buffer[k + 1].Start) >= GapKind.Line) lineStart = k + 1;
        }
        return sentences;
    }

    /// <summary>The words of one stretch of text, taken as one sentence. Empty where the stretch holds only white space.</summary>
    public Token[] Tokenize(string text, Span line)
    {
        ArgumentNullException.ThrowIfNull(text);
        var buffer = t_buffer ??= new TokenBuffer();
        buffer.Clear();
        new Lexer(text, line, buffer).Run();
        return buffer.Copy(0, buffer.Count);
    }
}
