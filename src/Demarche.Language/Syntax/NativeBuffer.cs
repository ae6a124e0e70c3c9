using System.Runtime.InteropServices;

namespace Demarche.Language.Syntax;

/// <summary>A block of floats outside the managed heap, aligned to 64 bytes, that grows on demand and forgets its content then.</summary>
public sealed unsafe class NativeBuffer : IDisposable
{
    private float* _data;
    private long _capacity;

    public NativeBuffer(long length = 0) => Reserve(length);

    ~NativeBuffer() => Free();

    public float* Data => _data;

    /// <summary>Room for at least so many floats; gives the (possibly new) start.</summary>
    public float* Reserve(long length)
    {
        if (length <= _capacity) return _data;
        Free();
        _capacity = Math.Max(length, 1024);
        _data = (float*)NativeMemory.AlignedAlloc((nuint)(_capacity * sizeof(float)), 64);
        Clear(_capacity);
        return _data;
    }

    public void Clear(long length) => NativeMemory.Clear(_data, (nuint)(length * sizeof(float)));

    public Span<float> AsSpan(int length) => new(_data, length);

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_data == null) return;
        NativeMemory.AlignedFree(_data);
        _data = null;
        _capacity = 0;
    }
}
