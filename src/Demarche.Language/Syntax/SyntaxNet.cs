using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Demarche.Language.Syntax;

/// <summary>
/// The network's forward pass, in the pieces that inference and training share. Weights are one flat block laid out by
/// <see cref="NetShape"/>; neither it nor the packed copy of the recurrent weights is owned here.
/// </summary>
public sealed unsafe class SyntaxNet(NetShape shape, float* weights, float* packed)
{
    private const float Leak = 0.1f;

    public NetShape Shape { get; } = shape;

    public float* Weights { get; } = weights;

    /// <summary>How many floats <see cref="Pack"/> writes.</summary>
    public static int PackedSize(NetShape shape) => 4 * shape.Hidden * shape.Gates;

    /// <summary>Lays the recurrent weights of both layers out for <see cref="Lstm"/>; to be done again when they change.</summary>
    public static void Pack(NetShape shape, float* weights, float* packed)
    {
        var one = shape.Hidden * shape.Gates;
        for (var k = 0; k < 4; k++)
            PackedRows.Pack(weights + (k < 2 ? shape.Rec1 : shape.Rec2) + k % 2 * one, shape.Hidden, shape.Gates, packed + (long)k * one);
    }

    /// <summary>First layer: gates from the inputs, then the recurrence, a sentence at a time.</summary>
    public void Layer1(NetWorkspace w, ReadOnlySpan<int> lengths, int words)
    {
        InputGates(w.Input, w.Gates1, words);
        Recur1(w, lengths);
    }

    /// <summary>The part of the first layer's gates that each word brings by itself.</summary>
    public void InputGates(float* input, float* gates, int words) =>
        Affine(input, Shape.InputSize, Weights + Shape.In1, Weights + Shape.Bias1, gates, 2 * Shape.Gates, words);

    /// <summary>The recurrence of the first layer over gates that hold the words' own part.</summary>
    public void Recur1(NetWorkspace w, ReadOnlySpan<int> lengths) =>
        Lstm.Forward(packed, w.Gates1, w.Hidden1, w.Cells1, w.Tanh1, lengths, Shape.Hidden);

    public void Layer2(NetWorkspace w, ReadOnlySpan<int> lengths, int words)
    {
        Affine(w.Hidden1, Shape.Both, Weights + Shape.In2, Weights + Shape.Bias2, w.Gates2, 2 * Shape.Gates, words);
        Lstm.Forward(packed + 2 * Shape.Hidden * Shape.Gates, w.Gates2, w.Hidden2, w.Cells2, w.Tanh2, lengths, Shape.Hidden);
    }

    /// <summary>Scores of the universal tags, then of the Penn tags, a row a word.</summary>
    public void TagScores(NetWorkspace w, int words) =>
        Affine(w.Hidden1, Shape.Both, Weights + Shape.Tag, Weights + Shape.TagBias, w.Tags, NetShape.TagColumns, words);

    /// <summary>The projections for arcs and labels, with a leaky rectifier; the last label element is the constant one.</summary>
    public void Project(NetWorkspace w, int words)
    {
        Affine(w.Hidden2, Shape.Both, Weights + Shape.Proj, Weights + Shape.ProjBias, w.Proj, Shape.ProjColumns, words);
        var all = (long)words * Shape.ProjColumns;
        var leak = Vector256.Create(Leak);
        for (long i = 0; i < all; i += 8)
        {
            var v = Vector256.Load(w.Proj + i);
            Vector256.Max(v, v * leak).Store(w.Proj + i);
        }
        SetLabelOnes(w, words);
    }

    public void SetLabelOnes(NetWorkspace w, int words)
    {
        for (var i = 0; i < words; i++)
        {
            var row = w.Proj + (long)i * Shape.ProjColumns + 2 * Shape.ArcSize;
            row[Shape.LabelSize - 1] = 1;
            row[2 * Shape.LabelSize - 1] = 1;
        }
    }

    /// <summary>Arc scores of the sentence whose first row is <paramref name="first"/>, as <see cref="ArcDecoder"/> takes them.</summary>
    public void ArcScores(NetWorkspace w, int first, int n)
    {
        var s = Shape;
        var proj = w.Proj + (long)first * s.ProjColumns;
        for (var i = 0; i < n; i++)
            new ReadOnlySpan<float>(Weights + s.ArcHeadBias, s.ArcSize).CopyTo(new Span<float>(w.ArcQuery + i * s.ArcSize, s.ArcSize));
        Gemm.Add(proj, s.ProjColumns, 1, Weights + s.ArcMatrix, s.ArcSize, w.ArcQuery, s.ArcSize, n, s.ArcSize, s.ArcSize);
        for (var k = 0; k < s.ArcSize; k++)
        {
            var row = w.HeadsTransposed + (long)k * w.ArcStride;
            row[0] = Weights[s.RootVector + k];
            for (var j = 0; j < n; j++) row[j + 1] = proj[(long)j * s.ProjColumns + s.ArcSize + k];
            new Span<float>(row + n + 1, w.ArcStride - n - 1).Clear();
        }
        new Span<float>(w.ArcScores, n * w.ArcStride).Clear();
        Gemm.Add(w.ArcQuery, s.ArcSize, 1, w.HeadsTransposed, w.ArcStride, w.ArcScores, w.ArcStride, n, w.ArcStride, s.ArcSize);
    }

    /// <summary>For each word the label tensor with its dependent vector applied: a row of label × head element.</summary>
    public void LabelRows(NetWorkspace w, int first, int n)
    {
        var s = Shape;
        new Span<float>(w.LabelRows, n * s.LabelColumns).Clear();
        Gemm.Add(
            w.Proj + (long)first * s.ProjColumns + 2 * s.ArcSize, s.ProjColumns, 1, Weights + s.LabelTensor, s.LabelColumns,
            w.LabelRows, s.LabelColumns, n, s.LabelColumns, s.LabelSize);
    }

    /// <summary>The label vector of a head: of word <paramref name="head"/> of the sentence, or of the root for -1.</summary>
    public float* LabelHead(NetWorkspace w, int first, int head) => head < 0
        ? Weights + Shape.RootVector + Shape.ArcSize
        : w.Proj + (long)(first + head) * Shape.ProjColumns + 2 * Shape.ArcSize + Shape.LabelSize;

    /// <summary>Scores of all labels for word <paramref name="i"/> under the head.</summary>
    public void LabelScores(NetWorkspace w, int first, int i, int head, Span<float> scores)
    {
        var vector = new ReadOnlySpan<float>(LabelHead(w, first, head), Shape.LabelSize);
        var row = w.LabelRows + (long)i * Shape.LabelColumns;
        for (var l = 0; l < Shape.LabelCount; l++)
            scores[l] = TensorPrimitives.Dot(new ReadOnlySpan<float>(row + l * Shape.LabelSize, Shape.LabelSize), vector);
    }

    private static void Affine(float* x, int k, float* matrix, float* bias, float* y, int n, int rows)
    {
        var b = new ReadOnlySpan<float>(bias, n);
        for (var i = 0; i < rows; i++) b.CopyTo(new Span<float>(y + (long)i * n, n));
        Gemm.Add(x, k, 1, matrix, n, y, n, rows, n, k);
    }
}
