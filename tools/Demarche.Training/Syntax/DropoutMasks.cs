using System.Numerics.Tensors;
using Demarche.Language.Syntax;

namespace Demarche.Training.Syntax;

/// <summary>Variational dropout: one mask a sentence and layer, the same for all its words.</summary>
internal sealed unsafe class DropoutMasks(NetShape shape)
{
    public float[] Input { get; private set; } = [];
    public float[] Hidden1 { get; private set; } = [];
    public float[] Hidden2 { get; private set; } = [];
    public float[] Proj { get; private set; } = [];

    public void Draw(Random random, int sentences, float input, float hidden, float proj)
    {
        Input = Mask(random, sentences * shape.InputSize, input);
        Hidden1 = Mask(random, sentences * shape.Both, hidden);
        Hidden2 = Mask(random, sentences * shape.Both, hidden);
        Proj = Mask(random, sentences * shape.ProjColumns, proj);
    }

    public void Apply(float[] mask, float* rows, int width, ReadOnlySpan<int> lengths)
    {
        long row = 0;
        for (var s = 0; s < lengths.Length; s++)
        {
            var m = mask.AsSpan(s * width, width);
            for (var i = 0; i < lengths[s]; i++, row++)
            {
                var r = new Span<float>(rows + row * width, width);
                TensorPrimitives.Multiply(r, m, r);
            }
        }
    }

    private static float[] Mask(Random random, int length, float rate)
    {
        var mask = new float[length];
        var keep = 1 / (1 - rate);
        for (var i = 0; i < length; i++) mask[i] = rate > 0 && random.NextSingle() < rate ? 0 : keep;
        return mask;
    }
}
