namespace Demarche.Language.Segmentation;

/// <summary>Where a sentence ends, told from punctuation, letter case and line breaks alone.</summary>
internal static class SentenceRules
{
    /// <summary>Words that something must follow: a line that ends with one goes on.</summary>
    private static readonly WordSet Unfinished = new("""
        a an the this these those his her its their our my your every each no some any
        of in on at by for from to with into onto upon about against between among through during without within under over
        after before since until than as and or but nor that which who whom whose whether if because while although though
        is are was were be been being has have had will would shall should can could may might must not very more most
        """);

    /// <summary>Ends a sentence after the token at <paramref name="k"/>?</summary>
    /// <param name="lineStart">Index of the first token of the line that token k stands in.</param>
    public static bool IsEnd(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int k, int lineStart)
    {
        var last = tokens[k];
        var next = tokens[k + 1];
        var gap = Gaps.Between(text, last.End, next.Start);
        var closed = k;
        while (closed > lineStart && IsCloser(text, tokens, closed)) closed--;
        var terminal = EndsWithTerminal(text, tokens[closed]);
        if (gap == GapKind.None) return false;
        var first = text[next.Start];
        if (IsCloser(text, tokens, k + 1) && gap == GapKind.Space && terminal && next.End - next.Start == 1) return false;
        if (terminal) return EndsAtTerminal(text, tokens, closed, k, gap, first);
        if (gap is GapKind.Space) return false;
        if (char.IsLower(first)) return false;
        if (Unfinished.Contains(text[last.Start..last.End]) || text[last.End - 1] is ',' or '-' or '–' or '—' or '(' or '“') return false;
        var lineLength = last.End - tokens[lineStart].Start;
        return gap == GapKind.Line ? lineLength < 60 : !EndsAtOnce(text, tokens, k + 1) || lineLength < 60;
    }

    private static bool EndsAtTerminal(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int closed, int k, GapKind gap, char first)
    {
        var token = tokens[closed];
        var form = text[token.Start..token.End];
        if (gap == GapKind.Blank) return !char.IsLower(first) || form.Length == 1;
        if (char.IsLower(first)) return false;
        if (form.Length == 1 || form[^1] != '.') return closed == k || !char.IsLower(first);
        if (form[0] == '.') return char.IsUpper(first) || CharClass.IsOpening(first);
        var word = form[..^1];
        if (Abbreviations.IsLeading(word) || word.Length == 1) return false;
        var next = text[tokens[k + 1].Start..tokens[k + 1].End];
        return Starters.Contains(next) && char.IsUpper(first);
    }

    /// <summary>Words that, with a capital after an abbreviation, most likely open a sentence.</summary>
    private static readonly WordSet Starters = new("""
        the a an in on at it he she they we i this that these those there but and however if when while after as for his her
        their its our what who why how no not
        """);

    private static bool EndsAtOnce(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int k)
    {
        for (var i = k; i < tokens.Length && i < k + 3; i++)
            if (EndsWithTerminal(text, tokens[i])) return true;
        return false;
    }

    private static bool EndsWithTerminal(ReadOnlySpan<char> text, in Token token) => CharClass.IsTerminal(text[token.End - 1]);

    /// <summary>A closing quote or bracket: nothing but a closer stands between it and the word before.</summary>
    private static bool IsCloser(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int k)
    {
        var token = tokens[k];
        var c = text[token.Start];
        if (!CharClass.IsClosing(c)) return false;
        if (c is not ('"' or '\'' or '’')) return true;
        return k > 0 && tokens[k - 1].End == token.Start && (k + 1 == tokens.Length || tokens[k + 1].Start > token.End);
    }
}
