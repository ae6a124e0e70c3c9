using Demarche.Language.Models;
using Demarche.Language.Segmentation;
using Demarche.Language.Syntax;

namespace Demarche.Language;

/// <summary>Segmenter, tagger, lemmatizer and parser behind one face. Safe for use by many threads at once.</summary>
public sealed class LanguagePipeline : IDocumentParser
{
    private readonly Segmenter _segmenter;
    private readonly SyntaxAnnotator _annotator;

    private LanguagePipeline(Segmenter segmenter, SyntaxModel model)
    {
        _segmenter = segmenter;
        _annotator = new SyntaxAnnotator(model);
        ModelHash = model.Hash;
    }

    /// <summary>SHA-256 of the syntax model, in hexadecimal.</summary>
    public string ModelHash { get; }

    /// <summary>Loads the models from a folder, by default the folder <c>models</c> beside the program.</summary>
    /// <exception cref="ModelException">A model is missing, damaged or of another version.</exception>
    public static LanguagePipeline Load(string? folder = null)
    {
        folder ??= ModelFolder.Default;
        return new LanguagePipeline(Segmenter.Load(Path.Combine(folder, BoundaryModel.FileName)), SyntaxModel.Load(Path.Combine(folder, SyntaxModel.FileName)));
    }

    public ParsedDocument Parse(Document document)
    {
        var segments = _segmenter.Segment(document.Text);
        _annotator.Annotate(document.Text, segments);
        return Parsed(document, segments);
    }

    /// <summary>The same for several documents at once: faster where they are short, and with the same outcome.</summary>
    public IReadOnlyList<ParsedDocument> Parse(IReadOnlyList<Document> documents)
    {
        var texts = new (string Text, IReadOnlyList<Token[]> Sentences)[documents.Count];
        for (var d = 0; d < texts.Length; d++) texts[d] = (documents[d].Text, _segmenter.Segment(documents[d].Text));
        _annotator.Annotate(texts);
        return [.. documents.Select((d, i) => Parsed(d, texts[i].Sentences))];
    }

    /// <summary>Takes every line of the text as one sentence; the words are still our own. Empty lines give none.</summary>
    public ParsedDocument ParseLines(Document document)
    {
        var segments = new List<Token[]>();
        foreach (var range in document.Text.AsSpan().Split('\n'))
        {
            var (start, length) = range.GetOffsetAndLength(document.Text.Length);
            var tokens = _segmenter.Tokenize(document.Text, new Span(start, start + length));
            if (tokens.Length > 0) segments.Add(tokens);
        }
        _annotator.Annotate(document.Text, segments);
        return Parsed(document, segments);
    }

    private static ParsedDocument Parsed(Document document, IReadOnlyList<Token[]> segments)
    {
        var sentences = new ParsedSentence[segments.Count];
        for (var i = 0; i < sentences.Length; i++) sentences[i] = new ParsedSentence(document.Text, i, segments[i]);
        return new ParsedDocument(document, sentences);
    }
}
