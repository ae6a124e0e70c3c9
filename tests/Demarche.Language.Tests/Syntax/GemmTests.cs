using CsCheck;
using Demarche.Language.Syntax;
using Xunit;

namespace Demarche.Language.Tests.Syntax;

public sealed unsafe class GemmTests
{
    [Fact]
    public void Products_are_those_of_the_plain_loop() => (
        from m in Gen.Int[1, 70]
        from n in Gen.Int[1, 75]
        from k in Gen.OneOf(Gen.Int[1, 40], Gen.Int[250, 300])
        from transposed in Gen.Bool
        from seed in Gen.Int
        select (m, n, k, transposed, seed)).Sample(t =>
    {
        var random = new Random(t.seed);
        float[] a = Draw(random, t.m * t.k), b = Draw(random, t.k * t.n), c = Draw(random, t.m * t.n);
        var expected = (float[])c.Clone();
        int aRow = t.transposed ? 1 : t.k, aCol = t.transposed ? t.m : 1;
        for (var i = 0; i < t.m; i++)
            for (var j = 0; j < t.n; j++)
                for (var p = 0; p < t.k; p++)
                    expected[i * t.n + j] = MathF.FusedMultiplyAdd(a[i * aRow + p * aCol], b[p * t.n + j], expected[i * t.n + j]);
        fixed (float* pa = a, pb = b, pc = c) Gemm.Add(pa, aRow, aCol, pb, t.n, pc, t.n, t.m, t.n, t.k);
        // To the bit: a word's parse must not depend on how many words come with it.
        Assert.Equal(expected, c);
    }, iter: 200);

    [Fact]
    public void Packed_rows_give_the_same_however_many_come_together() => (
        from rows in Gen.Int[1, 9]
        from n in Gen.Int[1, 6].Select(x => 32 * x)
        from k in Gen.Int[1, 50]
        from seed in Gen.Int
        select (rows, n, k, seed)).Sample(t =>
    {
        var random = new Random(t.seed);
        float[] x = Draw(random, t.rows * t.k), b = Draw(random, t.k * t.n), y = Draw(random, t.rows * t.n), packed = new float[t.k * t.n];
        var expected = (float[])y.Clone();
        fixed (float* px = x, pb = b, py = y, pe = expected, pp = packed)
        {
            Gemm.Add(px, t.k, 1, pb, t.n, pe, t.n, t.rows, t.n, t.k);
            PackedRows.Pack(pb, t.k, t.n, pp);
            var xs = stackalloc float*[t.rows];
            var ys = stackalloc float*[t.rows];
            for (var r = 0; r < t.rows; r++)
            {
                xs[r] = px + r * t.k;
                ys[r] = py + r * t.n;
            }
            PackedRows.Add(xs, ys, t.rows, pp, t.n, t.k);
        }
        Assert.Equal(expected, y);
    }, iter: 200);

    private static float[] Draw(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() * 2 - 1)];
}
