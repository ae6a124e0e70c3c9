using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language.Syntax;

/// <summary>
/// The product for many rows on machines with 512-bit vectors: both factors are copied into contiguous tiles first, so that the inner
/// loop reads the first cache level only. Sums run over k in order, as in <see cref="Gemm"/>.
/// </summary>
internal static unsafe class PackedGemm
{
    /// <summary>Columns are taken this many at a time; the rest is left to the caller.</summary>
    public const int Columns = 32;

    /// <summary>Below so many rows copying does not pay.</summary>
    public const int LeastRows = 48;

    private const int Rows = 8;
    private const int Depth = 256;

    [ThreadStatic]
    private static NativeBuffer? t_scratch;

    public static void Add(float* a, int aRow, int aCol, float* b, int ldb, float* c, int ldc, int m, int n, int k)
    {
        var tiles = m / Rows;
        var scratch = (t_scratch ??= new NativeBuffer()).Reserve(Depth * Columns + (long)tiles * Rows * Depth);
        var panel = scratch;
        var packed = scratch + Depth * Columns;
        for (var first = 0; first < k; first += Depth)
        {
            var depth = Math.Min(Depth, k - first);
            PackRows(a + (long)first * aCol, aRow, aCol, packed, tiles, depth);
            for (var j = 0; j < n; j += Columns)
            {
                var from = b + (long)first * ldb + j;
                for (var p = 0; p < depth; p++, from += ldb)
                {
                    Vector512.Load(from).Store(panel + p * Columns);
                    Vector512.Load(from + 16).Store(panel + p * Columns + 16);
                }
                for (var t = 0; t < tiles; t++) Tile(packed + (long)t * Rows * depth, panel, c + (long)t * Rows * ldc + j, ldc, depth);
                for (var i = tiles * Rows; i < m; i++) One(a + (long)i * aRow + (long)first * aCol, aCol, panel, c + (long)i * ldc + j, depth);
            }
        }
    }

    private static void PackRows(float* a, int aRow, int aCol, float* packed, int tiles, int depth)
    {
        for (var t = 0; t < tiles; t++)
        {
            var from = a + (long)t * Rows * aRow;
            var to = packed + (long)t * Rows * depth;
            if (aRow == 1)
            {
                for (var p = 0; p < depth; p++) Vector256.Load(from + (long)p * aCol).Store(to + p * Rows);
                continue;
            }
            for (var r = 0; r < Rows; r++, from += aRow)
                for (var p = 0; p < depth; p++) to[p * Rows + r] = from[(long)p * aCol];
        }
    }

    private static void One(float* a, int aCol, float* b, float* c, int k)
    {
        var c0 = Vector512.Load(c);
        var c1 = Vector512.Load(c + 16);
        for (var p = 0; p < k; p++, b += Columns)
        {
            var v = Vector512.Create(a[(long)p * aCol]);
            c0 = Vector512.FusedMultiplyAdd(v, Vector512.Load(b), c0);
            c1 = Vector512.FusedMultiplyAdd(v, Vector512.Load(b + 16), c1);
        }
        c0.Store(c);
        c1.Store(c + 16);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Tile(float* a, float* b, float* c, int ldc, int k)
    {
        float* c1 = c + ldc, c2 = c1 + ldc, c3 = c2 + ldc, c4 = c3 + ldc, c5 = c4 + ldc, c6 = c5 + ldc, c7 = c6 + ldc;
        Vector512<float> x00 = Vector512.Load(c), x01 = Vector512.Load(c + 16), x10 = Vector512.Load(c1), x11 = Vector512.Load(c1 + 16);
        Vector512<float> x20 = Vector512.Load(c2), x21 = Vector512.Load(c2 + 16), x30 = Vector512.Load(c3), x31 = Vector512.Load(c3 + 16);
        Vector512<float> x40 = Vector512.Load(c4), x41 = Vector512.Load(c4 + 16), x50 = Vector512.Load(c5), x51 = Vector512.Load(c5 + 16);
        Vector512<float> x60 = Vector512.Load(c6), x61 = Vector512.Load(c6 + 16), x70 = Vector512.Load(c7), x71 = Vector512.Load(c7 + 16);
        for (var p = 0; p < k; p++, a += Rows, b += Columns)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var v = Vector512.Create(a[0]);
            x00 = Vector512.FusedMultiplyAdd(v, b0, x00);
            x01 = Vector512.FusedMultiplyAdd(v, b1, x01);
            v = Vector512.Create(a[1]);
            x10 = Vector512.FusedMultiplyAdd(v, b0, x10);
            x11 = Vector512.FusedMultiplyAdd(v, b1, x11);
            v = Vector512.Create(a[2]);
            x20 = Vector512.FusedMultiplyAdd(v, b0, x20);
            x21 = Vector512.FusedMultiplyAdd(v, b1, x21);
            v = Vector512.Create(a[3]);
            x30 = Vector512.FusedMultiplyAdd(v, b0, x30);
            x31 = Vector512.FusedMultiplyAdd(v, b1, x31);
            v = Vector512.Create(a[4]);
            x40 = Vector512.FusedMultiplyAdd(v, b0, x40);
            x41 = Vector512.FusedMultiplyAdd(v, b1, x41);
            v = Vector512.Create(a[5]);
            x50 = Vector512.FusedMultiplyAdd(v, b0, x50);
            x51 = Vector512.FusedMultiplyAdd(v, b1, x51);
            v = Vector512.Create(a[6]);
            x60 = Vector512.FusedMultiplyAdd(v, b0, x60);
            x61 = Vector512.FusedMultiplyAdd(v, b1, x61);
            v = Vector512.Create(a[7]);
            x70 = Vector512.FusedMultiplyAdd(v, b0, x70);
            x71 = Vector512.FusedMultiplyAdd(v, b1, x71);
        }
        x00.Store(c);
        x01.Store(c + 16);
        x10.Store(c1);
        x11.Store(c1 + 16);
        x20.Store(c2);
        x21.Store(c2 + 16);
        x30.Store(c3);
        x31.Store(c3 + 16);
        x40.Store(c4);
        x41.Store(c4 + 16);
        x50.Store(c5);
        x51.Store(c5 + 16);
        x60.Store(c6);
        x61.Store(c6 + 16);
        x70.Store(c7);
        x71.Store(c7 + 16);
    }
}
