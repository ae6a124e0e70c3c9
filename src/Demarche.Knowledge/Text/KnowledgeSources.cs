using System.Text;

namespace Demarche.Knowledge.Text;

/// <summary>The text files of a knowledge folder, in ordinal order of their paths.</summary>
public static class KnowledgeSources
{
    private static readonly string[] Extensions = [".txt", ".tsv"];

    /// <summary>Reads every .txt and .tsv file below a folder.</summary>
    /// <exception cref="KnowledgeException">The folder is not there, holds no knowledge, or a file is not UTF-8.</exception>
    public static IReadOnlyList<SourceFile> Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new KnowledgeException(KnowledgeFault.FolderMissing, $"there is no knowledge folder {folder}; give the folder that holds your .txt files");
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .OrderBy(f => f, StringComparer.Ordinal)
            .Select(f => ReadFile(folder, f))
            .ToList();
        return files.Count > 0
            ? files
            : throw new KnowledgeException(KnowledgeFault.FolderEmpty, $"{folder} holds no .txt or .tsv file; a knowledge folder has actors/, places/ or frames/ in it");
    }

    private static SourceFile ReadFile(string folder, string file)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        try
        {
            return new SourceFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), file, File.ReadAllText(file, strict));
        }
        catch (DecoderFallbackException e)
        {
            throw new KnowledgeException(KnowledgeFault.NotUtf8, $"{file} is not UTF-8 text (byte {e.Index}); save it as UTF-8", e);
        }
    }
}
