using System.Text.RegularExpressions;
using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Import;

/// <summary>
/// Reads CountryInfo.txt: for each country its names, adjectives and capitals, its leaders, and its government with the CAMEO code and the
/// dates of each member.
/// </summary>
public static partial class CountryInfo
{
    public static IReadOnlyList<ImportedEntry> Read(SourceFile file, Func<string, bool> isState, DiagnosticBag diagnostics)
    {
        var entries = new List<ImportedEntry>();
        var country = "";
        var block = "";
        var number = 0;
        foreach (var raw in file.Text.Split('\n'))
        {
            number++;
            var line = raw.Split('#')[0].Trim();
            if (CodeTag().Match(line) is { Success: true } code) country = code.Groups[1].Value;
            else if (NameTag().Match(line) is { Success: true } name) entries.Add(State(country, DictionaryNames.Ordinary(name.Groups[1].Value)));
            else if (line is "<Nationality>" or "<Capital>" or "<Leaders>" or "<Government>") block = line;
            else if (line is "</Nationality>" or "</Capital>" or "</Leaders>" or "</Government>") block = "";
            else if (line.Length > 0 && line[0] != '<' && country.Length == 3 && isState(country)) Add(line, number);
        }
        return entries;

        void Add(string line, int at)
        {
            var text = DictionaryNames.Ordinary(line.Split('[')[0]);
            if (text.Length == 0) return;
            if (block == "<Nationality>") entries.Add(Line(State(country, text), $"adjectives: {text}", noName: true));
            else if (block == "<Capital>") entries.Add(Line(State(country, text), $"capital: {text}", noName: true));
            else if (block.Length > 0) AddPerson(text, line, at);
        }

        void AddPerson(string name, string line, int at)
        {
            var person = new ImportedEntry("person", DictionaryNames.Id(name), name);
            person.Names.Add(name);
            person.Lines.Add($"country: {country}");
            foreach (Match m in Term().Matches(line))
            {
                var sectors = Actors.CameoActorCode.Parse(m.Groups[1].Value, isState).Sectors;
                if (PetrarchActors.Range(m.Groups[2].Value.Trim()) is { Length: > 0 } range)
                    person.Lines.Add($"sectors {range}: {(sectors.IsEmpty ? "GOV" : string.Join(' ', sectors))}");
                else
                    diagnostics.Warning("KN050", file.At(at, 1), $"a date of {name} cannot be read", "the term was left out; add it by hand");
            }
            entries.Add(person);
        }
    }

    private static ImportedEntry State(string country, string name)
    {
        var entry = new ImportedEntry("state", country, name);
        entry.Names.Add(name);
        return entry;
    }

    private static ImportedEntry Line(ImportedEntry entry, string line, bool noName)
    {
        if (noName) entry.Names.Clear();
        entry.Lines.Add(line);
        return entry;
    }

    [GeneratedRegex("<CountryCode>([A-Z]{3})</CountryCode>")]
    private static partial Regex CodeTag();

    [GeneratedRegex("<CountryName>(.+)</CountryName>")]
    private static partial Regex NameTag();

    // [AFGGOV 20050101 - 20050331], [>20011222], [20011113 - 20011222]; births and deaths ([B:, [D:) are passed over.
    [GeneratedRegex(@"\[\s*([A-Z]{6,})?\s*([<>]?\s*\d{6,8}\s*(?:-\s*\d{6,8})?)\s*\]")]
    private static partial Regex Term();
}
