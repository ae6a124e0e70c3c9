using System.IO.Compression;
using System.Text;
using Demarche.Knowledge.Artefact;

namespace Demarche.Knowledge.Text;

/// <summary>
/// Keeps the text of a section's files, compressed, in the section itself, so that an overlay can be compiled together with what it
/// is laid over although the program ships no text.
/// </summary>
public static class SourceArchive
{
    public static void Write(SectionWriter output, IReadOnlyList<SourceFile> files)
    {
        var packed = new MemoryStream();
        using (var zip = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var inner = new SectionWriter();
            inner.Int(files.Count);
            foreach (var f in files)
            {
                inner.String(f.Path);
                inner.String(f.Text);
            }
            zip.Write(inner.Written.Span);
        }
        output.Array<byte>(packed.ToArray());
    }

    /// <summary>The files of a section that begins with an archive; they are shown to the user as built in.</summary>
    public static IReadOnlyList<SourceFile> Read(SectionReader section)
    {
        using var zip = new BrotliStream(new MemoryStream(section.Bytes().ToArray()), CompressionMode.Decompress);
        var plain = new MemoryStream();
        zip.CopyTo(plain);
        var reader = new SectionReader(section.Section, plain.ToArray());
        var files = new SourceFile[reader.Int()];
        for (var i = 0; i < files.Length; i++)
        {
            var path = reader.String();
            files[i] = new SourceFile(path, $"built-in/{path}", reader.String());
        }
        return files;
    }
}
