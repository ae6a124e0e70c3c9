using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using CsvHelper;
using Demarche.Formats.Ledger;
using Parquet;
using Parquet.Serialization;

namespace Demarche.Formats.Tables;

/// <summary>Our own columns as CSV (RFC 4180, UTF-8, with a header, empty where unknown) and as Parquet (nulls where unknown).</summary>
public static class FlatFormats
{
    private static readonly PropertyInfo[] Properties = typeof(FlatEvent).GetProperties();

    public static IReadOnlyList<string> Columns { get; } = [.. Properties.Select(p => p.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name)];

    public static void WriteCsv(Stream output, IEnumerable<ExportRecord> records)
    {
        using var csv = CsvWriter.Create(output, new CsvWriterOptions(), leaveOpen: true);
        csv.WriteHeader([.. Columns]);
        foreach (var record in records)
        {
            var row = FlatEvent.Of(record);
            csv.WriteRecord([.. Properties.Select(p => Text(p.GetValue(row)))]);
        }
    }

    /// <summary>Row groups of ten thousand events, so that memory stays small. The output must be a file: Parquet ends with its index.</summary>
    public static async Task WriteParquet(Stream output, IEnumerable<ExportRecord> records, CancellationToken cancel = default)
    {
        var append = false;
        foreach (var group in records.Select(FlatEvent.Of).Chunk(10_000).DefaultIfEmpty([]))
        {
            await ParquetSerializer.SerializeAsync(group, output, new ParquetOptions { Append = append }, cancellationToken: cancel).ConfigureAwait(false);
            append = true;
            output.Seek(0, SeekOrigin.Begin);
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool b => b ? "true" : "false",
        DateOnly d => FieldText.Iso(d)!,
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
