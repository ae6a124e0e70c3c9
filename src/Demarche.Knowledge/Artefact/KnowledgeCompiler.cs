using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Artefact;

/// <summary>Compiles the text files of a knowledge folder into an artefact, alone or laid over another.</summary>
public static class KnowledgeCompiler
{
    /// <param name="sections">In an order in which a section stands after those it refers to.</param>
    /// <param name="below">The knowledge that these files are laid over, if any.</param>
    /// <returns>The artefact's bytes; null where there are errors.</returns>
    public static byte[]? Compile(
        IReadOnlyList<IKnowledgeSection> sections, IReadOnlyList<SourceFile> files, ArtefactFile? below, DiagnosticBag diagnostics)
    {
        ReportStrays(sections, files, diagnostics);
        var compiled = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            var output = new SectionWriter();
            var own = files.Where(f => section.Owns(f.Path)).ToList();
            if (below is not null && own.Count == 0)
            {
                compiled[section.Name] = below.Bytes(section);
                continue;
            }
            section.Compile(new SectionInput(own, below?.Reader(section), compiled), output, diagnostics);
            if (!diagnostics.HasErrors) compiled[section.Name] = output.Written;
        }
        return diagnostics.HasErrors
            ? null
            : ArtefactFile.Build([.. sections.Select(s => (s.Name, s.Version, compiled[s.Name]))]);
    }

    private static void ReportStrays(IReadOnlyList<IKnowledgeSection> sections, IReadOnlyList<SourceFile> files, DiagnosticBag diagnostics)
    {
        foreach (var f in files)
        {
            if (sections.Any(s => s.Owns(f.Path))) continue;
            diagnostics.Warning(
                "KN001", f.At(1, 1), $"no part of the knowledge reads {f.Path}",
                "move it into actors/, places/ or another folder that docs/knowledge.md names");
        }
    }
}
