using Demarche.Language;
using Demarche.Language.Syntax;
using Demarche.Training.Syntax;
using Xunit;

namespace Demarche.Training.Tests.Syntax;

/// <summary>The backward pass against numerical derivatives of the loss, on a tiny net and invented sentences.</summary>
public sealed unsafe class GradientTests
{
    private static readonly NetShape Shape = new() { WordSize = 16, AffixSize = 16, Hidden = 32, ArcSize = 16, LabelSize = 8 };

    private static readonly TrainingPlan Plan = new()
    {
        InputDropout = 0,
        HiddenDropout = 0,
        ProjectionDropout = 0,
        UnknownRate = 0,
        WordDropout = 0,
        Workers = 1,
    };

    private static readonly TrainingSentence[] Group =
    [
        Sentence("Envoys met quietly", [1, -1, 1], [Deprel.Nsubj, Deprel.Root, Deprel.Advmod]),
        Sentence("the old port reopened today", [2, 2, 3, -1, 3], [Deprel.Det, Deprel.Amod, Deprel.Nsubj, Deprel.Root, Deprel.OblUnmarked]),
        Sentence("Go", [-1], [Deprel.Root]),
    ];

    [Fact]
    public void Gradients_of_the_weights_are_the_slopes_of_the_loss()
    {
        using var run = new Run();
        run.Loss();
        var analytic = run.Worker.Gradient.AsSpan(Shape.Total).ToArray();
        var random = new Random(3);
        foreach (var (at, rows, columns) in Transpose.Matrices(Shape).Append((Shape.Bias1, 1, 2 * Shape.Gates)).Append((Shape.Bias2, 1, 2 * Shape.Gates))
            .Append((Shape.ProjBias, 1, Shape.ProjColumns)).Append((Shape.ArcHeadBias, 1, Shape.ArcSize)).Append((Shape.RootVector, 1, Shape.ArcSize + Shape.LabelSize)))
        {
            var block = analytic.AsSpan(at, rows * columns).ToArray();
            var strongest = Enumerable.Range(0, block.Length).OrderByDescending(i => Math.Abs(block[i])).Take(6);
            foreach (var i in strongest.Concat(Enumerable.Range(0, 4).Select(_ => random.Next(block.Length))))
                AssertClose(run.Slope(ref run.Weights.AsSpan(Shape.Total)[at + i]), block[i], $"matrix at {at}, element {i}");
        }
    }

    [Fact]
    public void Gradients_of_the_embeddings_are_the_slopes_of_the_loss()
    {
        using var run = new Run();
        run.Loss();
        var rows = run.Worker.WordGradients.Rows.ToArray();
        var gradients = rows.Select(r => run.Worker.WordGradients.Row(r).ToArray()).ToArray();
        Assert.Equal(9, rows.Length);
        for (var k = 0; k < rows.Length; k++)
            for (var i = 0; i < Shape.WordSize; i += 5)
                AssertClose(run.Slope(ref run.Inputs.Words.Row(rows[k])[i]), gradients[k][i], $"word row {rows[k]}, element {i}");
    }

    private static void AssertClose(double slope, double gradient, string where) =>
        Assert.True(Math.Abs(slope - gradient) < 0.02 + 0.03 * Math.Abs(gradient), $"{where}: slope {slope:f4}, gradient {gradient:f4}");

    private static TrainingSentence Sentence(string text, int[] heads, Deprel[] labels)
    {
        var forms = text.Split(' ');
        return new TrainingSentence
        {
            Forms = forms,
            Lemmas = forms,
            Heads = heads,
            Labels = [.. labels.Select(l => (byte)l)],
            Upos = [.. forms.Select((_, i) => (byte)((int)Upos.NOUN - i))],
            Xpos = [.. forms.Select((_, i) => (byte)((int)Xpos.NN + i))],
        };
    }

    private sealed class Run : IDisposable
    {
        private readonly NativeBuffer _transposed = new(Shape.Total);
        private readonly NativeBuffer _packed = new(SyntaxNet.PackedSize(Shape));
        private readonly NativeBuffer _packedTransposed = new(SyntaxNet.PackedSize(Shape));

        public Run()
        {
            InitialWeights.Draw(Shape, Weights.AsSpan(Shape.Total), new Random(1));
            var hashes = Group.SelectMany(s => s.Forms).Select(f => WordFeatures.FormHash(f)).Distinct().ToList();
            Inputs = new InputLayer(Shape, hashes, _ => 1, 8);
            Inputs.Words.Initialize(new Random(2), 1);
            Inputs.Affixes.Initialize(new Random(3), 1);
            Worker = new GroupWorker(Shape, new SyntaxNet(Shape, Weights.Data, _packed.Data), _transposed.Data, _packedTransposed.Data, Inputs);
        }

        public NativeBuffer Weights { get; } = new(Shape.Total);

        public InputLayer Inputs { get; }

        public GroupWorker Worker { get; }

        public double Loss()
        {
            Transpose.All(Shape, Weights.Data, _transposed.Data);
            Transpose.PackRecurrent(Shape, _transposed.Data, _packedTransposed.Data);
            SyntaxNet.Pack(Shape, Weights.Data, _packed.Data);
            return Worker.Step(Group, new Random(1), Plan);
        }

        public double Slope(ref float weight)
        {
            const float step = 4e-3f;
            var kept = weight;
            weight = kept + step;
            var above = Loss();
            weight = kept - step;
            var below = Loss();
            weight = kept;
            return (above - below) / (2 * step);
        }

        public void Dispose()
        {
            Weights.Dispose();
            _transposed.Dispose();
            _packed.Dispose();
            _packedTransposed.Dispose();
        }
    }
}
