using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using System.Text;

namespace Demarche.Language.Models;

/// <summary>
/// A file of named sections of numbers: magic, format version, SHA-256 of what follows, the table of sections, the sections, each
/// aligned to 64 bytes. Opened by memory mapping; the hash is checked on opening, so a changed or truncated file is refused.
/// </summary>
public sealed unsafe class ModelFile : IDisposable
{
    private const int Version = 1;
    private const int HashAt = 8;
    private const int BodyAt = HashAt + 32;
    private const int Alignment = 64;
    private static ReadOnlySpan<byte> Magic => "DMRM"u8;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly Dictionary<string, (long At, long Length)> _sections = new(StringComparer.Ordinal);

    private ModelFile(string path)
    {
        Path = path;
        var length = new FileInfo(path).Length;
        if (length < BodyAt + 4) throw ModelException.Damaged(path, "too short");
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        try
        {
            Check(length);
        }
        catch (ModelException)
        {
            Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <exception cref="ModelException">The file is missing, damaged or of another version.</exception>
    public static ModelFile Open(string path)
    {
        if (!File.Exists(path)) throw ModelException.Missing(path);
        return new ModelFile(path);
    }

    /// <summary>A section as an array in place, of elements of type T. It lives as long as this file is open.</summary>
    /// <exception cref="ModelException">There is no such section, or its length does not fit.</exception>
    public ReadOnlySpan<T> Section<T>(string name)
        where T : unmanaged
    {
        if (!_sections.TryGetValue(name, out var s)) throw ModelException.Damaged(Path, $"section '{name}' is absent");
        if (s.Length % sizeof(T) != 0) throw ModelException.Damaged(Path, $"section '{name}' has a wrong length");
        return new ReadOnlySpan<T>(_start + s.At, checked((int)(s.Length / sizeof(T))));
    }

    /// <summary>Writes the sections to a file, by way of a temporary one, so that a reader never sees half a model.</summary>
    public static void Write(string path, IEnumerable<(string Name, byte[] Content)> sections)
    {
        var list = sections.ToList();
        var tableLength = 4 + list.Sum(s => 2 + Encoding.UTF8.GetByteCount(s.Name) + 16);
        var body = new MemoryStream();
        using (var w = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            w.Write(list.Count);
            var at = Align(BodyAt + tableLength);
            foreach (var (name, content) in list)
            {
                var utf8 = Encoding.UTF8.GetBytes(name);
                w.Write((ushort)utf8.Length);
                w.Write(utf8);
                w.Write(at);
                w.Write((long)content.Length);
                at = Align(at + content.Length);
            }
            foreach (var (_, content) in list)
            {
                while ((BodyAt + body.Length) % Alignment != 0) w.Write((byte)0);
                w.Write(content);
                w.Flush();
            }
        }
        var temporary = path + ".new";
        using (var file = File.Create(temporary))
        {
            Span<byte> version = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(version, Version);
            file.Write(Magic);
            file.Write(version);
            file.Write(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)));
            file.Write(body.GetBuffer().AsSpan(0, (int)body.Length));
        }
        File.Move(temporary, path, overwrite: true);
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    private static long Align(long at) => (at + Alignment - 1) / Alignment * Alignment;

    private void Check(long length)
    {
        var all = new ReadOnlySpan<byte>(_start, checked((int)length));
        if (!all[..4].SequenceEqual(Magic)) throw ModelException.Damaged(Path, "not a model file");
        var version = BinaryPrimitives.ReadInt32LittleEndian(all[4..]);
        if (version != Version) throw ModelException.Damaged(Path, $"format version {version}, this program reads {Version}");
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(all[BodyAt..], hash);
        if (!hash.SequenceEqual(all.Slice(HashAt, 32))) throw ModelException.Damaged(Path, "its hash does not fit");
        var at = BodyAt;
        var count = BinaryPrimitives.ReadInt32LittleEndian(all[at..]);
        at += 4;
        for (var i = 0; i < count; i++)
        {
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(all[at..]);
            var name = Encoding.UTF8.GetString(all.Slice(at + 2, nameLength));
            at += 2 + nameLength;
            _sections[name] = (BinaryPrimitives.ReadInt64LittleEndian(all[at..]), BinaryPrimitives.ReadInt64LittleEndian(all[(at + 8)..]));
            at += 16;
        }
    }
}
