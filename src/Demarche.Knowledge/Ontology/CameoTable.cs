using System.Globalization;
using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Ontology;

/// <summary>All CAMEO codes, from <c>ontology/cameo.txt</c>.</summary>
public sealed class CameoTable
{
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal) { "goldstein", "plover", "mode", "contexts" };
    private readonly Dictionary<string, CameoCode> _codes = new(StringComparer.Ordinal);

    public IReadOnlyCollection<CameoCode> All => _codes.Values;

    public CameoCode? Find(string code) => _codes.GetValueOrDefault(code);

    /// <summary>The code, or the nearest broader one that exists: 1444 for an unknown 14449.</summary>
    public CameoCode? FindOrBroader(string code)
    {
        for (var n = code.Length; n >= 2; n--)
            if (_codes.TryGetValue(code[..n], out var found)) return found;
        return null;
    }

    internal void Add(TextEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Id.Length is < 2 or > 4 || !entry.Id.All(char.IsAsciiDigit))
        {
            diagnostics.Error("KF001", entry.At, $"'{entry.Id}' is no CAMEO code", "a code has two to four digits");
            return;
        }
        string? Of(string key) => entry.Properties.LastOrDefault(p => p.Key == key)?.Value;
        foreach (var p in entry.Properties)
            if (!Keys.Contains(p.Key)) diagnostics.Error("KF002", p.At, $"a code has no property '{p.Key}'", $"use one of {string.Join(", ", Keys)}");
        if (!double.TryParse(Of("goldstein") ?? "0", NumberStyles.Float, CultureInfo.InvariantCulture, out var goldstein))
            diagnostics.Error("KF003", entry.At, $"the Goldstein value of {entry.Id} is no number", "write a number such as -4.0");
        var contexts = Of("contexts")?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        _codes[entry.Id] = new CameoCode(entry.Id, entry.Name ?? entry.Id, goldstein, Of("plover"), Of("mode"), [.. contexts]);
    }
}
