using System.Globalization;
using Demarche.Coding;
using Demarche.Formats.Codes;
using Demarche.Formats.Ledger;
using Demarche.Ledger;

namespace Demarche.Formats.Tables;

/// <summary>ICEWS coded events (20 columns): tab-separated with a header, empty where unknown, countries by their English names.</summary>
public static class IcewsFormat
{
    public static ColumnFormat Instance { get; } = new(
        "icews",
        [
            "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors",
            "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
        ],
        Row)
    { HasHeader = true };

    private static string?[] Row(ExportRecord r)
    {
        var e = r.Event;
        var place = e.Place;
        return
        [
            FieldText.Number(r.Number), FieldText.Iso(e.Day), e.Source?.Name, Sectors(e.Source), Country(e.Source?.Country), e.Type.Label, e.Type.Cameo,
            FieldText.Decimal(e.Type.Goldstein), e.Target?.Name, Sectors(e.Target), Country(e.Target?.Country), r.Document.Id,
            FieldText.Number(r.Mention.Sentence + 1), r.Document.Publisher,
            place?.Precision == PlacePrecision.City ? place.Name : null, null, place?.Precision == PlacePrecision.Region ? place.Name : null, Country(place?.Country),
            FieldText.Degrees(place?.Latitude), FieldText.Degrees(place?.Longitude),
        ];
    }

    private static string? Sectors(LedgerParty? party) => party is null ? null : string.Join(',', party.Sectors);

    private static string? Country(string? code) => CountryCodes.Find(code)?.Name ?? code;
}

/// <summary>Phoenix (26 columns), as phoenix_pipeline wrote it: tab-separated, no header, empty where unknown, days as 20211018.</summary>
public static class PhoenixFormat
{
    public static ColumnFormat Instance { get; } = new(
        "phoenix",
        [
            "EventID", "Date", "Year", "Month", "Day", "SourceActorFull", "SourceActorEntity", "SourceActorRole", "SourceActorAttribute", "TargetActorFull",
            "TargetActorEntity", "TargetActorRole", "TargetActorAttribute", "EventCode", "EventRootCode", "PentaClass", "GoldsteinScore", "Issues", "Lat", "Lon",
            "LocationName", "StateName", "CountryCode", "SentenceID", "URLs", "NewsSources",
        ],
        Row);

    private static string?[] Row(ExportRecord r)
    {
        var e = r.Event;
        var day = e.Day;
        return
        [
            r.Event.Id, FieldText.Compact(day), day?.Year.ToString(CultureInfo.InvariantCulture), day?.Month.ToString(CultureInfo.InvariantCulture), day?.Day.ToString(CultureInfo.InvariantCulture),
            .. Actor(e.Source), .. Actor(e.Target), e.Type.Cameo, FieldText.Root(e.Type.Cameo), Penta(e.Type.Cameo), FieldText.Decimal(e.Type.Goldstein),
            e.MeasureKind, FieldText.Degrees(e.Place?.Latitude), FieldText.Degrees(e.Place?.Longitude), e.Place?.Name,
            e.Place?.Precision == PlacePrecision.Region ? e.Place.Name : null, e.Place?.Country, $"{r.Document.Id}_{FieldText.Number(r.Mention.Sentence)}", r.Document.Url ?? r.Document.Id,
            string.Join(';', e.Publishers),
        ];
    }

    private static string?[] Actor(LedgerParty? party) =>
        party is null ? new string?[4] : [party.Cameo ?? party.Code, party.Country ?? party.Code, FieldText.Role(party), party.Sectors.Length > 1 ? string.Join(';', party.Sectors.Skip(1)) : null];

    /// <summary>0 statement, 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; roots 01, 02 are 0 and 16 is 3.</summary>
    private static string Penta(string cameo) => FieldText.Root(cameo) switch
    {
        "01" or "02" => "0",
        "03" or "04" or "05" => "1",
        "06" or "07" or "08" => "2",
        "09" or "10" or "11" or "12" or "13" or "16" => "3",
        _ => "4",
    };
}

/// <summary>POLECAT (40 columns): tab-separated with a header, "None" where unknown, lists joined by "; ", countries as alpha-3 and Correlates of War numbers.</summary>
public static class PolecatFormat
{
    public static ColumnFormat Instance { get; } = new(
        "polecat",
        [
            "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector",
            "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
            "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude",
            "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
        ],
        Row)
    { HasHeader = true, Missing = "None" };

    private static string?[] Row(ExportRecord r)
    {
        var e = r.Event;
        var place = e.Place;
        return
        [
            e.Id, FieldText.Iso(e.Day), e.Type.Plover?.Type, e.Type.Plover?.Mode, FieldText.Decimal(e.Type.Goldstein), Quad(e.Type.Quad),
            e.Type.Plover is { } plover ? string.Join("; ", plover.Contexts) : null,
            .. Actor(e.Source, r.Mention.Source?.Span.Quote(r.Document.Text)), .. Actor(e.Target, r.Mention.Target?.Span.Quote(r.Document.Text)),
            place?.Name, place?.Precision == PlacePrecision.City ? place.Name : null, null, place?.Precision == PlacePrecision.Region ? place.Name : null, place?.Country,
            FieldText.Degrees(place?.Latitude), FieldText.Degrees(place?.Longitude), null, r.Mention.Place?.Span.Quote(r.Document.Text), Feature(place),
            r.Document.Publisher, FieldText.Iso(r.Document.Date), null, null, null, r.Document.Language ?? "en", "demarche",
        ];
    }

    private static string?[] Actor(LedgerParty? party, string? raw) => party is null
        ? new string?[8]
        :
        [
            party.Person ?? party.Name, party.Country, FieldText.Number(CountryCodes.Find(party.Country)?.Cow), FieldText.Role(party), string.Join("; ", party.Sectors), party.Role, raw, null,
        ];

    private static string Quad(int quad) => quad switch { 1 => "VERBAL COOPERATION", 2 => "MATERIAL COOPERATION", 3 => "VERBAL CONFLICT", _ => "MATERIAL CONFLICT" };

    private static string? Feature(LedgerPlace? place) => place?.Precision switch { null => null, PlacePrecision.Country => "PCLI", PlacePrecision.Region => "ADM1", _ => "PPL" };
}
