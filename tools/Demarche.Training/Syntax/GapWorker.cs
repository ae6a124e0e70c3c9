using System.Numerics.Tensors;
using Demarche.Language.Syntax;

namespace Demarche.Training.Syntax;

/// <summary>
/// One thread's share of a pretraining step: every word is to be told from the words around it, by the first layer's forward state
/// of the word before and backward state of the word after (as in context2vec, Melamud et al. 2016), against words drawn at random
/// (sampled softmax).
/// </summary>
internal sealed unsafe class GapWorker
{
    private const int Noise = 384;

    private readonly NetShape _shape;
    private readonly SyntaxNet _net;
    private readonly InputLayer _inputs;
    private readonly EmbeddingTable _targets;
    private readonly GapNoise _noise;
    private readonly NetBackward _backward;
    private readonly NetWorkspace _work = new();
    private readonly DropoutMasks _masks;
    private readonly NativeBuffer[] _buffers = [.. Enumerable.Range(0, 6).Select(_ => new NativeBuffer())];
    private readonly int[] _drawn = new int[Noise];
    private readonly List<InputLayer.WordRows> _rows = [];
    private readonly List<int> _truth = [];

    public GapWorker(NetShape shape, SyntaxNet net, float* transposed, float* packedTransposed, InputLayer inputs, EmbeddingTable targets, GapNoise noise)
    {
        _shape = shape;
        _net = net;
        _inputs = inputs;
        _targets = targets;
        _noise = noise;
        Gradient = new NativeBuffer(shape.Total);
        _backward = new NetBackward(shape, transposed, packedTransposed, Gradient.Data);
        _masks = new DropoutMasks(shape);
        HeadGradient = new NativeBuffer(shape.Both * targets.Size);
        WordGradients = new RowGradients(inputs.Words);
        AffixGradients = new RowGradients(inputs.Affixes);
        TargetGradients = new RowGradients(targets);
    }

    public NativeBuffer Gradient { get; }

    /// <summary>Gradient of the matrix from the two states to the space of the targets.</summary>
    public NativeBuffer HeadGradient { get; }

    public RowGradients WordGradients { get; }

    public RowGradients AffixGradients { get; }

    public RowGradients TargetGradients { get; }

    /// <param name="group">Sentences as rows of the inputs.</param>
    /// <param name="head">The matrix from the two states (2·hidden) to the space of the targets; then the same transposed.</param>
    public double Step(ReadOnlySpan<InputLayer.WordRows[]> group, float* head, float* headTransposed, Random random)
    {
        int size = _targets.Size, both = _shape.Both;
        var lengths = new int[group.Length];
        for (var s = 0; s < group.Length; s++) lengths[s] = group[s].Length;
        var words = lengths.Sum();
        _work.Reserve(_shape, words, lengths.Max());
        _backward.Reserve(words, _work.ArcStride);
        _masks.Draw(random, group.Length, 0.1f, 0, 0);
        Fill(group, random);
        _masks.Apply(_masks.Input, _work.Input, _shape.InputSize, lengths);
        _net.Layer1(_work, lengths, words);

        var states = _backward.ShiftStates(_work.Hidden1, lengths);
        var query = Zeroed(0, (long)words * size);
        Gemm.Add(states, both, 1, head, size, query, size, words, size, both);
        var noise = _buffers[1].Reserve(Noise * size);
        var noiseTransposed = _buffers[2].Reserve(Noise * size);
        DrawNoise(random, noise, noiseTransposed);
        var scores = Zeroed(3, (long)words * Noise);
        Gemm.Add(query, size, 1, noiseTransposed, Noise, scores, Noise, words, Noise, size);

        var queryErrors = Zeroed(4, (long)words * size);
        var loss = 0.0;
        for (var i = 0; i < words; i++) loss += WordErrors(i, query, scores, queryErrors);
        Gemm.Add(scores, Noise, 1, noise, size, queryErrors, size, words, size, Noise);
        var noiseErrors = Zeroed(5, Noise * size);
        Gemm.Add(scores, 1, Noise, query, size, noiseErrors, size, Noise, size, words);
        for (var k = 0; k < Noise; k++)
        {
            var row = TargetGradients.Row(_drawn[k]);
            TensorPrimitives.Add(row, new ReadOnlySpan<float>(noiseErrors + k * size, size), row);
        }
        Gemm.Add(states, 1, both, queryErrors, size, HeadGradient.Data, size, both, size, words);
        var stateErrors = Zeroed(0, (long)words * both);
        Gemm.Add(queryErrors, size, 1, headTransposed, both, stateErrors, both, words, both, size);
        _backward.UnshiftErrors(stateErrors, lengths);
        _backward.FinishFirst(_work, lengths, words, _masks, _work.Hidden1);
        Spread();
        return loss;
    }

