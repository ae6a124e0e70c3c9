using System.Runtime.Intrinsics;

namespace Demarche.Language.Syntax;

/// <summary>
/// Products of a few rows with a matrix laid out in panels of 64 columns, as the recurrence needs them: the matrix streams once from
/// the cache for up to four rows. Every element is summed over k in order, so that a row's result does not depend on the others.
/// </summary>
public static unsafe class PackedRows
{
    private const int Panel = 64;

    /// <summary>Lays out a row-major matrix of k rows and n columns (a multiple of 32) in panels; takes as much room.</summary>
    public static void Pack(float* matrix, int k, int n, float* packed)
    {
        for (var j = 0; j < n; j += Panel)
        {
            var width = Math.Min(Panel, n - j);
            for (var p = 0; p < k; p++, packed += width)
                new ReadOnlySpan<float>(matrix + (long)p * n + j, width).CopyTo(new Span<float>(packed, width));
        }
    }

    /// <summary><c>ys[r] += xs[r]·B</c> for each of the rows.</summary>
    /// <param name="b">What <see cref="Pack"/> laid out.</param>
    public static void Add(float** xs, float** ys, int rows, float* b, int n, int k)
    {
        var r = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; r + 4 <= rows; r += 4)
            {
                var panel = b;
                for (var j = 0; j < n; j += Panel)
                {
                    var width = Math.Min(Panel, n - j);
                    if (width == Panel) Four(xs + r, ys + r, panel, j, k);
                    else for (var s = r; s < r + 4; s++) Half(xs[s], ys[s] + j, panel, k);
                    panel += (long)width * k;
                }
            }
            for (; r + 2 <= rows; r += 2)
            {
                var panel = b;
                for (var j = 0; j < n; j += Panel)
                {
                    var width = Math.Min(Panel, n - j);
                    if (width == Panel) Two(xs + r, ys + r, panel, j, k);
                    else for (var s = r; s < r + 2; s++) Half(xs[s], ys[s] + j, panel, k);
                    panel += (long)width * k;
                }
            }
        }
        for (; r < rows; r++)
        {
            var panel = b;
            for (var j = 0; j < n; j += Panel)
            {
                var width = Math.Min(Panel, n - j);
                if (width < Panel) Half(xs[r], ys[r] + j, panel, k);
                else if (Vector512.IsHardwareAccelerated) One(xs[r], ys[r] + j, panel, k);
                else OneNarrow(xs[r], ys[r] + j, panel, k);
                panel += (long)width * k;
            }
        }
    }

    private static void Four(float** xs, float** ys, float* b, int j, int k)
    {
        float* x0 = xs[0], x1 = xs[1], x2 = xs[2], x3 = xs[3];
        float* y0 = ys[0] + j, y1 = ys[1] + j, y2 = ys[2] + j, y3 = ys[3] + j;
        Vector512<float> c00 = Vector512.Load(y0), c01 = Vector512.Load(y0 + 16), c02 = Vector512.Load(y0 + 32), c03 = Vector512.Load(y0 + 48);
        Vector512<float> c10 = Vector512.Load(y1), c11 = Vector512.Load(y1 + 16), c12 = Vector512.Load(y1 + 32), c13 = Vector512.Load(y1 + 48);
        Vector512<float> c20 = Vector512.Load(y2), c21 = Vector512.Load(y2 + 16), c22 = Vector512.Load(y2 + 32), c23 = Vector512.Load(y2 + 48);
        Vector512<float> c30 = Vector512.Load(y3), c31 = Vector512.Load(y3 + 16), c32 = Vector512.Load(y3 + 32), c33 = Vector512.Load(y3 + 48);
        for (var p = 0; p < k; p++, b += Panel)
        {
            var w0 = Vector512.Load(b);
            var w1 = Vector512.Load(b + 16);
            var w2 = Vector512.Load(b + 32);
            var w3 = Vector512.Load(b + 48);
            var v = Vector512.Create(x0[p]);
            c00 = Vector512.FusedMultiplyAdd(v, w0, c00);
            c01 = Vector512.FusedMultiplyAdd(v, w1, c01);
            c02 = Vector512.FusedMultiplyAdd(v, w2, c02);
            c03 = Vector512.FusedMultiplyAdd(v, w3, c03);
            v = Vector512.Create(x1[p]);
            c10 = Vector512.FusedMultiplyAdd(v, w0, c10);
            c11 = Vector512.FusedMultiplyAdd(v, w1, c11);
            c12 = Vector512.FusedMultiplyAdd(v, w2, c12);
            c13 = Vector512.FusedMultiplyAdd(v, w3, c13);
            v = Vector512.Create(x2[p]);
            c20 = Vector512.FusedMultiplyAdd(v, w0, c20);
            c21 = Vector512.FusedMultiplyAdd(v, w1, c21);
            c22 = Vector512.FusedMultiplyAdd(v, w2, c22);
            c23 = Vector512.FusedMultiplyAdd(v, w3, c23);
            v = Vector512.Create(x3[p]);
            c30 = Vector512.FusedMultiplyAdd(v, w0, c30);
            c31 = Vector512.FusedMultiplyAdd(v, w1, c31);
            c32 = Vector512.FusedMultiplyAdd(v, w2, c32);
            c33 = Vector512.FusedMultiplyAdd(v, w3, c33);
        }
        Store(y0, c00, c01, c02, c03);
        Store(y1, c10, c11, c12, c13);
        Store(y2, c20, c21, c22, c23);
        Store(y3, c30, c31, c32, c33);
    }

    private static void Two(float** xs, float** ys, float* b, int j, int k)
    {
        float* x0 = xs[0], x1 = xs[1], y0 = ys[0] + j, y1 = ys[1] + j;
        Vector512<float> c00 = Vector512.Load(y0), c01 = Vector512.Load(y0 + 16), c02 = Vector512.Load(y0 + 32), c03 = Vector512.Load(y0 + 48);
        Vector512<float> c10 = Vector512.Load(y1), c11 = Vector512.Load(y1 + 16), c12 = Vector512.Load(y1 + 32), c13 = Vector512.Load(y1 + 48);
        for (var p = 0; p < k; p++, b += Panel)
        {
            var v0 = Vector512.Create(x0[p]);
            var v1 = Vector512.Create(x1[p]);
            var w = Vector512.Load(b);
            c00 = Vector512.FusedMultiplyAdd(v0, w, c00);
            c10 = Vector512.FusedMultiplyAdd(v1, w, c10);
            w = Vector512.Load(b + 16);
            c01 = Vector512.FusedMultiplyAdd(v0, w, c01);
            c11 = Vector512.FusedMultiplyAdd(v1, w, c11);
            w = Vector512.Load(b + 32);
            c02 = Vector512.FusedMultiplyAdd(v0, w, c02);
            c12 = Vector512.FusedMultiplyAdd(v1, w, c12);
            w = Vector512.Load(b + 48);
            c03 = Vector512.FusedMultiplyAdd(v0, w, c03);
            c13 = Vector512.FusedMultiplyAdd(v1, w, c13);
        }
        Store(y0, c00, c01, c02, c03);
        Store(y1, c10, c11, c12, c13);
    }

    private static void One(float* x, float* y, float* b, int k)
    {
        Vector512<float> c0 = Vector512.Load(y), c1 = Vector512.Load(y + 16), c2 = Vector512.Load(y + 32), c3 = Vector512.Load(y + 48);
        for (var p = 0; p < k; p++, b += Panel)
        {
            var v = Vector512.Create(x[p]);
            c0 = Vector512.FusedMultiplyAdd(v, Vector512.Load(b), c0);
            c1 = Vector512.FusedMultiplyAdd(v, Vector512.Load(b + 16), c1);
            c2 = Vector512.FusedMultiplyAdd(v, Vector512.Load(b + 32), c2);
            c3 = Vector512.FusedMultiplyAdd(v, Vector512.Load(b + 48), c3);
        }
        Store(y, c0, c1, c2, c3);
    }

    private static void OneNarrow(float* x, float* y, float* b, int k)
    {
        Vector256<float> c0 = Vector256.Load(y), c1 = Vector256.Load(y + 8), c2 = Vector256.Load(y + 16), c3 = Vector256.Load(y + 24);
        Vector256<float> c4 = Vector256.Load(y + 32), c5 = Vector256.Load(y + 40), c6 = Vector256.Load(y + 48), c7 = Vector256.Load(y + 56);
        for (var p = 0; p < k; p++, b += Panel)
        {
            var v = Vector256.Create(x[p]);
            c0 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b), c0);
            c1 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b + 8), c1);
            c2 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b + 16), c2);
            c3 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b + 24), c3);
            c4 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b + 32), c4);
            c5 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b + 40), c5);
            c6 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b + 48), c6);
            c7 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b + 56), c7);
        }
        c0.Store(y);
        c1.Store(y + 8);
        c2.Store(y + 16);
        c3.Store(y + 24);
        c4.Store(y + 32);
        c5.Store(y + 40);
        c6.Store(y + 48);
        c7.Store(y + 56);
    }

    /// <summary>The last panel, 32 wide.</summary>
    private static void Half(float* x, float* y, float* b, int k)
    {
        Vector256<float> c0 = Vector256.Load(y), c1 = Vector256.Load(y + 8), c2 = Vector256.Load(y + 16), c3 = Vector256.Load(y + 24);
        for (var p = 0; p < k; p++, b += Panel / 2)
        {
            var v = Vector256.Create(x[p]);
            c0 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b), c0);
            c1 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b + 8), c1);
            c2 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b + 16), c2);
            c3 = Vector256.FusedMultiplyAdd(v, Vector256.Load(b + 24), c3);
        }
        c0.Store(y);
        c1.Store(y + 8);
        c2.Store(y + 16);
        c3.Store(y + 24);
    }

    private static void Store(float* y, Vector512<float> c0, Vector512<float> c1, Vector512<float> c2, Vector512<float> c3)
    {
        c0.Store(y);
        c1.Store(y + 16);
        c2.Store(y + 32);
        c3.Store(y + 48);
    }
}
