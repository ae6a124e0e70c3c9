using System.Numerics.Tensors;

namespace Demarche.Language.Syntax;

/// <summary>
/// Fills tags, lemmas, heads and relations of tokenized sentences. Sentences are batched for speed; a word's result does not depend
/// on the batch. A sentence longer than <see cref="Window"/> words is parsed in pieces, so that time stays linear in its length.
/// Safe for use by many threads at once.
/// </summary>
public sealed unsafe class SyntaxAnnotator(SyntaxModel model)
{
    /// <summary>The most words that are parsed as one tree.</summary>
    public const int Window = 160;

    private const int BatchWords = 256;

    private readonly ThreadLocal<NetWorkspace> _workspaces = new(() => new NetWorkspace());

    /// <summary>Annotates all sentences of a text in place.</summary>
    public void Annotate(string text, IReadOnlyList<Token[]> sentences)
    {
        var pieces = new List<Piece>(sentences.Count);
        foreach (var sentence in sentences) SentencePieces.Split(text, sentence, Window, pieces);
        var first = 0;
        while (first < pieces.Count)
        {
            var words = pieces[first].Count;
            var last = first + 1;
            while (last < pieces.Count && words + pieces[last].Count <= BatchWords) words += pieces[last++].Count;
            Batch(text, pieces, first, last, words);
            first = last;
        }
        SentencePieces.Join(pieces);
    }

    /// <summary>Annotates one sentence in place.</summary>
    public void Annotate(string text, Token[] sentence) => Annotate(text, [sentence]);

    private void Batch(string text, List<Piece> pieces, int first, int last, int words)
    {
        var net = model.Net;
        var shape = model.Shape;
        var w = _workspaces.Value!;
        Span<int> lengths = stackalloc int[last - first];
        var longest = 0;
        var row = 0;
        for (var p = first; p < last; p++)
        {
            lengths[p - first] = pieces[p].Count;
            longest = Math.Max(longest, pieces[p].Count);
        }
        w.Reserve(shape, words, longest);
        for (var p = first; p < last; p++)
        {
            foreach (ref readonly var t in pieces[p].Tokens)
                model.Fill(t.Span.In(text), w.Input + (long)row++ * shape.InputSize);
        }
        net.Layer1(w, lengths, words);
        net.TagScores(w, words);
        net.Layer2(w, lengths, words);
        net.Project(w, words);
        row = 0;
        Span<float> labelScores = stackalloc float[shape.LabelCount];
        Span<int> heads = stackalloc int[longest];
        for (var p = first; p < last; p++)
        {
            var tokens = pieces[p].Tokens;
            Tag(text, tokens, w, row);
            net.ArcScores(w, row, tokens.Length);
            ArcDecoder.Decode(new ReadOnlySpan<float>(w.ArcScores, tokens.Length * w.ArcStride), w.ArcStride, tokens.Length, heads);
            net.LabelRows(w, row, tokens.Length);
            for (var i = 0; i < tokens.Length; i++)
            {
                tokens[i].Head = heads[i];
                if (heads[i] < 0)
                {
                    tokens[i].Deprel = Deprel.Root;
                    continue;
                }
                net.LabelScores(w, row, i, heads[i], labelScores);
                labelScores[(int)Deprel.Root] = float.NegativeInfinity;
                tokens[i].Deprel = (Deprel)TensorPrimitives.IndexOfMax<float>(labelScores);
            }
            row += tokens.Length;
        }
    }

    private void Tag(string text, Span<Token> tokens, NetWorkspace w, int row)
    {
        foreach (ref var t in tokens)
        {
            var scores = w.Tags + (long)row++ * NetShape.TagColumns;
            t.Upos = (Upos)TensorPrimitives.IndexOfMax(new ReadOnlySpan<float>(scores, NetShape.UposCount));
            t.Xpos = (Xpos)TensorPrimitives.IndexOfMax(new ReadOnlySpan<float>(scores + NetShape.UposCount, NetShape.XposCount));
            t.Lemma = model.Lemmas.Lemma(t.Span.In(text), t.Xpos);
        }
    }
}
