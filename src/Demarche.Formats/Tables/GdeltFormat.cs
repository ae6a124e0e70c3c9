using System.Globalization;
using Demarche.Coding;
using Demarche.Formats.Codes;
using Demarche.Formats.Ledger;
using Demarche.Ledger;

namespace Demarche.Formats.Tables;

/// <summary>
/// GDELT 1.0 (58 columns) and 2.0 (61), after the codebooks of the GDELT Project: tab-separated, no header, empty where unknown.
/// Actors' countries are alpha-3, those of places FIPS 10-4. AvgTone has no counterpart here and is 0.
/// </summary>
public static class GdeltFormat
{
    public static ColumnFormat V1 { get; } = new("gdelt1", Columns(adm2: false), r => Row(r, adm2: false));

    public static ColumnFormat V2 { get; } = new("gdelt2", Columns(adm2: true), r => Row(r, adm2: true));

    private static string[] Columns(bool adm2) =>
    [
        "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
        .. Actor("Actor1"), .. Actor("Actor2"),
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
        .. Geo("Actor1Geo", adm2), .. Geo("Actor2Geo", adm2), .. Geo("ActionGeo", adm2),
        "DATEADDED", "SOURCEURL",
    ];

    private static string[] Actor(string n) =>
        [n + "Code", n + "Name", n + "CountryCode", n + "KnownGroupCode", n + "EthnicCode", n + "Religion1Code", n + "Religion2Code", n + "Type1Code", n + "Type2Code", n + "Type3Code"];

    private static string[] Geo(string n, bool adm2) =>
    [
        n + "_Type", n + "_FullName", n + "_CountryCode", n + "_ADM1Code", .. adm2 ? (string[])[n + "_ADM2Code"] : [], n + "_Lat", n + "_Long", n + "_FeatureID",
    ];

    private static string?[] Row(ExportRecord record, bool adm2)
    {
        var e = record.Event;
        var day = e.Day;
        var added = e.FirstReported ?? day;
        return
        [
            FieldText.Number(record.Number), FieldText.Compact(day), day?.ToString("yyyyMM", CultureInfo.InvariantCulture), day?.ToString("yyyy", CultureInfo.InvariantCulture),
            day is { } d ? (d.Year + (((d.Month - 1) * 30) + Math.Min(d.Day, 30)) / 365.0).ToString("0.0000", CultureInfo.InvariantCulture) : null,
            .. Actor(e.Source), .. Actor(e.Target),
            record.Mention.Sentence == 0 ? "1" : "0", e.Type.Cameo, FieldText.Base(e.Type.Cameo), FieldText.Root(e.Type.Cameo), FieldText.Number(e.Type.Quad),
            FieldText.Decimal(e.Type.Goldstein), FieldText.Number(e.Mentions), FieldText.Number(Math.Max(1, e.Publishers.Length)), FieldText.Number(e.Documents), "0",
            .. Nowhere(adm2), .. Nowhere(adm2), .. Geo(e.Place, adm2),
            adm2 ? FieldText.Compact(added) is { } a ? a + "000000" : null : FieldText.Compact(added), record.Document.Url ?? record.Document.Id,
        ];
    }

    private static string?[] Actor(LedgerParty? party)
    {
        if (party is null) return new string?[10];
        var country = CountryCodes.Find(party.Country)?.Alpha3;
        var group = country is null && party.Country is { } code && code.Length <= 6 ? code : null;
        var types = party.Sectors.Where(s => s != group).Take(3).ToArray();
        return
        [
            party.Cameo ?? country ?? group, party.Name.ToUpperInvariant(), country, group, null, null, null, types.ElementAtOrDefault(0), types.ElementAtOrDefault(1), types.ElementAtOrDefault(2),
        ];
    }

    /// <summary>Type 1 is a country, 4 a city elsewhere in the world, 5 a first-level division; US places are 2 and 3.</summary>
    private static string?[] Geo(LedgerPlace? place, bool adm2)
    {
        if (place is null) return Nowhere(adm2);
        var country = CountryCodes.Find(place.Country);
        var type = (place.Precision, place.Country) switch
        {
            (PlacePrecision.Country, _) => "1",
            (PlacePrecision.Region, "USA") => "2",
            (PlacePrecision.City, "USA") => "3",
            (PlacePrecision.City, _) => "4",
            _ => "5",
        };
        var name = place.Precision == PlacePrecision.Country || country is null ? place.Name : $"{place.Name}, {country.Name}";
        return [type, name, country?.Fips, country?.Fips, .. adm2 ? (string?[])[null] : [], FieldText.Degrees(place.Latitude), FieldText.Degrees(place.Longitude), country?.Fips];
    }

    private static string?[] Nowhere(bool adm2) => ["0", null, null, null, .. adm2 ? (string?[])[null] : [], null, null, null];
}
