using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Demarche.Language.Syntax;

/// <summary>
/// The forward pass of one bidirectional LSTM layer over a batch of sentences laid out one after the other. The sentences go in
/// lockstep, so that the recurrent weights are read once for several of them; none sees another.
/// </summary>
public static unsafe class Lstm
{
    /// <param name="packed">Recurrent weights of the forward, then of the backward direction: each hidden × 4·hidden, in panels (<see cref="PackedRows"/>).</param>
    /// <param name="gates">
    /// Rows of 8·hidden: on entry the projected input with its bias, on return the gates after their activation.
    /// </param>
    /// <param name="output">Rows of 2·hidden: hidden states of the forward, then of the backward direction.</param>
    /// <param name="cells">Rows of 2·hidden: cell states.</param>
    /// <param name="tanhCells">Rows of 2·hidden: tanh of the cell states.</param>
    /// <param name="lengths">How many rows each sentence has.</param>
    public static void Forward(float* packed, float* gates, float* output, float* cells, float* tanhCells, ReadOnlySpan<int> lengths, int hidden)
    {
        var width = 8 * hidden;
        var both = 2 * hidden;
        var count = lengths.Length;
        var firsts = stackalloc int[count];
        var order = stackalloc int[count];
        var longest = Lockstep(lengths, firsts, order);
        var xs = stackalloc float*[count];
        var zs = stackalloc float*[count];
        for (var direction = 0; direction < 2; direction++)
        {
            var weights = packed + (long)direction * hidden * 4 * hidden;
            var active = count;
            var back = direction == 0 ? -1 : 1;
            for (var step = 0; step < longest; step++)
            {
                while (lengths[order[active - 1]] <= step) active--;
                for (var k = 0; k < active; k++)
                {
                    var s = order[k];
                    long t = firsts[s] + (direction == 0 ? step : lengths[s] - 1 - step);
                    zs[k] = gates + t * width + direction * 4 * hidden;
                    xs[k] = output + (t + back) * both + direction * hidden;
                }
                if (step > 0) PackedRows.Add(xs, zs, active, weights, 4 * hidden, hidden);
                for (var k = 0; k < active; k++)
                {
                    var at = xs[k] - output - back * both;
                    Cell(zs[k], step == 0 ? null : cells + at + back * both, cells + at, tanhCells + at, output + at, hidden);
                }
            }
        }
    }

    /// <summary>First row of every sentence, and the sentences from the longest to the shortest; gives the longest length.</summary>
    public static int Lockstep(ReadOnlySpan<int> lengths, int* firsts, int* order)
    {
        var row = 0;
        for (var s = 0; s < lengths.Length; s++)
        {
            firsts[s] = row;
            row += lengths[s];
            var at = s;
            for (; at > 0 && lengths[order[at - 1]] < lengths[s]; at--) order[at] = order[at - 1];
            order[at] = s;
        }
        return lengths.Length == 0 ? 0 : lengths[order[0]];
    }

    private static void Cell(float* z, float* before, float* c, float* tc, float* h, int hidden)
    {
        Activations.Sigmoid(z, 2 * hidden);
        Activations.Tanh(z + 2 * hidden, z + 2 * hidden, hidden);
        Activations.Sigmoid(z + 3 * hidden, hidden);
        for (var k = 0; k < hidden; k += 8)
        {
            var cell = Vector256.Load(z + k) * Vector256.Load(z + 2 * hidden + k);
            if (before != null) cell = Vector256.FusedMultiplyAdd(Vector256.Load(z + hidden + k), Vector256.Load(before + k), cell);
            cell.Store(c + k);
        }
        Activations.Tanh(c, tc, hidden);
        TensorPrimitives.Multiply(new ReadOnlySpan<float>(z + 3 * hidden, hidden), new ReadOnlySpan<float>(tc, hidden), new Span<float>(h, hidden));
    }
}
