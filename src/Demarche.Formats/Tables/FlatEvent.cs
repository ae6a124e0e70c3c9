using System.Globalization;
using System.Text.Json.Serialization;
using Demarche.Formats.Json;
using Demarche.Formats.Ledger;
using Demarche.Ledger;

namespace Demarche.Formats.Tables;

/// <summary>An event as one flat row: the columns of our own CSV and Parquet, in this order.</summary>
public sealed class FlatEvent
{
    [JsonPropertyName("id")] public string Id { get; set; } = "";
    [JsonPropertyName("date")] public DateOnly? Date { get; set; }
    [JsonPropertyName("date_basis")] public string? DateBasis { get; set; }
    [JsonPropertyName("date_precision")] public string? DatePrecision { get; set; }
    [JsonPropertyName("source_code")] public string? SourceCode { get; set; }
    [JsonPropertyName("source_name")] public string? SourceName { get; set; }
    [JsonPropertyName("source_sectors")] public string? SourceSectors { get; set; }
    [JsonPropertyName("target_code")] public string? TargetCode { get; set; }
    [JsonPropertyName("target_name")] public string? TargetName { get; set; }
    [JsonPropertyName("target_sectors")] public string? TargetSectors { get; set; }
    [JsonPropertyName("cameo")] public string Cameo { get; set; } = "";
    [JsonPropertyName("label")] public string Label { get; set; } = "";
    [JsonPropertyName("plover_type")] public string? PloverType { get; set; }
    [JsonPropertyName("plover_mode")] public string? PloverMode { get; set; }
    [JsonPropertyName("quad")] public int Quad { get; set; }
    [JsonPropertyName("goldstein")] public double Goldstein { get; set; }
    [JsonPropertyName("measure_kind")] public string? MeasureKind { get; set; }
    [JsonPropertyName("count")] public long? Count { get; set; }
    [JsonPropertyName("count_low")] public long? CountLow { get; set; }
    [JsonPropertyName("count_high")] public long? CountHigh { get; set; }
    [JsonPropertyName("effective")] public DateOnly? Effective { get; set; }
    [JsonPropertyName("deadline")] public DateOnly? Deadline { get; set; }
    [JsonPropertyName("status")] public string Status { get; set; } = "";
    [JsonPropertyName("background")] public bool Background { get; set; }
    [JsonPropertyName("place")] public string? Place { get; set; }
    [JsonPropertyName("place_country")] public string? PlaceCountry { get; set; }
    [JsonPropertyName("lat")] public double? Lat { get; set; }
    [JsonPropertyName("lon")] public double? Lon { get; set; }
    [JsonPropertyName("confidence")] public double Confidence { get; set; }
    [JsonPropertyName("review")] public string Review { get; set; } = "";
    [JsonPropertyName("mentions")] public int Mentions { get; set; }
    [JsonPropertyName("documents")] public int Documents { get; set; }
    [JsonPropertyName("reports")] public int Reports { get; set; }
    [JsonPropertyName("publishers")] public string? Publishers { get; set; }
    [JsonPropertyName("document")] public string Document { get; set; } = "";
    [JsonPropertyName("url")] public string? Url { get; set; }
    [JsonPropertyName("text")] public string Text { get; set; } = "";

    public static FlatEvent Of(ExportRecord r) => Of(r.Event);

    public static FlatEvent Of(LedgerEvent e)
    {
        return new FlatEvent
        {
            Id = e.Id,
            Date = e.Day,
            DateBasis = e.Day is null ? null : e.Basis.Name(),
            DatePrecision = e.Day is null ? null : e.Precision.Name(),
            SourceCode = e.Source?.Code,
            SourceName = e.Source?.Name,
            SourceSectors = e.Source is null ? null : string.Join(' ', e.Source.Sectors),
            TargetCode = e.Target?.Code,
            TargetName = e.Target?.Name,
            TargetSectors = e.Target is null ? null : string.Join(' ', e.Target.Sectors),
            Cameo = e.Type.Cameo,
            Label = e.Type.Label,
            PloverType = e.Type.Plover?.Type,
            PloverMode = e.Type.Plover?.Mode,
            Quad = e.Type.Quad,
            Goldstein = e.Type.Goldstein,
            MeasureKind = e.MeasureKind,
            Count = e.Count,
            CountLow = e.Range?.Low,
            CountHigh = e.Range?.High,
            Effective = e.Effective,
            Deadline = e.Deadline,
            Status = e.Status.Name(),
            Background = e.Background,
            Place = e.Place?.Name,
            PlaceCountry = e.Place?.Country,
            Lat = e.Place?.Latitude,
            Lon = e.Place?.Longitude,
            Confidence = e.Confidence,
            Review = e.Review.ToString().ToLower(CultureInfo.InvariantCulture),
            Mentions = e.Mentions,
            Documents = e.Documents,
            Reports = e.Reports,
            Publishers = e.Publishers.IsEmpty ? null : string.Join("; ", e.Publishers),
            Document = e.DocumentId,
            Url = e.Url,
            Text = e.Sentence,
        };
    }
}
