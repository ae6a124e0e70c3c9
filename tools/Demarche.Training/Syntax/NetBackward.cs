using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Demarche.Language.Syntax;

namespace Demarche.Training.Syntax;

/// <summary>
/// The backward pass over a group of sentences laid out row by row in a <see cref="NetWorkspace"/>. Gradients are added to one flat
/// array in the layout of the weights; products with transposed weights use a transposed copy in the same layout.
/// </summary>
internal sealed unsafe class NetBackward(NetShape shape, float* transposed, float* packedTransposed, float* gradient)
{
    private readonly NativeBuffer[] _buffers = [.. Enumerable.Range(0, 14).Select(_ => new NativeBuffer())];
    private readonly NetShape _s = shape;

    public float* TagErrors { get; private set; }
    public float* ArcErrors { get; private set; }
    public float* LabelErrors { get; private set; }
    public float* ProjErrors { get; private set; }
    public float* InputErrors { get; private set; }
    public float* Raw1 { get; private set; }
    public float* Raw2 { get; private set; }

    private float* _hidden1;
    private float* _hidden2;
    private float* _gates;
    private float* _query;
    private float* _heads;
    private float* _states;
    private float* _carried;

    public void Reserve(int words, int arcStride)
    {
        TagErrors = Zeroed(0, (long)words * NetShape.TagColumns);
        ArcErrors = Zeroed(1, (long)words * arcStride);
        LabelErrors = Zeroed(2, (long)words * _s.LabelColumns);
        ProjErrors = Zeroed(3, (long)words * _s.ProjColumns);
        InputErrors = Zeroed(4, (long)words * _s.InputSize);
        Raw1 = _buffers[5].Reserve((long)words * _s.Both);
        Raw2 = _buffers[6].Reserve((long)words * _s.Both);
        _hidden1 = Zeroed(7, (long)words * _s.Both);
        _hidden2 = Zeroed(8, (long)words * _s.Both);
        _gates = Zeroed(9, (long)words * 2 * _s.Gates);
        _query = _buffers[10].Reserve((long)words * _s.ArcSize);
        _heads = _buffers[11].Reserve((long)(words + 1) * _s.ArcSize);
        _states = _buffers[12].Reserve((long)words * _s.Both);
        _carried = _buffers[13].Reserve((long)words * 2 * _s.Hidden);
    }

    /// <summary>Arc errors of one sentence into the projections; the query rows are those of the forward pass.</summary>
    public void Arcs(NetWorkspace w, SyntaxNet net, int first, int n)
    {
        var proj = w.Proj + (long)first * _s.ProjColumns;
        var errors = ProjErrors + (long)first * _s.ProjColumns;
        var dQuery = _query;
        new Span<float>(dQuery, n * _s.ArcSize).Clear();
        new ReadOnlySpan<float>(net.Weights + _s.RootVector, _s.ArcSize).CopyTo(new Span<float>(_heads, _s.ArcSize));
        for (var j = 0; j < n; j++)
            new ReadOnlySpan<float>(proj + (long)j * _s.ProjColumns + _s.ArcSize, _s.ArcSize)
                .CopyTo(new Span<float>(_heads + (j + 1) * _s.ArcSize, _s.ArcSize));
        Gemm.Add(ArcErrors, w.ArcStride, 1, _heads, _s.ArcSize, dQuery, _s.ArcSize, n, _s.ArcSize, n + 1);
        // Root's error, then those of the words as heads.
        Gemm.Add(ArcErrors, 1, w.ArcStride, w.ArcQuery, _s.ArcSize, gradient + _s.RootVector, _s.ArcSize, 1, _s.ArcSize, n);
        Gemm.Add(ArcErrors + 1, 1, w.ArcStride, w.ArcQuery, _s.ArcSize, errors + _s.ArcSize, _s.ProjColumns, n, _s.ArcSize, n);
        AddColumns(dQuery, _s.ArcSize, gradient + _s.ArcHeadBias, n);
        Gemm.Add(proj, 1, _s.ProjColumns, dQuery, _s.ArcSize, gradient + _s.ArcMatrix, _s.ArcSize, _s.ArcSize, _s.ArcSize, n);
        Gemm.Add(dQuery, _s.ArcSize, 1, transposed + _s.ArcMatrix, _s.ArcSize, errors, _s.ProjColumns, n, _s.ArcSize, _s.ArcSize);
    }

