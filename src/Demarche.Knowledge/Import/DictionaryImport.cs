using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Import;

/// <summary>Recognises a dictionary of other coders by its content and reads it.</summary>
public static class DictionaryImport
{
    /// <returns>The file in our text format.</returns>
    /// <exception cref="KnowledgeException">It is none of the known dictionaries.</exception>
    public static string Convert(SourceFile file, Func<string, bool> isState, DiagnosticBag diagnostics)
    {
        var entries = file.Text.Contains("<CountryCode>", StringComparison.Ordinal) ? CountryInfo.Read(file, isState, diagnostics)
            : file.Text.Contains("[~", StringComparison.Ordinal) ? PetrarchAgents.Read(file, diagnostics)
            : PetrarchActors.Read(file, isState, diagnostics);
        if (entries.Count > 0) return ImportedEntry.Write(entries, System.IO.Path.GetFileName(file.Path));
        throw new KnowledgeException(
            KnowledgeFault.InvalidText, $"{file.DisplayPath} holds no actor, agent or country of the PETRARCH dictionaries; give an actors, agents or CountryInfo file");
    }
}
