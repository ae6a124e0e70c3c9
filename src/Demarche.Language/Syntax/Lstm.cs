using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Demarche.Language.Syntax;

/// <summary>The forward pass of one bidirectional LSTM layer over one sentence.</summary>
public static unsafe class Lstm
{
    /// <param name="rec">Recurrent weights of the forward, then of the backward direction: each hidden × 4·hidden.</param>
    /// <param name="gates">
    /// n rows of 8·hidden: on entry the projected input with its bias, on return the gates after their activation.
    /// </param>
    /// <param name="output">n rows of 2·hidden: hidden states of the forward, then of the backward direction.</param>
    /// <param name="cells">n rows of 2·hidden: cell states.</param>
    /// <param name="tanhCells">n rows of 2·hidden: tanh of the cell states.</param>
    public static void Forward(float* rec, float* gates, float* output, float* cells, float* tanhCells, int n, int hidden)
    {
        var width = 8 * hidden;
        var both = 2 * hidden;
        for (var direction = 0; direction < 2; direction++)
        {
            var weights = rec + (long)direction * hidden * 4 * hidden;
            var previous = -1;
            for (var step = 0; step < n; step++)
            {
                var t = direction == 0 ? step : n - 1 - step;
                var z = gates + (long)t * width + direction * 4 * hidden;
                var h = output + (long)t * both + direction * hidden;
                var c = cells + (long)t * both + direction * hidden;
                var tc = tanhCells + (long)t * both + direction * hidden;
                float* before = null;
                if (previous >= 0)
                {
                    Gemm.AddRow(output + (long)previous * both + direction * hidden, weights, 4 * hidden, z, 4 * hidden, hidden);
                    before = cells + (long)previous * both + direction * hidden;
                }
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
                previous = t;
            }
        }
    }
}
