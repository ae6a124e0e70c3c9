using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Demarche.Language.Syntax;

namespace Demarche.Training.Syntax;

/// <summary>One thread's share of a training step: forward, loss and backward over a group of sentences.</summary>
internal sealed unsafe class GroupWorker
{
    private readonly NetShape _shape;
    private readonly SyntaxNet _net;
    private readonly NetBackward _backward;
    private readonly NetWorkspace _work = new();
    private readonly DropoutMasks _masks;
    private readonly InputLayer _inputs;
    private readonly List<InputLayer.WordRows> _rows = [];
    private readonly float[] _labelScores;

    public GroupWorker(NetShape shape, SyntaxNet net, float* transposed, float* packedTransposed, InputLayer inputs)
    {
        _shape = shape;
        _inputs = inputs;
        Gradient = new NativeBuffer(shape.Total);
        Gradient.Clear(shape.Total);
        _net = net;
        _backward = new NetBackward(shape, transposed, packedTransposed, Gradient.Data);
        _masks = new DropoutMasks(shape);
        WordGradients = new RowGradients(inputs.Words);
        AffixGradients = new RowGradients(inputs.Affixes);
        _labelScores = new float[shape.LabelCount];
    }

    public NativeBuffer Gradient { get; }

    public RowGradients WordGradients { get; }

    public RowGradients AffixGradients { get; }

    /// <summary>Sum of the losses over the group's words; gradients are added to the worker's own.</summary>
    public double Step(ReadOnlySpan<TrainingSentence> group, Random random, TrainingPlan plan)
    {
        var lengths = new int[group.Length];
        var words = 0;
        for (var s = 0; s < group.Length; s++) words += lengths[s] = group[s].Length;
        _work.Reserve(_shape, words, words);
        _backward.Reserve(words, _work.ArcStride);
        _masks.Draw(random, group.Length, plan.InputDropout, plan.HiddenDropout, plan.ProjectionDropout);
        FillInputs(group, random, plan);
        _masks.Apply(_masks.Input, _work.Input, _shape.InputSize, lengths);

        _net.Layer1(_work, lengths, words);
        Keep(_work.Hidden1, _backward.Raw1, words);
        _masks.Apply(_masks.Hidden1, _work.Hidden1, _shape.Both, lengths);
        _net.TagScores(_work, words);
        _net.Layer2(_work, lengths, words);
        Keep(_work.Hidden2, _backward.Raw2, words);
        _masks.Apply(_masks.Hidden2, _work.Hidden2, _shape.Both, lengths);
        _net.Project(_work, words);
        _masks.Apply(_masks.Proj, _work.Proj, _shape.ProjColumns, lengths);
        _net.SetLabelOnes(_work, words);
        _net.LabelRows(_work, 0, words);

        var loss = 0.0;
        var first = 0;
        foreach (var sentence in group)
        {
            loss += SentenceErrors(sentence, first, plan);
            first += sentence.Length;
        }
        _backward.Finish(_work, _net, lengths, words, _masks);
        SpreadInputErrors();
        return loss;
    }

    private double SentenceErrors(TrainingSentence sentence, int first, TrainingPlan plan)
    {
        var n = sentence.Length;
        var loss = 0.0;
        _net.ArcScores(_work, first, n);
        Span<float> labelError = stackalloc float[_shape.LabelCount];
        for (var i = 0; i < n; i++)
        {
            var row = new Span<float>(_work.ArcScores + (long)i * _work.ArcStride, n + 1);
            row[i + 1] = -1e9f;
            var error = new Span<float>(_backward.ArcErrors + (long)i * _work.ArcStride, _work.ArcStride);
            error.Clear();
            loss += CrossEntropy(row, sentence.Heads[i] + 1, error[..(n + 1)], 1);

            _net.LabelScores(_work, first, first + i, sentence.Heads[i], _labelScores);
            loss += CrossEntropy(_labelScores, sentence.Labels[i], labelError, 1);
            _backward.Label(_work, _net, first, first + i, sentence.Heads[i], labelError);

            var tags = _work.Tags + (long)(first + i) * NetShape.TagColumns;
            var tagErrors = _backward.TagErrors + (long)(first + i) * NetShape.TagColumns;
            loss += CrossEntropy(new Span<float>(tags, NetShape.UposCount), sentence.Upos[i], new Span<float>(tagErrors, NetShape.UposCount), plan.TagWeight);
            loss += CrossEntropy(
                new Span<float>(tags + NetShape.UposCount, NetShape.XposCount), sentence.Xpos[i],
                new Span<float>(tagErrors + NetShape.UposCount, NetShape.XposCount), plan.TagWeight);
        }
        _backward.Arcs(_work, _net, first, n);
        return loss;
    }

    private static double CrossEntropy(Span<float> scores, int truth, Span<float> error, float weight)
    {
        // The library's softmax does not guard against overflow.
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), error);
        TensorPrimitives.SoftMax<float>(error, error);
        var p = Math.Max(error[truth], 1e-9f);
        error[truth] -= 1;
        if (weight != 1) TensorPrimitives.Multiply(error, weight, error);
        return -Math.Log(p) * weight;
    }

    private void FillInputs(ReadOnlySpan<TrainingSentence> group, Random random, TrainingPlan plan)
    {
        _rows.Clear();
        var at = 0;
        foreach (var sentence in group)
        {
            foreach (var form in sentence.Forms)
            {
                var rows = _inputs.RowsOf(form);
                var count = _inputs.CountOf(rows.Word);
                if (rows.Word != 0 && random.NextSingle() < plan.UnknownRate / (plan.UnknownRate + count) + plan.WordDropout) rows = rows with { Word = 0 };
                _rows.Add(rows);
                _inputs.Fill(rows, new Span<float>(_work.Input + (long)at++ * _shape.InputSize, _shape.InputSize));
            }
        }
    }

    private void SpreadInputErrors()
    {
        for (var i = 0; i < _rows.Count; i++)
            InputLayer.Spread(_rows[i], new ReadOnlySpan<float>(_backward.InputErrors + (long)i * _shape.InputSize, _shape.InputSize), WordGradients, AffixGradients);
    }

    private void Keep(float* from, float* to, int words) =>
        NativeMemory.Copy(from, to, (nuint)((long)words * _shape.Both * sizeof(float)));
}
