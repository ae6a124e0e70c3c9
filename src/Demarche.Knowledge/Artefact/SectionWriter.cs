using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Demarche.Knowledge.Artefact;

/// <summary>Writes a section: little-endian numbers, strings and arrays of plain structs, one after the other.</summary>
public sealed class SectionWriter
{
    private readonly MemoryStream _bytes = new();

    public ReadOnlyMemory<byte> Written => _bytes.GetBuffer().AsMemory(0, (int)_bytes.Length);

    public void Int(int value)
    {
        Span<byte> b = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(b, value);
        _bytes.Write(b);
    }

    public void Double(double value)
    {
        Span<byte> b = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(b, value);
        _bytes.Write(b);
    }

    public void String(string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        Int(utf8.Length);
        _bytes.Write(utf8);
    }

    /// <summary>Null is kept apart from the empty string.</summary>
    public void OptionalString(string? value)
    {
        Int(value is null ? 0 : 1);
        if (value is not null) String(value);
    }

    public void Strings(IReadOnlyCollection<string> values)
    {
        Int(values.Count);
        foreach (var v in values) String(v);
    }

    public void Array<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Int(values.Length);
        _bytes.Write(MemoryMarshal.AsBytes(values));
    }
}
