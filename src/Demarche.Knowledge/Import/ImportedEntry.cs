using System.Text;

namespace Demarche.Knowledge.Import;

/// <summary>An entry read from somebody else's dictionary, ready to be written in our text format.</summary>
/// <param name="Kind">state, organisation, group, person or agent.</param>
public sealed record ImportedEntry(string Kind, string Id, string Name)
{
    public List<string> Names { get; } = [];

    /// <summary>Further property lines, without indent: <c>sectors 2001..: GOV</c>.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Writes entries as a knowledge file; entries of one id are joined.</summary>
    public static string Write(IEnumerable<ImportedEntry> entries, string source)
    {
        var text = new StringBuilder($"# Imported from {source} by `demarche knowledge import`. Review it before use.\n");
        foreach (var same in entries.GroupBy(e => e.Id))
        {
            var first = same.First();
            text.Append($"\n{first.Kind} {first.Id} \"{first.Name.Replace('"', '\'')}\"\n");
            var names = same.SelectMany(e => e.Names).Where(n => n.Length > 0).Distinct().ToList();
            if (names.Count > 0) text.Append($"  {(first.Kind == "agent" ? "nouns" : "names")}: {string.Join(" | ", names)}\n");
            foreach (var line in same.SelectMany(e => e.Lines).Distinct()) text.Append($"  {line}\n");
        }
        return text.ToString();
    }
}
