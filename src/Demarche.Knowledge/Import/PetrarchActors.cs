using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Import;

/// <summary>
/// Reads actor dictionaries of TABARI and PETRARCH: a name a line, synonyms after <c>+</c>, codes in brackets with <c>&lt;DATE</c>, <c>&gt;DATE</c> or
/// <c>DATE-DATE</c>. Dates have six or eight digits. Both ends of their ranges are included; ours are half-open.
/// </summary>
public static partial class PetrarchActors
{
    private static readonly string[] Bodies = ["IGO", "NGO", "IMG", "NGM", "MNC"];

    /// <param name="isState">Whether a code of three letters is a state's.</param>
    public static IReadOnlyList<ImportedEntry> Read(SourceFile file, Func<string, bool> isState, DiagnosticBag diagnostics)
    {
        var entries = new List<ImportedEntry>();
        var names = new List<string>();
        var codes = new List<(string Code, string? Range)>();
        var number = 0;
        foreach (var raw in file.Text.Split('\n'))
        {
            number++;
            var line = raw.Split('#')[0].Trim();
            if (line.Length == 0) continue;
            var bracket = line.IndexOf('[');
            var name = (bracket < 0 ? line : line[..bracket]).Trim();
            if (name.Length > 0 && name[0] != '+')
            {
                Finish();
                names.Add(name);
            }
            else if (name.Length > 1)
            {
                names.Add(name[1..]);
            }
            foreach (Match m in CodePattern().Matches(line)) AddCode(m, file.At(number, m.Index + 1));
        }
        Finish();
        return entries;

        void AddCode(Match m, SourcePosition at)
        {
            var range = m.Groups[2].Value.Trim();
            if (Range(range) is { } read) codes.Add((m.Groups[1].Value, read.Length == 0 ? null : read));
            else diagnostics.Warning("KN050", at, $"the date in [{m.Groups[1].Value} {range}] cannot be read", "the code was left out; add it by hand");
        }

        void Finish()
        {
            if (names.Count > 0 && codes.Count > 0) entries.Add(Entry(names, codes, isState));
            names.Clear();
            codes.Clear();
        }
    }

    private static ImportedEntry Entry(List<string> names, List<(string Code, string? Range)> codes, Func<string, bool> isState)
    {
        var name = DictionaryNames.Ordinary(names[0]);
        var first = CameoActorCode.Parse(codes[0].Code, isState);
        var dated = codes.Any(c => c.Range is not null);
        var kind = codes[0].Code.Length == 3 && first.Country is not null && !dated ? "state"
            : first.Country is null && first.Sectors.Any(Bodies.Contains) && !dated ? "organisation"
            : dated ? "person" : "group";
        var entry = new ImportedEntry(kind, kind == "state" ? first.Country! : DictionaryNames.Id(name), name);
        entry.Names.AddRange(names.Select(DictionaryNames.Ordinary));
        if (kind == "state") return entry;
        foreach (var (code, range) in codes)
        {
            var parsed = CameoActorCode.Parse(code, isState);
            var when = range is null ? "" : $" {range}";
            if (parsed.Country is not null) entry.Lines.Add($"country{when}: {parsed.Country}");
            if (!parsed.Sectors.IsEmpty) entry.Lines.Add($"sectors{when}: {string.Join(' ', parsed.Sectors)}");
        }
        if (kind == "organisation") entry.Lines.Add($"cameo: {codes[0].Code}");
        return entry;
    }

    /// <summary>Our range for theirs; empty for always, null where it cannot be read.</summary>
    internal static string? Range(string text)
    {
        if (text.Length == 0) return "";
        if (text[0] == '<') return Day(text[1..], 1) is { } to ? $"..{to}" : null;
        if (text[0] == '>') return Day(text[1..], 0) is { } from ? $"{from}.." : null;
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length != 2) return null;
        var (start, end) = (Day(parts[0], 0), Day(parts[1], 1));
        return start is not null && end is not null && string.CompareOrdinal(start, end) < 0 ? $"{start}..{end}" : null;
    }

    // Six digits begin with a year of two; an impossible day (31 September) is taken as the last of its month.
    private static string? Day(string text, int add)
    {
        text = text.Trim();
        if (text.Length == 6) text = (string.CompareOrdinal(text, "30") < 0 ? "20" : "19") + text;
        if (text.Length != 8 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n)) return null;
        var (year, month, day) = (n / 10000, n / 100 % 100, n % 100);
        if (year < 1 || month is < 1 or > 12 || day is < 1 or > 31) return null;
        return new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month))).AddDays(add).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\[\s*([A-Z0-9]{3,})\s*([^\]]*)\]")]
    private static partial Regex CodePattern();
}
