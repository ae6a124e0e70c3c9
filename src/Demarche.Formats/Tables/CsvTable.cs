using System.Globalization;
using CsvHelper;

namespace Demarche.Formats.Tables;

/// <summary>A table as CSV (RFC 4180, UTF-8, CRLF, a header): its columns, and how a record fills them; empty where unknown.</summary>
/// <param name="Row">As many values as columns: text, numbers, days, booleans or null.</param>
public sealed record CsvTable<T>(IReadOnlyList<string> Columns, Func<T, object?[]> Row)
{
    /// <param name="header">False where rows are added to a table that is begun.</param>
    public void Write(Stream output, IEnumerable<T> records, bool header = true)
    {
        using var csv = CsvWriter.Create(output, new CsvWriterOptions(), leaveOpen: true);
        if (header) csv.WriteHeader([.. Columns]);
        foreach (var record in records) csv.WriteRecord([.. Row(record).Select(CsvText.Of)]);
    }
}

/// <summary>Values as CSV has them.</summary>
public static class CsvText
{
    public static string Of(object? value) => value switch
    {
        null => "",
        string s => Guarded(s),
        bool b => b ? "true" : "false",
        DateOnly d => FieldText.Iso(d)!,
        DateTimeOffset t => t.ToString("O", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <summary>
    /// Words of a report that a spreadsheet would take for a formula get an apostrophe before them, as OWASP advises: they begin
    /// with = + - @, full-width or not, a tab or a line end. Numbers are written as numbers and are left alone.
    /// </summary>
    private static string Guarded(string text) =>
        text.AsSpan().TrimStart(" \u00A0\uFEFF") is [('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20'), ..] ? "'" + text : text;
}
