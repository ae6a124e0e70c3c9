using System.Numerics.Tensors;
using System.Runtime.InteropServices;

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

    private readonly ThreadLocal<Desk> _desks = new(() => new Desk(new NetWorkspace(), new FormCache(model), []));

    /// <summary>Annotates all sentences of a text in place.</summary>
    public void Annotate(string text, IReadOnlyList<Token[]> sentences) => Annotate([(text, sentences)]);

    /// <summary>Annotates one sentence in place.</summary>
    public void Annotate(string text, Token[] sentence) => Annotate(text, [sentence]);

    /// <summary>Annotates the sentences of several texts in place; faster than one after the other where the texts are short.</summary>
    public void Annotate(IReadOnlyList<(string Text, IReadOnlyList<Token[]> Sentences)> texts)
    {
        var desk = _desks.Value!;
        var pieces = desk.Pieces;
        pieces.Clear();
        foreach (var (text, sentences) in texts)
            foreach (var sentence in sentences) SentencePieces.Split(text, sentence, Window, pieces);
        var first = 0;
        while (first < pieces.Count)
        {
            var words = pieces[first].Count;
            var last = first + 1;
            while (last < pieces.Count && words + pieces[last].Count <= BatchWords) words += pieces[last++].Count;
            Batch(desk, CollectionsMarshal.AsSpan(pieces)[first..last], words);
            first = last;
        }
        SentencePieces.Join(pieces);
        pieces.Clear();
    }

    private void Batch(Desk desk, ReadOnlySpan<Piece> pieces, int words)
    {
        var net = model.Net;
        var shape = model.Shape;
        var w = desk.Work;
        Span<int> lengths = stackalloc int[pieces.Length];
        var longest = 0;
        for (var p = 0; p < pieces.Length; p++)
        {
            lengths[p] = pieces[p].Count;
            longest = Math.Max(longest, pieces[p].Count);
        }
        w.Reserve(shape, words, longest);
        desk.Forms.Fill(pieces, w);
        net.Recur1(w, lengths);
        net.TagScores(w, words);
        net.Layer2(w, lengths, words);
        net.Project(w, words);
        var row = 0;
        Span<float> labelScores = stackalloc float[shape.LabelCount];
        Span<int> heads = stackalloc int[longest];
        foreach (ref readonly var piece in pieces)
        {
            var tokens = piece.Tokens;
            Tag(piece.Text, tokens, w, row);
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

    /// <summary>What one thread works with.</summary>
    private sealed record Desk(NetWorkspace Work, FormCache Forms, List<Piece> Pieces);
}
