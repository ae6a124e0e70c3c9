using System.Collections.Frozen;

namespace Demarche.Formats.Codes;

/// <summary>A country under the codes that other data sets use.</summary>
/// <param name="Fips">FIPS 10-4, as GDELT's places have it; null where there is none.</param>
/// <param name="Cow">Correlates of War number, as POLECAT has it; null where there is none.</param>
public sealed record CountryCode(string Alpha3, string Alpha2, string? Fips, int? Cow, string Name);

/// <summary>Countries by ISO 3166 alpha-3 code.</summary>
public static class CountryCodes
{
    private static readonly FrozenDictionary<string, CountryCode> ByAlpha3 = Read().ToFrozenDictionary(c => c.Alpha3, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, CountryCode> ByName = ByAlpha3.Values.ToFrozenDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, CountryCode> ByFips =
        ByAlpha3.Values.Where(c => c.Fips is not null).DistinctBy(c => c.Fips).ToFrozenDictionary(c => c.Fips!, StringComparer.Ordinal);

    /// <summary>Null for organisations and unknown codes.</summary>
    public static CountryCode? Find(string? alpha3) => alpha3 is not null && ByAlpha3.TryGetValue(alpha3, out var code) ? code : null;

    public static CountryCode? Named(string? name) => name is not null && ByName.TryGetValue(name, out var code) ? code : null;

    public static CountryCode? OfFips(string? fips) => fips is not null && ByFips.TryGetValue(fips, out var code) ? code : null;

    private static IEnumerable<CountryCode> Read()
    {
        using var reader = new StreamReader(typeof(CountryCodes).Assembly.GetManifestResourceStream("Demarche.Formats.Codes.countries.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var f = line.Split('\t');
            yield return new CountryCode(f[0], f[1], f[2].Length > 0 ? f[2] : null, f[3].Length > 0 ? int.Parse(f[3], System.Globalization.CultureInfo.InvariantCulture) : null, f[4]);
        }
    }
}
