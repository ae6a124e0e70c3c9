using Demarche.Language.Models;

namespace Demarche.Language.Segmentation;

/// <summary>
/// Splits running text into sentences and these into words, after the conventions of the English UD treebanks.
/// Tokens have offsets (UTF-16, into the text given), <see cref="TokenFlags"/> and <c>Head == -1</c>; no other field is set.
/// Safe for use by many threads at once; time is linear in the length of the text.
/// </summary>
public sealed class Segmenter
{
    [ThreadStatic]
    private static Scratch? t_scratch;

    private readonly BoundaryModel _model;

    internal Segmenter(BoundaryModel model) => _model = model;

    /// <summary>Loads the classifier of sentence ends that lies beside the program.</summary>
    /// <exception cref="ModelException">The file is missing or damaged.</exception>
    public static Segmenter Load() => Load(ModelFolder.PathOf(BoundaryModel.FileName));

    /// <exception cref="ModelException">The file is missing or damaged.</exception>
    public static Segmenter Load(string path) => new(BoundaryModel.Load(path));

    /// <summary>The sentences of a text in order; none is empty. Every character that is neither white space nor invisible is in a token.</summary>
    public IReadOnlyList<Token[]> Segment(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scratch = t_scratch ??= new Scratch();
        var buffer = scratch.Tokens;
        buffer.Clear();
        new Lexer(text, new Span(0, text.Length), buffer).Run();
        var tokens = buffer.Tokens;
        scratch.Features.Prepare(text, tokens);
        var sentences = new List<Token[]>(buffer.Count / 20 + 1);
        Span<int> features = stackalloc int[BoundaryFeatures.Count];
        var start = 0;
        for (var k = 0; k < tokens.Length; k++)
        {
            if (k + 1 < tokens.Length && !Ends(scratch.Features, tokens, k, start, features)) continue;
            sentences.Add(buffer.Copy(start, k + 1));
            start = k + 1;
        }
        return sentences;
    }

    /// <summary>The words of one stretch of text, taken as one sentence. Empty where the stretch holds only white space.</summary>
    public Token[] Tokenize(string text, Span line)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(line.Start, nameof(line));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(line.End, text.Length, nameof(line));
        var buffer = (t_scratch ??= new Scratch()).Tokens;
        buffer.Clear();
        new Lexer(text, line, buffer).Run();
        return buffer.Copy(0, buffer.Count);
    }

    private bool Ends(BoundaryFeatures reader, ReadOnlySpan<Token> tokens, int k, int start, Span<int> features)
    {
        if (!reader.IsCandidate(k)) return false;
        if (reader.IsCertain(k, start)) return true;
        reader.Write(k, start, tokens, features);
        return _model.Score(features) > 0;
    }

    private sealed class Scratch
    {
        public TokenBuffer Tokens { get; } = new();

        public BoundaryFeatures Features { get; } = new();
    }
}