    /// <summary>Turns the scores of the noise into errors, and adds those of the truth.</summary>
    private double WordErrors(int i, float* query, float* scores, float* queryErrors)
    {
        var size = _targets.Size;
        var row = new Span<float>(scores + (long)i * Noise, Noise);
        var truth = _truth[i];
        if (truth == 0)
        {
            row.Clear();
            return 0;
        }
        var q = new ReadOnlySpan<float>(query + (long)i * size, size);
        var target = _targets.Row(truth);
        var own = TensorPrimitives.Dot<float>(q, target) - _noise.LogShare(truth);
        for (var k = 0; k < Noise; k++) row[k] = _drawn[k] == truth ? -1e9f : row[k] - _noise.LogShare(_drawn[k]);
        var most = Math.Max(own, TensorPrimitives.Max<float>(row));
        TensorPrimitives.Subtract(row, most, row);
        TensorPrimitives.Exp<float>(row, row);
        var mine = MathF.Exp(own - most);
        var total = TensorPrimitives.Sum<float>(row) + mine;
        TensorPrimitives.Divide(row, total, row);
        var error = mine / total - 1;
        var into = new Span<float>(queryErrors + (long)i * size, size);
        TensorPrimitives.MultiplyAdd(target, error, into, into);
        var gradient = TargetGradients.Row(truth);
        TensorPrimitives.MultiplyAdd(q, error, gradient, gradient);
        return -Math.Log(Math.Max(mine / total, 1e-9f));
    }

    private void DrawNoise(Random random, float* noise, float* transposed)
    {
        for (var k = 0; k < Noise; k++)
        {
            _drawn[k] = _noise.Draw(random);
            var row = _targets.Row(_drawn[k]);
            row.CopyTo(new Span<float>(noise + k * row.Length, row.Length));
            for (var d = 0; d < row.Length; d++) transposed[d * Noise + k] = row[d];
        }
    }

    private void Fill(ReadOnlySpan<InputLayer.WordRows[]> group, Random random)
    {
        _rows.Clear();
        _truth.Clear();
        var at = 0;
        foreach (var sentence in group)
        {
            foreach (var word in sentence)
            {
                // The affixes learn to stand in for words that will not be known.
                var rows = word.Word != 0 && random.NextSingle() < 0.1f ? word with { Word = 0 } : word;
                _truth.Add(word.Word);
                _rows.Add(rows);
                _inputs.Fill(rows, new Span<float>(_work.Input + (long)at++ * _shape.InputSize, _shape.InputSize));
            }
        }
    }

    private void Spread()
    {
        for (var i = 0; i < _rows.Count; i++)
            InputLayer.Spread(_rows[i], new ReadOnlySpan<float>(_backward.InputErrors + (long)i * _shape.InputSize, _shape.InputSize), WordGradients, AffixGradients);
    }

    private float* Zeroed(int buffer, long length)
    {
        var p = _buffers[buffer].Reserve(length);
        _buffers[buffer].Clear(length);
        return p;
    }
}

/// <summary>The distribution that noise words are drawn from: their frequency to the power of three quarters.</summary>
internal sealed class GapNoise
{
    private readonly int[] _table = new int[1 << 20];
    private readonly float[] _logShare;

    /// <param name="counts">By row; row 0, the unknown word, is never drawn.</param>
    public GapNoise(IReadOnlyList<long> counts)
    {
        var mass = counts.Skip(1).Sum(c => Math.Pow(c, 0.75));
        _logShare = [.. counts.Select(c => (float)Math.Log(Math.Max(Math.Pow(c, 0.75) / mass, 1e-12)))];
        var row = 1;
        var reached = Math.Pow(counts[1], 0.75) / mass;
        for (var i = 0; i < _table.Length; i++)
        {
            _table[i] = row;
            while ((double)i / _table.Length > reached && row < counts.Count - 1) reached += Math.Pow(counts[++row], 0.75) / mass;
        }
    }

    public int Draw(Random random) => _table[random.Next(_table.Length)];

    public float LogShare(int row) => _logShare[row];
}
