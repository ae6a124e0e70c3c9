using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Language.Syntax;

/// <summary>Sigmoid and tanh by a rational approximation of tanh (error below 1e-6 of full scale).</summary>
public static unsafe class Activations
{
    /// <summary>Sigmoid in place; <paramref name="n"/> is a multiple of 8.</summary>
    public static void Sigmoid(float* x, int n)
    {
        var i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            var wide = Vector512.Create(0.5f);
            for (; i + 16 <= n; i += 16)
            {
                var t = Tanh(Vector512.Load(x + i) * wide);
                Vector512.FusedMultiplyAdd(t, wide, wide).Store(x + i);
            }
        }
        var half = Vector256.Create(0.5f);
        for (; i < n; i += 8)
        {
            var t = Tanh(Vector256.Load(x + i) * half);
            Vector256.FusedMultiplyAdd(t, half, half).Store(x + i);
        }
    }

    /// <summary>Tanh of <paramref name="x"/> into <paramref name="y"/>; <paramref name="n"/> is a multiple of 8.</summary>
    public static void Tanh(float* x, float* y, int n)
    {
        var i = 0;
        if (Vector512.IsHardwareAccelerated)
            for (; i + 16 <= n; i += 16) Tanh(Vector512.Load(x + i)).Store(y + i);
        for (; i < n; i += 8) Tanh(Vector256.Load(x + i)).Store(y + i);
    }

    // Rational minimax polynomial of degree 13/6 on [-7.9, 7.9], the one that Eigen uses.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Tanh(Vector256<float> v)
    {
        var bound = Vector256.Create(7.90531110763549805f);
        var x = Vector256.Min(Vector256.Max(v, -bound), bound);
        var x2 = x * x;
        var p = Vector256.FusedMultiplyAdd(x2, Vector256.Create(-2.76076847742355e-16f), Vector256.Create(2.00018790482477e-13f));
        p = Vector256.FusedMultiplyAdd(x2, p, Vector256.Create(-8.60467152213735e-11f));
        p = Vector256.FusedMultiplyAdd(x2, p, Vector256.Create(5.12229709037114e-08f));
        p = Vector256.FusedMultiplyAdd(x2, p, Vector256.Create(1.48572235717979e-05f));
        p = Vector256.FusedMultiplyAdd(x2, p, Vector256.Create(6.37261928875436e-04f));
        p = Vector256.FusedMultiplyAdd(x2, p, Vector256.Create(4.89352455891786e-03f));
        p *= x;
        var q = Vector256.FusedMultiplyAdd(x2, Vector256.Create(1.19825839466702e-06f), Vector256.Create(1.18534705686654e-04f));
        q = Vector256.FusedMultiplyAdd(x2, q, Vector256.Create(2.26843463243900e-03f));
        q = Vector256.FusedMultiplyAdd(x2, q, Vector256.Create(4.89352518554385e-03f));
        return p / q;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Tanh(Vector512<float> v)
    {
        var bound = Vector512.Create(7.90531110763549805f);
        var x = Vector512.Min(Vector512.Max(v, -bound), bound);
        var x2 = x * x;
        var p = Vector512.FusedMultiplyAdd(x2, Vector512.Create(-2.76076847742355e-16f), Vector512.Create(2.00018790482477e-13f));
        p = Vector512.FusedMultiplyAdd(x2, p, Vector512.Create(-8.60467152213735e-11f));
        p = Vector512.FusedMultiplyAdd(x2, p, Vector512.Create(5.12229709037114e-08f));
        p = Vector512.FusedMultiplyAdd(x2, p, Vector512.Create(1.48572235717979e-05f));
        p = Vector512.FusedMultiplyAdd(x2, p, Vector512.Create(6.37261928875436e-04f));
        p = Vector512.FusedMultiplyAdd(x2, p, Vector512.Create(4.89352455891786e-03f));
        p *= x;
        var q = Vector512.FusedMultiplyAdd(x2, Vector512.Create(1.19825839466702e-06f), Vector512.Create(1.18534705686654e-04f));
        q = Vector512.FusedMultiplyAdd(x2, q, Vector512.Create(2.26843463243900e-03f));
        q = Vector512.FusedMultiplyAdd(x2, q, Vector512.Create(4.89352518554385e-03f));
        return p / q;
    }
}
