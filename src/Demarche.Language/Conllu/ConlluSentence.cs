namespace Demarche.Language.Conllu;

/// <summary>
/// A sentence of a treebank: its words laid out as a text, with the gold tags, lemmas, heads and relations in the tokens.
/// Where the words of a multiword token do not spell it ("wanna"), the text holds the words.
/// </summary>
/// <param name="Text">The words joined as the treebank spaces them.</param>
/// <param name="Tokens">Offsets into <paramref name="Text"/>.</param>
public sealed record ConlluSentence(string Text, Token[] Tokens)
{
    public string? Id { get; init; }

    public string Form(int token) => Tokens[token].Span.Quote(Text);
}
