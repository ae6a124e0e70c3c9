using System.Reflection;
using System.Text.Json.Serialization;
using Demarche.Formats.Ledger;
using Demarche.Ledger;
using Parquet;
using Parquet.Serialization;

namespace Demarche.Formats.Tables;

/// <summary>Our own columns as CSV (RFC 4180, UTF-8, with a header, empty where unknown) and as Parquet (nulls where unknown).</summary>
public static class FlatFormats
{
    private static readonly PropertyInfo[] Properties = typeof(FlatEvent).GetProperties();

    public static IReadOnlyList<string> Columns { get; } = [.. Properties.Select(p => p.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name)];

    /// <summary>The columns with how an event fills them.</summary>
    public static CsvTable<LedgerEvent> Csv { get; } = new(Columns, e =>
    {
        var row = FlatEvent.Of(e);
        return [.. Properties.Select(p => p.GetValue(row))];
    });

    public static void WriteCsv(Stream output, IEnumerable<ExportRecord> records) =>
        Csv.Write(output, records.Select(r => r.Event));

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
}
