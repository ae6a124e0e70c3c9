using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Demarche.Knowledge.Artefact;

/// <summary>
/// The compiled knowledge, <c>knowledge.bin</c>: a header, a table of named sections with a checksum each, and their bytes.
/// Layout: magic (8), format (4), number of sections (4), SHA-256 of all section bytes (32), then for each section its name (24,
/// zero-padded), version (4), CRC-32C (4), offset (4) and length (4). Checksums are tried when a section is first opened.
/// </summary>
public sealed class ArtefactFile
{
    /// <summary>Raise it when the header changes.</summary>
    public const int Format = 1;

    public const string FileName = "knowledge.bin";

    private const int HeaderSize = 48;
    private const int EntrySize = 40;
    private const int NameSize = 24;

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    private ArtefactFile(string path, string hash)
    {
        Path = path;
        Hash = hash;
    }

    private static ReadOnlySpan<byte> Magic => "DEMARCHE"u8;

    /// <summary>Where it was read from, for messages.</summary>
    public string Path { get; }

    /// <summary>SHA-256 of the content in hexadecimal: the version of the knowledge that a record of a run names.</summary>
    public string Hash { get; }

    public IReadOnlyCollection<string> Sections => _entries.Keys;

    /// <exception cref="KnowledgeException">It is missing, damaged, or of another version of the program.</exception>
    public static ArtefactFile Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KnowledgeException(
                KnowledgeFault.ArtefactMissing,
                $"the compiled knowledge {path} is missing; it belongs beside the program: install the program again or build it", e);
        }
        return Parse(path, bytes);
    }

    public static ArtefactFile Parse(string path, ReadOnlyMemory<byte> bytes)
    {
        var head = bytes.Span;
        if (head.Length < HeaderSize || !head[..8].SequenceEqual(Magic)) throw Damaged(path, "it does not begin as one");
        var format = BinaryPrimitives.ReadInt32LittleEndian(head[8..]);
        if (format != Format) throw OtherVersion(path, format > Format, $"format {format}, this program reads {Format}");
        var count = BinaryPrimitives.ReadInt32LittleEndian(head[12..]);
        if (count < 0 || HeaderSize + (long)count * EntrySize > head.Length) throw Damaged(path, "its table of sections is cut off");
        var artefact = new ArtefactFile(path, Convert.ToHexStringLower(head[16..48]));
        for (var i = 0; i < count; i++) artefact.AddEntry(bytes, HeaderSize + i * EntrySize);
        return artefact;
    }

    /// <summary>The bytes of an artefact with these sections.</summary>
    public static byte[] Build(IReadOnlyList<(string Name, int Version, ReadOnlyMemory<byte> Bytes)> sections)
    {
        var offset = HeaderSize + sections.Count * EntrySize;
        var file = new byte[offset + sections.Sum(s => Aligned(s.Bytes.Length))];
        Magic.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), Format);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(12), sections.Count);
        var start = offset;
        for (var i = 0; i < sections.Count; i++)
        {
            var (name, version, bytes) = sections[i];
            if (name.Length is 0 or > NameSize) throw new ArgumentException($"section name '{name}' must have 1 to {NameSize} letters");
            var entry = file.AsSpan(HeaderSize + i * EntrySize, EntrySize);
            Encoding.ASCII.GetBytes(name, entry);
            BinaryPrimitives.WriteInt32LittleEndian(entry[NameSize..], version);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[(NameSize + 4)..], Checksum(bytes.Span));
            BinaryPrimitives.WriteInt32LittleEndian(entry[(NameSize + 8)..], offset);
            BinaryPrimitives.WriteInt32LittleEndian(entry[(NameSize + 12)..], bytes.Length);
            bytes.Span.CopyTo(file.AsSpan(offset));
            offset += Aligned(bytes.Length);
        }
        SHA256.HashData(file.AsSpan(start), file.AsSpan(16, 32));
        return file;
    }

    /// <summary>The table of a section.</summary>
    /// <exception cref="KnowledgeException">It is not there, damaged, or of another version.</exception>
    public T Open<T>(IKnowledgeSection<T> section)
        where T : class => section.Read(Reader(section));

    public SectionReader Reader(IKnowledgeSection section) => new(section.Name, Bytes(section));

    /// <summary>The section's bytes, once its version and checksum have been found right.</summary>
    public ReadOnlyMemory<byte> Bytes(IKnowledgeSection section)
    {
        if (!_entries.TryGetValue(section.Name, out var entry)) throw Damaged(Path, $"section '{section.Name}' is not in it");
        if (entry.Version != section.Version)
            throw OtherVersion(Path, entry.Version > section.Version, $"section '{section.Name}' has version {entry.Version}, this program reads {section.Version}");
        if (Checksum(entry.Bytes.Span) != entry.Checksum) throw Damaged(Path, $"the checksum of section '{section.Name}' is wrong");
        return entry.Bytes;
    }

    private void AddEntry(ReadOnlyMemory<byte> file, int at)
    {
        var entry = file.Span.Slice(at, EntrySize);
        var name = Encoding.ASCII.GetString(entry[..NameSize]).TrimEnd('\0');
        var offset = BinaryPrimitives.ReadInt32LittleEndian(entry[(NameSize + 8)..]);
        var length = BinaryPrimitives.ReadInt32LittleEndian(entry[(NameSize + 12)..]);
        if (offset < 0 || length < 0 || (long)offset + length > file.Length) throw Damaged(Path, $"section '{name}' is cut off");
        _entries[name] = new Entry(
            BinaryPrimitives.ReadInt32LittleEndian(entry[NameSize..]),
            BinaryPrimitives.ReadUInt32LittleEndian(entry[(NameSize + 4)..]),
            file.Slice(offset, length));
    }

    private static int Aligned(int length) => (length + 7) & ~7;

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var w in words) crc = BitOperations.Crc32C(crc, w);
        foreach (var b in bytes[(words.Length * 8)..]) crc = BitOperations.Crc32C(crc, b);
        return ~crc;
    }

    private static KnowledgeException Damaged(string path, string why) => new(
        KnowledgeFault.ArtefactDamaged, $"the compiled knowledge {path} is damaged ({why}); install the program again or build it");

    private static KnowledgeException OtherVersion(string path, bool newer, string what) => new(
        newer ? KnowledgeFault.ArtefactNewer : KnowledgeFault.ArtefactOlder,
        $"the compiled knowledge {path} is {(newer ? "newer" : "older")} than this program ({what}); "
        + (newer ? "use the program that it came with, or compile it again" : "compile it again"));

    private sealed record Entry(int Version, uint Checksum, ReadOnlyMemory<byte> Bytes);
}
