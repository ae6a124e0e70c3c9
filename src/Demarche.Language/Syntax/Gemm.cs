using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language.Syntax;

/// <summary>
/// Single-precision matrix product on row-major memory: <c>C += A·B</c>. Every element of C is summed over k in order with fused
/// multiply-add, whatever the tile it falls into, so that a row's result does not depend on the rows beside it.
/// </summary>
public static unsafe class Gemm
{
    private const int Lane = 8;

    /// <param name="a">Element (i, k) stands at <c>a[i·aRow + k·aCol]</c>: swap the strides to use A transposed.</param>
    /// <param name="b">k rows of n; row stride <paramref name="ldb"/>.</param>
    /// <param name="c">m rows of n; row stride <paramref name="ldc"/>.</param>
    public static void Add(float* a, int aRow, int aCol, float* b, int ldb, float* c, int ldc, int m, int n, int k)
    {
        var j = 0;
        if (Vector512.IsHardwareAccelerated && m >= PackedGemm.LeastRows)
        {
            j = n / PackedGemm.Columns * PackedGemm.Columns;
            PackedGemm.Add(a, aRow, aCol, b, ldb, c, ldc, m, j, k);
        }
        for (; j + 2 * Lane <= n; j += 2 * Lane)
        {
            var i = 0;
            for (; i + 6 <= m; i += 6) Tile6(a + (long)i * aRow, aRow, aCol, b + j, ldb, c + (long)i * ldc + j, ldc, k);
            for (; i < m; i++) Tile1(a + (long)i * aRow, aCol, b + j, ldb, c + (long)i * ldc + j, k);
        }
        for (; j + Lane <= n; j += Lane)
        {
            var i = 0;
            for (; i + 4 <= m; i += 4) Tile4(a + (long)i * aRow, aRow, aCol, b + j, ldb, c + (long)i * ldc + j, ldc, k);
            for (; i < m; i++) Narrow(a + (long)i * aRow, aCol, b + j, ldb, c + (long)i * ldc + j, k);
        }
        for (; j < n; j++)
        {
            for (var i = 0; i < m; i++)
            {
                var sum = c[(long)i * ldc + j];
                var ai = a + (long)i * aRow;
                for (var p = 0; p < k; p++) sum = MathF.FusedMultiplyAdd(ai[(long)p * aCol], b[(long)p * ldb + j], sum);
                c[(long)i * ldc + j] = sum;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile6(float* a, int aRow, int aCol, float* b, int ldb, float* c, int ldc, int k)
    {
        float* a1 = a + aRow, a2 = a1 + aRow, a3 = a2 + aRow, a4 = a3 + aRow, a5 = a4 + aRow;
        float* c1 = c + ldc, c2 = c1 + ldc, c3 = c2 + ldc, c4 = c3 + ldc, c5 = c4 + ldc;
        Vector256<float> x00 = Vector256.Load(c), x01 = Vector256.Load(c + Lane);
        Vector256<float> x10 = Vector256.Load(c1), x11 = Vector256.Load(c1 + Lane);
        Vector256<float> x20 = Vector256.Load(c2), x21 = Vector256.Load(c2 + Lane);
        Vector256<float> x30 = Vector256.Load(c3), x31 = Vector256.Load(c3 + Lane);
        Vector256<float> x40 = Vector256.Load(c4), x41 = Vector256.Load(c4 + Lane);
        Vector256<float> x50 = Vector256.Load(c5), x51 = Vector256.Load(c5 + Lane);
        long at = 0;
        for (var p = 0; p < k; p++, at += aCol, b += ldb)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + Lane);
            var v = Vector256.Create(a[at]);
            x00 = Vector256.FusedMultiplyAdd(v, b0, x00);
            x01 = Vector256.FusedMultiplyAdd(v, b1, x01);
            v = Vector256.Create(a1[at]);
            x10 = Vector256.FusedMultiplyAdd(v, b0, x10);
            x11 = Vector256.FusedMultiplyAdd(v, b1, x11);
            v = Vector256.Create(a2[at]);
            x20 = Vector256.FusedMultiplyAdd(v, b0, x20);
            x21 = Vector256.FusedMultiplyAdd(v, b1, x21);
            v = Vector256.Create(a3[at]);
            x30 = Vector256.FusedMultiplyAdd(v, b0, x30);
            x31 = Vector256.FusedMultiplyAdd(v, b1, x31);
            v = Vector256.Create(a4[at]);
            x40 = Vector256.FusedMultiplyAdd(v, b0, x40);
            x41 = Vector256.FusedMultiplyAdd(v, b1, x41);
            v = Vector256.Create(a5[at]);
            x50 = Vector256.FusedMultiplyAdd(v, b0, x50);
            x51 = Vector256.FusedMultiplyAdd(v, b1, x51);
        }
        x00.Store(c);
        x01.Store(c + Lane);
        x10.Store(c1);
        x11.Store(c1 + Lane);
        x20.Store(c2);
        x21.Store(c2 + Lane);
        x30.Store(c3);
        x31.Store(c3 + Lane);
        x40.Store(c4);
        x41.Store(c4 + Lane);
        x50.Store(c5);
        x51.Store(c5 + Lane);
    }

    private static void Tile1(float* a, int aCol, float* b, int ldb, float* c, int k)
    {
        var x0 = Vector256.Load(c);
        var x1 = Vector256.Load(c + Lane);
        long at = 0;
        for (var p = 0; p < k; p++, at += aCol, b += ldb)
        {
            var v = Vector256.Create(a[at]);
            x0 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b), x0);
            x1 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b + Lane), x1);
        }
        x0.Store(c);
        x1.Store(c + Lane);
    }

    private static void Tile4(float* a, int aRow, int aCol, float* b, int ldb, float* c, int ldc, int k)
    {
        float* a1 = a + aRow, a2 = a1 + aRow, a3 = a2 + aRow;
        float* c1 = c + ldc, c2 = c1 + ldc, c3 = c2 + ldc;
        Vector256<float> x0 = Vector256.Load(c), x1 = Vector256.Load(c1), x2 = Vector256.Load(c2), x3 = Vector256.Load(c3);
        long at = 0;
        for (var p = 0; p < k; p++, at += aCol, b += ldb)
        {
            var w = Vector256.Load(b);
            x0 = Vector256.FusedMultiplyAdd(Vector256.Create(a[at]), w, x0);
            x1 = Vector256.FusedMultiplyAdd(Vector256.Create(a1[at]), w, x1);
            x2 = Vector256.FusedMultiplyAdd(Vector256.Create(a2[at]), w, x2);
            x3 = Vector256.FusedMultiplyAdd(Vector256.Create(a3[at]), w, x3);
        }
        x0.Store(c);
        x1.Store(c1);
        x2.Store(c2);
        x3.Store(c3);
    }

    private static void Narrow(float* a, int aCol, float* b, int ldb, float* c, int k)
    {
        var x = Vector256.Load(c);
        long at = 0;
        for (var p = 0; p < k; p++, at += aCol, b += ldb) x = Vector256.FusedMultiplyAdd(Vector256.Create(a[at]), Vector256.Load(b), x);
        x.Store(c);
    }
}