    /// <summary>Error of one label decision: word row, head vector, and the probabilities minus the truth.</summary>
    public void Label(NetWorkspace w, SyntaxNet net, int first, int row, int head, ReadOnlySpan<float> error)
    {
        var vector = new ReadOnlySpan<float>(net.LabelHead(w, first, head), _s.LabelSize);
        var into = head < 0
            ? gradient + _s.RootVector + _s.ArcSize
            : ProjErrors + (long)(first + head) * _s.ProjColumns + 2 * _s.ArcSize + _s.LabelSize;
        var headError = new Span<float>(into, _s.LabelSize);
        for (var l = 0; l < _s.LabelCount; l++)
        {
            var at = (long)row * _s.LabelColumns + l * _s.LabelSize;
            TensorPrimitives.MultiplyAdd(vector, error[l], new Span<float>(LabelErrors + at, _s.LabelSize), new Span<float>(LabelErrors + at, _s.LabelSize));
            TensorPrimitives.MultiplyAdd(new ReadOnlySpan<float>(w.LabelRows + at, _s.LabelSize), error[l], headError, headError);
        }
    }

    /// <summary>From the collected errors down to the inputs.</summary>
    public void Finish(NetWorkspace w, SyntaxNet net, ReadOnlySpan<int> lengths, int words, DropoutMasks masks)
    {
        var labelDep = 2 * _s.ArcSize;
        Gemm.Add(w.Proj + labelDep, 1, _s.ProjColumns, LabelErrors, _s.LabelColumns, gradient + _s.LabelTensor, _s.LabelColumns, _s.LabelSize, _s.LabelColumns, words);
        Gemm.Add(LabelErrors, _s.LabelColumns, 1, transposed + _s.LabelTensor, _s.LabelSize, ProjErrors + labelDep, _s.ProjColumns, words, _s.LabelSize, _s.LabelColumns);
        masks.Apply(masks.Proj, ProjErrors, _s.ProjColumns, lengths);
        Rectify(w.Proj, ProjErrors, words);

        Weights(w.Hidden2, _s.Both, ProjErrors, _s.ProjColumns, gradient + _s.Proj, gradient + _s.ProjBias, words);
        Gemm.Add(ProjErrors, _s.ProjColumns, 1, transposed + _s.Proj, _s.Both, _hidden2, _s.Both, words, _s.Both, _s.ProjColumns);
        masks.Apply(masks.Hidden2, _hidden2, _s.Both, lengths);
        Recurrence(w.Gates2, w.Cells2, w.Tanh2, Raw2, _hidden2, _s.Rec2, 2, lengths, words);
        Weights(w.Hidden1, _s.Both, _gates, 2 * _s.Gates, gradient + _s.In2, gradient + _s.Bias2, words);
        Gemm.Add(_gates, 2 * _s.Gates, 1, transposed + _s.In2, _s.Both, _hidden1, _s.Both, words, _s.Both, 2 * _s.Gates);

        Weights(w.Hidden1, _s.Both, TagErrors, NetShape.TagColumns, gradient + _s.Tag, gradient + _s.TagBias, words);
        Gemm.Add(TagErrors, NetShape.TagColumns, 1, transposed + _s.Tag, _s.Both, _hidden1, _s.Both, words, _s.Both, NetShape.TagColumns);
        masks.Apply(masks.Hidden1, _hidden1, _s.Both, lengths);
        FinishFirst(w, lengths, words, masks, Raw1);
    }

    /// <summary>From the errors of the first layer's states down to the inputs.</summary>
    public void FinishFirst(NetWorkspace w, ReadOnlySpan<int> lengths, int words, DropoutMasks masks, float* states)
    {
        Recurrence(w.Gates1, w.Cells1, w.Tanh1, states, _hidden1, _s.Rec1, 0, lengths, words);
        Weights(w.Input, _s.InputSize, _gates, 2 * _s.Gates, gradient + _s.In1, gradient + _s.Bias1, words);
        Gemm.Add(_gates, 2 * _s.Gates, 1, transposed + _s.In1, _s.InputSize, InputErrors, _s.InputSize, words, _s.InputSize, 2 * _s.Gates);
        masks.Apply(masks.Input, InputErrors, _s.InputSize, lengths);
    }

    private void Rectify(float* y, float* errors, int words)
    {
        for (var i = 0; i < words; i++)
        {
            var row = (long)i * _s.ProjColumns;
            for (var k = 0; k < _s.ProjColumns; k++)
                if (y[row + k] < 0) errors[row + k] *= 0.1f;
            errors[row + 2 * _s.ArcSize + _s.LabelSize - 1] = 0;
            errors[row + 2 * _s.ArcSize + 2 * _s.LabelSize - 1] = 0;
        }
    }

