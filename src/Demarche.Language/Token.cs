namespace Demarche.Language;

[Flags]
public enum TokenFlags : byte
{
    None = 0,

    /// <summary>White space, or the end of the text, follows.</summary>
    SpaceAfter = 1,

    /// <summary>First word of a multiword token such as "don't".</summary>
    MultiwordStart = 2,

    /// <summary>A later word of a multiword token.</summary>
    MultiwordInside = 4,
}

/// <summary>
/// One syntactic word of a sentence. Its form is the document's text from <see cref="Start"/> to <see cref="End"/> (UTF-16),
/// so that a token carries no string of its own; the lemma comes from an interned pool.
/// </summary>
public struct Token
{
    /// <summary>First UTF-16 offset in the document's text.</summary>
    public int Start;

    /// <summary>First UTF-16 offset after the word.</summary>
    public int End;

    /// <summary>Index of the governor in the sentence, or -1 for the root.</summary>
    public int Head;

    public Upos Upos;

    public Xpos Xpos;

    public Deprel Deprel;

    public TokenFlags Flags;

    /// <summary>Lemma as UD writes it; lower case but for proper nouns.</summary>
    public string Lemma;

    public readonly Span Span => new(Start, End);
}
