using System.Globalization;
using Demarche.Intake.Text;
using Parquet;
using Parquet.Schema;

namespace Demarche.Intake.Readers;

/// <summary>A Parquet table, a row group at a time.</summary>
internal sealed class ParquetTableReader : IDocumentReader
{
    public IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session)
    {
        var content = source.Content.CanSeek ? source.Content : new MemoryStream(source.ReadAll(session.Limits.DocumentBytes));
        var reader = Foreign.Parse("damaged-parquet", "The Parquet file", () => ParquetReader.CreateAsync(content, leaveStreamOpen: true).GetAwaiter().GetResult());
        var fields = Foreign.Parse("damaged-parquet", "The Parquet file", () => reader.Schema.GetDataFields());
        var columns = CsvReader.Columns([.. fields.Select(f => f.Name)], session.Options.Columns)
            ?? throw new IntakeException(
                "missing-column", "The table has no column for the text. Say which holds it with --column text=NAME.", IntakeFailure.Invalid);
        var row = 0;
        for (var g = 0; g < reader.RowGroupCount; g++)
        {
            var group = g;
            var results = Foreign.Parse("damaged-parquet", "The Parquet file", () => Group(reader, group, fields, columns, source.Name, row));
            row += results.Count;
            foreach (var r in results) yield return r;
        }

        reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static List<IntakeResult> Group(ParquetReader reader, int number, DataField[] fields, TableColumns c, string input, int before)
    {
        using var group = reader.OpenRowGroupReader(number);
        var rows = checked((int)group.RowCount);
        if (rows is < 0 or > 50_000_000) throw new InvalidDataException("a row group claims more rows than can be read");
        string?[] Column(int at) => at < 0 ? new string?[rows] : Values(group, fields[at], rows);
        var texts = Column(c.Text);
        var (ids, dates, titles) = (Column(c.Id), Column(c.Date), Column(c.Title));
        var (publishers, urls, languages) = (Column(c.Publisher), Column(c.Url), Column(c.Language));
        var results = new List<IntakeResult>(rows);
        for (var i = 0; i < rows; i++)
        {
            var line = before + i + 1;
            var date = DateText.Parse(dates[i]);
            if (string.IsNullOrWhiteSpace(texts[i]))
                results.Add(new IntakeProblem(input, line, "empty-text", "The row's text is empty.", IntakeFailure.Invalid));
            else if (date is null && !string.IsNullOrWhiteSpace(dates[i]))
                results.Add(new IntakeProblem(input, line, "invalid-date", "The row's date is none that can be read. Write it as YYYY-MM-DD, or leave it out.", IntakeFailure.Invalid));
            else
                results.Add(RecordFields.Document(input, line, ids[i], date, texts[i]!, titles[i], publishers[i], urls[i], languages[i]));
        }

        return results;
    }

    private static string?[] Values(ParquetRowGroupReader group, DataField field, int rows)
    {
        if (field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>))
        {
            var strings = new string?[rows];
            group.ReadAsync(field, strings.AsMemory()!).AsTask().GetAwaiter().GetResult();
            return strings;
        }

        if (field.ClrType == typeof(DateTime)) return Typed<DateTime>(group, field, rows, d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(DateOnly)) return Typed<DateOnly>(group, field, rows, d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(long)) return Typed<long>(group, field, rows, n => n.ToString(CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(int)) return Typed<int>(group, field, rows, n => n.ToString(CultureInfo.InvariantCulture));
        throw new InvalidDataException($"column '{field.Name}' holds {field.ClrType.Name}, where text, dates or whole numbers are read");
    }

    private static string?[] Typed<T>(ParquetRowGroupReader group, DataField field, int rows, Func<T, string> write)
        where T : struct
    {
        if (!field.IsNullable)
        {
            var plain = new T[rows];
            group.ReadAsync<T>(field, plain.AsMemory()).AsTask().GetAwaiter().GetResult();
            return [.. plain.Select(write)];
        }

        var values = new T?[rows];
        group.ReadAsync<T>(field, values.AsMemory()).AsTask().GetAwaiter().GetResult();
        return [.. values.Select(v => v is { } x ? write(x) : null)];
    }
}