    /// <summary>Backpropagation through time, the sentences in lockstep; leaves the errors of the gates in the shared buffer.</summary>
    private void Recurrence(float* gates, float* cells, float* tanhs, float* raw, float* errors, int rec, int panel, ReadOnlySpan<int> lengths, int words)
    {
        int h = _s.Hidden, both = _s.Both, width = 2 * _s.Gates;
        var count = lengths.Length;
        var firsts = stackalloc int[count];
        var order = stackalloc int[count];
        var longest = Lstm.Lockstep(lengths, firsts, order);
        var dzs = stackalloc float*[count];
        var dhs = stackalloc float*[count];
        var dh = _carried;
        var dc = _carried + (long)count * h;
        for (var direction = 0; direction < 2; direction++)
        {
            new Span<float>(_carried, 2 * count * h).Clear();
            var offset = direction * h;
            var active = count;
            for (var step = 0; step < longest; step++)
            {
                while (lengths[order[active - 1]] <= step) active--;
                for (var k = 0; k < active; k++)
                {
                    var s = order[k];
                    var last = step == lengths[s] - 1;
                    long t = firsts[s] + (direction == 0 ? lengths[s] - 1 - step : step);
                    dzs[k] = _gates + t * width + direction * 4 * h;
                    dhs[k] = dh + (long)s * h;
                    var before = last ? null : cells + (direction == 0 ? t - 1 : t + 1) * both + offset;
                    CellErrors(gates + t * width + direction * 4 * h, dzs[k], tanhs + t * both + offset, errors + t * both + offset, before, dhs[k], dc + (long)s * h, h);
                    new Span<float>(dhs[k], h).Clear();
                }
                PackedRows.Add(dzs, dhs, active, packedTransposed + (long)(panel + direction) * 4 * h * h, h, 4 * h);
            }
        }
        ShiftStates(raw, lengths);
        for (var direction = 0; direction < 2; direction++)
            Gemm.Add(_states + direction * h, 1, both, _gates + direction * 4 * h, width, gradient + rec + direction * h * 4 * h, 4 * h, h, 4 * h, words);
    }

    /// <summary>For every word the hidden states that its recurrence read: those of the word before, and of the word after.</summary>
    public float* ShiftStates(float* raw, ReadOnlySpan<int> lengths)
    {
        int h = _s.Hidden, both = _s.Both;
        long t = 0;
        foreach (var n in lengths)
        {
            for (var i = 0; i < n; i++, t++)
            {
                var forward = new Span<float>(_states + t * both, h);
                var backward = new Span<float>(_states + t * both + h, h);
                if (i == 0) forward.Clear();
                else new ReadOnlySpan<float>(raw + (t - 1) * both, h).CopyTo(forward);
                if (i == n - 1) backward.Clear();
                else new ReadOnlySpan<float>(raw + (t + 1) * both + h, h).CopyTo(backward);
            }
        }
        return _states;
    }

    /// <summary>Hands the errors of shifted states back to the words whose states they were, in the first layer.</summary>
    public void UnshiftErrors(float* errors, ReadOnlySpan<int> lengths)
    {
        int h = _s.Hidden, both = _s.Both;
        long t = 0;
        foreach (var n in lengths)
        {
            for (var i = 0; i < n; i++, t++)
            {
                if (i > 0) new ReadOnlySpan<float>(errors + t * both, h).CopyTo(new Span<float>(_hidden1 + (t - 1) * both, h));
                if (i < n - 1) new ReadOnlySpan<float>(errors + t * both + h, h).CopyTo(new Span<float>(_hidden1 + (t + 1) * both + h, h));
            }
        }
    }

    private static void CellErrors(float* z, float* dz, float* tc, float* e, float* before, float* dh, float* dc, int h)
    {
        var one = Vector256<float>.One;
        for (var k = 0; k < h; k += 8)
        {
            var i = Vector256.Load(z + k);
            var f = Vector256.Load(z + h + k);
            var g = Vector256.Load(z + 2 * h + k);
            var o = Vector256.Load(z + 3 * h + k);
            var t = Vector256.Load(tc + k);
            var d = Vector256.Load(e + k) + Vector256.Load(dh + k);
            var c = d * o * (one - t * t) + Vector256.Load(dc + k);
            (c * g * i * (one - i)).Store(dz + k);
            if (before == null) Vector256<float>.Zero.Store(dz + h + k);
            else (c * Vector256.Load(before + k) * f * (one - f)).Store(dz + h + k);
            (c * i * (one - g * g)).Store(dz + 2 * h + k);
            (d * t * o * (one - o)).Store(dz + 3 * h + k);
            (c * f).Store(dc + k);
        }
    }

    private static void Weights(float* x, int k, float* errors, int n, float* weights, float* bias, int words)
    {
        Gemm.Add(x, 1, k, errors, n, weights, n, k, n, words);
        AddColumns(errors, n, bias, words);
    }

    private static void AddColumns(float* rows, int n, float* sum, int count)
    {
        var total = new Span<float>(sum, n);
        for (var i = 0; i < count; i++) TensorPrimitives.Add(total, new ReadOnlySpan<float>(rows + (long)i * n, n), total);
    }

    private float* Zeroed(int buffer, long length)
    {
        var p = _buffers[buffer].Reserve(length);
        _buffers[buffer].Clear(length);
        return p;
    }
}
