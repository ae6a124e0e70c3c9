using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Demarche.Language.Models;

/// <summary>
/// A model file mapped into memory: eight bytes of magic, a version, a length, the SHA-256 of the rest, then sections, each aligned
/// to 64 bytes and led by its length. A truncated or changed file is refused.
/// </summary>
public sealed unsafe class ModelFile : IDisposable
{
    private const int HeaderSize = 64;
    private readonly string _path;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _data;
    private readonly long _length;
    private long _at = HeaderSize;

    private ModelFile(string path, MemoryMappedFile file, MemoryMappedViewAccessor view, byte* data, long length)
    {
        _path = path;
        _file = file;
        _view = view;
        _data = data;
        _length = length;
    }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <exception cref="ModelException">The file is missing, damaged, or of another version.</exception>
    public static ModelFile Open(string path, ReadOnlySpan<byte> magic, int version)
    {
        var info = new FileInfo(path);
        if (!info.Exists)
            throw ModelException.Missing(path);
        if (info.Length < HeaderSize) throw ModelException.Damaged(path, "it is too short");
        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* data = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref data);
        var model = new ModelFile(path, file, view, data, info.Length);
        try
        {
            model.Check(path, magic, version);
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>The next section as values of the type.</summary>
    public ReadOnlySpan<T> Read<T>() where T : unmanaged
    {
        var p = ReadPointer<T>(out var count);
        return new ReadOnlySpan<T>(p, count);
    }

    /// <summary>The next section in place; it lives as long as the file stays open.</summary>
    public T* ReadPointer<T>(out int count) where T : unmanaged
    {
        var bytes = *(long*)(_data + _at);
        if (bytes < 0 || _at + 64 + bytes > _length) throw ModelException.Damaged(_path, "a section runs past its end");
        var p = (T*)(_data + _at + 64);
        count = checked((int)(bytes / sizeof(T)));
        _at += 64 + (bytes + 63) / 64 * 64;
        return p;
    }

    /// <summary>Writes a whole model file at once, through a temporary one, so that a crash leaves the old file.</summary>
    public static void Write(string path, ReadOnlySpan<byte> magic, int version, IEnumerable<byte[]> sections)
    {
        using var body = new MemoryStream();
        Span<byte> head = stackalloc byte[64];
        foreach (var s in sections)
        {
            head.Clear();
            BitConverter.TryWriteBytes(head, (long)s.Length);
            body.Write(head);
            body.Write(s);
            body.Write(new byte[(64 - s.Length % 64) % 64]);
        }
        var content = body.GetBuffer().AsSpan(0, (int)body.Length);
        Span<byte> header = stackalloc byte[HeaderSize];
        header.Clear();
        magic.CopyTo(header);
        BitConverter.TryWriteBytes(header[8..], version);
        BitConverter.TryWriteBytes(header[16..], (long)content.Length);
        SHA256.HashData(content, header[24..56]);
        var temporary = path + ".new";
        using (var f = File.Create(temporary))
        {
            f.Write(header);
            f.Write(content);
        }
        File.Move(temporary, path, true);
    }

    public static byte[] Bytes<T>(ReadOnlySpan<T> values) where T : unmanaged => MemoryMarshal.AsBytes(values).ToArray();

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    private void Check(string path, ReadOnlySpan<byte> magic, int version)
    {
        var header = new ReadOnlySpan<byte>(_data, HeaderSize);
        if (!header[..8].SequenceEqual(magic)) throw ModelException.Damaged(path, "it is not a model of this kind");
        var found = BitConverter.ToInt32(header[8..]);
        if (found != version)
            throw new ModelException(path, $"the model file {path} has version {found}, and this program reads {version}: install the models that came with it");
        if (BitConverter.ToInt64(header[16..]) != _length - HeaderSize) throw ModelException.Damaged(path, "its length is not the one written in it");
        var content = new ReadOnlySpan<byte>(_data + HeaderSize, checked((int)(_length - HeaderSize)));
        var hash = SHA256.HashData(content);
        if (!header[24..56].SequenceEqual(hash)) throw ModelException.Damaged(path, "its content does not match its checksum");
        Hash = Convert.ToHexStringLower(hash);
    }
}
