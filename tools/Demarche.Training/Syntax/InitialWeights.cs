using Demarche.Language.Syntax;

namespace Demarche.Training.Syntax;

/// <summary>Glorot-uniform matrices, forget gates open by one, everything else zero.</summary>
internal static class InitialWeights
{
    public static void Draw(NetShape s, Span<float> weights, Random random)
    {
        weights.Clear();
        foreach (var (at, rows, columns) in Transpose.Matrices(s))
        {
            var fan = at == s.In1 || at == s.In2 ? rows + s.Hidden : at == s.Rec1 || at == s.Rec2 ? rows + s.Hidden : rows + columns;
            if (at == s.LabelTensor) fan = 2 * s.LabelSize * 4;
            var limit = MathF.Sqrt(6f / fan);
            foreach (ref var w in weights.Slice(at, rows * columns)) w = (random.NextSingle() * 2 - 1) * limit;
        }
        for (var direction = 0; direction < 2; direction++)
        {
            weights.Slice(s.Bias1 + direction * s.Gates + s.Hidden, s.Hidden).Fill(1);
            weights.Slice(s.Bias2 + direction * s.Gates + s.Hidden, s.Hidden).Fill(1);
        }
        foreach (ref var w in weights.Slice(s.RootVector, s.ArcSize + s.LabelSize)) w = (random.NextSingle() * 2 - 1) * 0.1f;
    }
}
