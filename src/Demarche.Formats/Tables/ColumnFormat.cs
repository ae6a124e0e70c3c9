using System.Text;
using Demarche.Formats.Ledger;

namespace Demarche.Formats.Tables;

/// <summary>A table of another system: its columns in order, how it is laid out, and how an event fills a row.</summary>
public sealed record ColumnFormat(string Name, IReadOnlyList<string> Columns, Func<ExportRecord, string?[]> Row)
{
    /// <summary>Whether the first line names the columns.</summary>
    public bool HasHeader { get; init; }

    /// <summary>What stands where nothing is known.</summary>
    public string Missing { get; init; } = "";

    /// <summary>Writes tab-separated lines, ended by a line feed, as all four systems have them. No quoting: tabs and line ends become spaces.</summary>
    public void Write(Stream output, IEnumerable<ExportRecord> records)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        if (HasHeader) writer.WriteLine(string.Join('\t', Columns));
        foreach (var record in records)
        {
            var row = Row(record);
            if (row.Length != Columns.Count) throw new InvalidOperationException($"a row of {Name} has {row.Length} fields, not {Columns.Count}");
            writer.WriteLine(string.Join('\t', row.Select(Field)));
        }
    }

    private string Field(string? value) =>
        string.IsNullOrEmpty(value) ? Missing : value.AsSpan().IndexOfAny('\t', '\n', '\r') < 0 ? value : value.Replace('\t', ' ').ReplaceLineEndings(" ");
}
