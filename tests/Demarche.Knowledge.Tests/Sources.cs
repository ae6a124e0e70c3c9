using Demarche.Knowledge.Artefact;
using Demarche.Knowledge.Text;
using Xunit;

namespace Demarche.Knowledge.Tests;

/// <summary>Knowledge written in the test itself.</summary>
internal static class Sources
{
    public const string Offices = """
        office president "president"
          titles: president
          sectors: GOV
          holders: one
        """;

    public static SourceFile File(string text, string path = "actors/test.txt") => new(path, path, text);

    public static IReadOnlyList<Diagnostic> Check(params string[] texts)
    {
        var diagnostics = new DiagnosticBag();
        KnowledgeCompiler.Compile(KnowledgeSections.All, [.. texts.Select((t, i) => File(t, $"actors/f{i}.txt"))], null, diagnostics);
        return diagnostics.Sorted();
    }

    /// <summary>The invented world, written to a file of its own.</summary>
    public static string Artefact()
    {
        var diagnostics = new DiagnosticBag();
        var bytes = KnowledgeCompiler.Compile(
            KnowledgeSections.All, KnowledgeSources.Read(Path.Combine(AppContext.BaseDirectory, "Invented")), null, diagnostics);
        Assert.NotNull(bytes);
        var file = Path.Combine(Directory.CreateTempSubdirectory("knowledge").FullName, ArtefactFile.FileName);
        System.IO.File.WriteAllBytes(file, bytes);
        return file;
    }
}
