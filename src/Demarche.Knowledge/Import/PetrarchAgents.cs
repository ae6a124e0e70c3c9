using System.Text.RegularExpressions;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Import;

/// <summary>Reads agent dictionaries: <c>FARMER [~AGR]</c>, plurals in braces, and substitution sets such as <c>!PERSON!</c>.</summary>
public static partial class PetrarchAgents
{
    public static IReadOnlyList<ImportedEntry> Read(SourceFile file, DiagnosticBag diagnostics)
    {
        var sets = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var entries = new List<ImportedEntry>();
        var number = 0;
        foreach (var raw in file.Text.Split('\n'))
        {
            number++;
            var line = raw.Split('#')[0].Trim();
            if (line.StartsWith('!') && line.Split('=') is [var set, var words])
            {
                sets[set.Trim()] = [.. words.Split(',', StringSplitOptions.TrimEntries).Where(w => !w.EndsWith("MEN", StringComparison.Ordinal))];
                continue;
            }
            if (Line().Match(line) is not { Success: true } m) continue;
            var sectors = CameoActorCode.Parse(m.Groups[2].Value, _ => false);
            if (sectors.Group is not null || sectors.Sectors.IsEmpty)
            {
                diagnostics.Warning("KN051", file.At(number, m.Groups[2].Index + 1), $"[~{m.Groups[2].Value}] holds no known sectors", "the noun was left out; add it by hand");
                continue;
            }
            var id = "imported-" + string.Join('-', sectors.Sectors).ToLowerInvariant();
            var entry = new ImportedEntry("agent", id, string.Join(' ', sectors.Sectors));
            foreach (var noun in Expand(m.Groups[1].Value.Split('{')[0].Trim(), sets)) entry.Names.Add(noun.Trim('_').Replace('_', ' ').ToLowerInvariant());
            entry.Lines.Add($"sectors: {string.Join(' ', sectors.Sectors)}");
            entries.Add(entry);
        }
        return entries;
    }

    private static IEnumerable<string> Expand(string noun, Dictionary<string, string[]> sets)
    {
        foreach (var (set, words) in sets)
            if (noun.Contains(set, StringComparison.Ordinal)) return words.SelectMany(w => Expand(noun.Replace(set, w), sets));
        return [noun];
    }

    [GeneratedRegex(@"^([^\[]+)\[~([A-Z]+)\]")]
    private static partial Regex Line();
}
