namespace Demarche.Language;

/// <summary>
/// A sentence with its tree. Tokens are in text order; exactly one has <c>Head == -1</c>, and there are no cycles.
/// Children of every token are laid out once, in text order, so that walking the tree allocates nothing.
/// </summary>
public sealed class ParsedSentence
{
    private readonly int[] _childStart;
    private readonly int[] _children;

    /// <param name="text">The whole document's text.</param>
    /// <param name="index">Number of the sentence in its document, from 0.</param>
    /// <param name="tokens">At least one token.</param>
    public ParsedSentence(string text, int index, Token[] tokens)
    {
        ArgumentOutOfRangeException.ThrowIfZero(tokens.Length);
        Text = text;
        Index = index;
        Tokens = tokens;
        _childStart = new int[tokens.Length + 1];
        _children = new int[tokens.Length];
        LayOutChildren();
    }

    /// <summary>The whole document's text.</summary>
    public string Text { get; }

    /// <summary>Number of the sentence in its document, from 0.</summary>
    public int Index { get; }

    public Token[] Tokens { get; }

    public int Count => Tokens.Length;

    /// <summary>Index of the root token.</summary>
    public int Root { get; private set; }

    public Span Span => new(Tokens[0].Start, Tokens[^1].End);

    public ReadOnlySpan<char> Form(int token) => Tokens[token].Span.In(Text);

    /// <summary>Indices of the token's dependents in text order.</summary>
    public ReadOnlySpan<int> Children(int token) =>
        _children.AsSpan(_childStart[token], _childStart[token + 1] - _childStart[token]);

    /// <summary>The first dependent with the relation, or -1.</summary>
    public int Child(int token, Deprel relation)
    {
        foreach (var c in Children(token))
            if (Tokens[c].Deprel == relation) return c;
        return -1;
    }

    private void LayOutChildren()
    {
        foreach (ref readonly var t in Tokens.AsSpan())
            if (t.Head >= 0) _childStart[t.Head + 1]++;
        for (var i = 0; i < Tokens.Length; i++) _childStart[i + 1] += _childStart[i];
        Span<int> next = Tokens.Length <= 256 ? stackalloc int[Tokens.Length] : new int[Tokens.Length];
        _childStart.AsSpan(0, Tokens.Length).CopyTo(next);
        for (var i = 0; i < Tokens.Length; i++)
        {
            if (Tokens[i].Head < 0) Root = i;
            else _children[next[Tokens[i].Head]++] = i;
        }
    }
}
