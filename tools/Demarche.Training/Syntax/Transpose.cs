using Demarche.Language.Syntax;

namespace Demarche.Training.Syntax;

/// <summary>The matrices among the weights, and their transposed copy in the same places.</summary>
internal static unsafe class Transpose
{
    public static IEnumerable<(int At, int Rows, int Columns)> Matrices(NetShape s)
    {
        yield return (s.In1, s.InputSize, 2 * s.Gates);
        yield return (s.Rec1, s.Hidden, s.Gates);
        yield return (s.Rec1 + s.Hidden * s.Gates, s.Hidden, s.Gates);
        yield return (s.In2, s.Both, 2 * s.Gates);
        yield return (s.Rec2, s.Hidden, s.Gates);
        yield return (s.Rec2 + s.Hidden * s.Gates, s.Hidden, s.Gates);
        yield return (s.Tag, s.Both, NetShape.TagColumns);
        yield return (s.Proj, s.Both, s.ProjColumns);
        yield return (s.ArcMatrix, s.ArcSize, s.ArcSize);
        yield return (s.LabelTensor, s.LabelSize, s.LabelColumns);
    }

    public static void All(NetShape shape, float* weights, float* transposed)
    {
        Parallel.ForEach(Matrices(shape).ToArray(), matrix =>
        {
            const int block = 16;
            var (at, rows, columns) = matrix;
            for (var i0 = 0; i0 < rows; i0 += block)
                for (var j0 = 0; j0 < columns; j0 += block)
                    for (var i = i0; i < Math.Min(i0 + block, rows); i++)
                        for (var j = j0; j < Math.Min(j0 + block, columns); j++)
                            transposed[at + (long)j * rows + i] = weights[at + (long)i * columns + j];
        });
    }

    /// <summary>The transposed recurrent matrices of both layers in panels, in the order of <see cref="SyntaxNet.Pack"/>.</summary>
    public static void PackRecurrent(NetShape shape, float* transposed, float* packed)
    {
        var one = shape.Hidden * shape.Gates;
        for (var k = 0; k < 4; k++)
            PackedRows.Pack(transposed + (k < 2 ? shape.Rec1 : shape.Rec2) + k % 2 * one, shape.Gates, shape.Hidden, packed + (long)k * one);
    }
}
