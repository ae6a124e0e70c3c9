using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Demarche.Language.Syntax;

namespace Demarche.Training.Syntax;

/// <summary>
/// Trains the network with Adam on shuffled groups of sentences, data-parallel with a fixed order of reduction. The learning rate
/// falls on a half cosine.
/// </summary>
internal sealed unsafe partial class SyntaxTrainer
{
    private readonly NetShape _shape;
    private readonly TrainingPlan _plan;
    private readonly InputLayer _inputs;
    private readonly NativeBuffer _weights;
    private readonly NativeBuffer _transposed;
    private readonly NativeBuffer _packed;
    private readonly NativeBuffer _packedTransposed;
    private readonly NativeBuffer _first;
    private readonly NativeBuffer _second;
    private readonly GroupWorker[] _workers;

    public SyntaxTrainer(NetShape shape, TrainingPlan plan, InputLayer inputs)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(shape.Total % Vector256<float>.Count, 0);
        _shape = shape;
        _plan = plan;
        _inputs = inputs;
        _weights = Zeros();
        _transposed = Zeros();
        _packed = new NativeBuffer(SyntaxNet.PackedSize(shape));
        _packedTransposed = new NativeBuffer(SyntaxNet.PackedSize(shape));
        _first = Zeros();
        _second = Zeros();
        InitialWeights.Draw(shape, _weights.AsSpan(shape.Total), new Random(plan.Seed));
        _workers = [.. Enumerable.Range(0, plan.Workers).Select(_ => new GroupWorker(shape, Net, _transposed.Data, _packedTransposed.Data, inputs))];
    }

    public ReadOnlySpan<float> Weights => _weights.AsSpan(_shape.Total);

    public SyntaxNet Net => new(_shape, _weights.Data, _packed.Data);

    /// <param name="after">Called after every epoch with its number from 1 and the mean loss a word.</param>
    public void Run(IReadOnlyList<TrainingSentence> data, Action<int, double> after)
    {
        var random = new Random(_plan.Seed);
        var order = Enumerable.Range(0, data.Count).ToArray();
        var perStep = _plan.Group * _plan.Workers;
        var total = _plan.Epochs * ((data.Count + perStep - 1) / perStep);
        var step = 0;
        for (var epoch = 1; epoch <= _plan.Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            long words = 0;
            for (var at = 0; at < order.Length; at += perStep)
            {
                var batch = order.AsSpan(at, Math.Min(perStep, order.Length - at)).ToArray().Select(i => Recasing.Draw(data[i], random, _plan.Recasing)).ToArray();
                loss += Step(batch, step++, total);
                words += batch.Sum(s => s.Length);
            }
            if (!double.IsFinite(loss)) throw new InvalidOperationException($"the loss is no number after epoch {epoch}: lower the learning rate");
            after(epoch, loss / words);
        }
    }

    private double Step(TrainingSentence[] batch, int step, int total)
    {
        RefreshCopies();
        var losses = new double[_workers.Length];
        var share = (batch.Length + _workers.Length - 1) / _workers.Length;
        Parallel.For(0, _workers.Length, k =>
        {
            var from = Math.Min(k * share, batch.Length);
            var to = Math.Min(from + share, batch.Length);
            if (from < to) losses[k] = _workers[k].Step(batch.AsSpan(from, to - from), new Random(HashCode(step, k)), _plan);
        });
        Update(batch.Sum(s => s.Length), step, total);
        return losses.Sum();
    }

    private void RefreshCopies()
    {
        Transpose.All(_shape, _weights.Data, _transposed.Data);
        Transpose.PackRecurrent(_shape, _transposed.Data, _packedTransposed.Data);
        SyntaxNet.Pack(_shape, _weights.Data, _packed.Data);
    }

    private int HashCode(int step, int worker) => unchecked((_plan.Seed * 31 + step) * 31 + worker);

    private void Update(int words, int step, int total)
    {
        var gradient = _workers[0].Gradient.AsSpan(_shape.Total);
        for (var k = 1; k < _workers.Length; k++)
        {
            var other = _workers[k].Gradient.AsSpan(_shape.Total);
            TensorPrimitives.Add(gradient, other, gradient);
            other.Clear();
        }
        // A mean over the step's words keeps the scale whatever the group's size.
        var scale = 1f / words * 10;
        var norm = TensorPrimitives.Norm<float>(gradient) * scale;
        if (norm > _plan.Clip) scale *= _plan.Clip / norm;
        var rate = _plan.FinalRate + (_plan.Rate - _plan.FinalRate) * 0.5f * (1 + MathF.Cos(MathF.PI * step / total));
        rate *= Math.Min(1, (step + 1) / 200f);
        var corrected = rate * MathF.Sqrt(1 - MathF.Pow(_plan.Beta2, step + 1)) / (1 - MathF.Pow(_plan.Beta1, step + 1));
        Parallel.Invoke(
            () => Adam(_weights.Data, _workers[0].Gradient.AsSpan(_shape.Total), corrected, scale),
            () => UpdateRows([.. _workers.Select(w => w.WordGradients)], _inputs.Words, corrected, scale),
            () => UpdateRows([.. _workers.Select(w => w.AffixGradients)], _inputs.Affixes, corrected, scale));
        gradient.Clear();
    }

    private void Adam(float* weights, ReadOnlySpan<float> gradient, float rate, float scale)
    {
        float b1 = _plan.Beta1, b2 = _plan.Beta2;
        var m = _first.Data;
        var v = _second.Data;
        var lanes = Vector256<float>.Count;
        fixed (float* from = gradient)
        {
            for (var i = 0; i < gradient.Length; i += lanes)
            {
                var g = Vector256.Load(from + i) * scale;
                var first = Vector256.Load(m + i) * b1 + g * (1 - b1);
                var second = Vector256.Load(v + i) * b2 + g * g * (1 - b2);
                first.Store(m + i);
                second.Store(v + i);
                (Vector256.Load(weights + i) - first * rate / (Vector256.Sqrt(second) + Vector256.Create(1e-8f))).Store(weights + i);
            }
        }
    }

    private void UpdateRows(RowGradients[] gradients, EmbeddingTable table, float rate, float scale)
    {
        var main = gradients[0];
        foreach (var other in gradients.Skip(1))
        {
            foreach (var r in other.Rows)
            {
                var into = main.Row(r);
                TensorPrimitives.Add(into, other.Row(r), into);
            }
            other.Clear();
        }
        foreach (var r in main.Rows) table.Update(r, main.Row(r), rate, _plan.Beta1, _plan.Beta2, scale);
        main.Clear();
    }

    private NativeBuffer Zeros()
    {
        var b = new NativeBuffer(_shape.Total);
        b.Clear(_shape.Total);
        return b;
    }
}
