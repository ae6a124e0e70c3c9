namespace Demarche.Language.Syntax;

/// <summary>A run of one sentence's tokens that is parsed as a tree of its own.</summary>
internal readonly record struct Piece(string Text, Token[] Sentence, int First, int Count)
{
    public Span<Token> Tokens => Sentence.AsSpan(First, Count);
}

/// <summary>Cuts sentences that are too long to parse whole, at punctuation where there is any, and joins the pieces' trees.</summary>
internal static class SentencePieces
{
    public static void Split(string text, Token[] sentence, int window, List<Piece> pieces)
    {
        var first = 0;
        while (sentence.Length - first > window)
        {
            var cut = Cut(text, sentence, first, window);
            pieces.Add(new Piece(text, sentence, first, cut - first));
            first = cut;
        }
        if (first < sentence.Length) pieces.Add(new Piece(text, sentence, first, sentence.Length - first));
    }

    /// <summary>Heads become indices in the whole sentence; the root of each later piece hangs on the first root as a parataxis.</summary>
    public static void Join(List<Piece> pieces)
    {
        var root = -1;
        foreach (var piece in pieces)
        {
            if (piece.First == 0) root = -1;
            for (var i = piece.First; i < piece.First + piece.Count; i++)
            {
                ref var t = ref piece.Sentence[i];
                if (t.Head >= 0)
                {
                    t.Head += piece.First;
                }
                else if (root < 0)
                {
                    root = i;
                }
                else
                {
                    t.Head = root;
                    t.Deprel = Deprel.Parataxis;
                }
            }
        }
    }

    /// <summary>After the last semicolon, else comma, in the second half of the window; else in its middle of nowhere.</summary>
    private static int Cut(string text, Token[] sentence, int first, int window)
    {
        var comma = -1;
        for (var i = first + window - 1; i >= first + window / 2; i--)
        {
            var form = sentence[i].Span.In(text);
            if (form is ";" or ":" or "." or "!" or "?") return i + 1;
            if (comma < 0 && form is ",") comma = i;
        }
        return comma < 0 ? first + window : comma + 1;
    }
}
