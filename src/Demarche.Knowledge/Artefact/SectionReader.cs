using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Demarche.Knowledge.Artefact;

/// <summary>Reads what a <see cref="SectionWriter"/> wrote, in the same order.</summary>
/// <exception cref="KnowledgeException">Any read past the end: the artefact is damaged.</exception>
public sealed class SectionReader(string section, ReadOnlyMemory<byte> bytes)
{
    private int _position;

    public string Section => section;

    public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    public string String() => Encoding.UTF8.GetString(Take(Int()));

    public string? OptionalString() => Int() == 0 ? null : String();

    public string[] Strings()
    {
        var values = new string[Count(4)];
        for (var i = 0; i < values.Length; i++) values[i] = String();
        return values;
    }

    public T[] Array<T>()
        where T : unmanaged
    {
        var count = Count(Unsafe.SizeOf<T>());
        var values = GC.AllocateUninitializedArray<T>(count);
        Take(count * Unsafe.SizeOf<T>()).CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    /// <summary>A run of bytes written as an array, without copying it.</summary>
    public ReadOnlyMemory<byte> Bytes()
    {
        var count = Count(1);
        _position += count;
        return bytes.Slice(_position - count, count);
    }

    private int Count(int size)
    {
        var count = Int();
        return count >= 0 && (long)count * size <= bytes.Length - _position ? count : throw Damaged();
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > bytes.Length - _position) throw Damaged();
        var taken = bytes.Span.Slice(_position, count);
        _position += count;
        return taken;
    }

    private KnowledgeException Damaged() => new(
        KnowledgeFault.ArtefactDamaged,
        $"section '{section}' of the knowledge artefact ends too early; install the program again or rebuild it");
}
