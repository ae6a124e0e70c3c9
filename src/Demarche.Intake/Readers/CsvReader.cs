using System.Text;
using CsvHelper;
using Demarche.Intake.Text;

namespace Demarche.Intake.Readers;

/// <summary>A table with a header line, its columns parted by commas, semicolons, tabs or bars; a row at a time.</summary>
internal sealed class CsvReader : IDocumentReader
{
    public IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session)
    {
        using var text = TextDecoder.Reader(source.Content, source.Charset);
        using var rows = CsvHelper.CsvReader.Create(
            text,
            new CsvReaderOptions
            {
                Separator = Delimiter(source.Head.Span)[0],
                HasHeader = false,
                TrackLineNumbers = true,
                DetectSeparatorHint = false,
                MaxRecordSize = (int)Math.Min(session.Limits.DocumentBytes, int.MaxValue / 4),
            },
            leaveOpen: true);
        if (Next(rows) is not { } header || Columns(header, session.Options.Columns) is not { } columns)
            throw new IntakeException(
                "missing-column",
                "The table has no column for the text. Its first line must name the columns; say which holds the text with --column text=NAME.",
                IntakeFailure.Invalid,
                1);
        while (Next(rows) is { } row) yield return Row(row, columns, source.Name, (int)rows.LineNumber);
    }

    private static string[]? Next(CsvHelper.CsvReader rows)
    {
        try
        {
            if (!rows.Read()) return null;
            var row = new string[rows.FieldCount];
            for (var i = 0; i < row.Length; i++) row[i] = rows.GetString(i);
            return row;
        }
        catch (DecoderFallbackException e)
        {
            throw new IntakeException("invalid-utf8", "The table is not valid UTF-8. Save it again as UTF-8.", IntakeFailure.Invalid, (int)rows.LineNumber, e);
        }
        catch (CsvFormatException e)
        {
            throw new IntakeException(
                "invalid-csv", "The row is no row of a table, or is too long: look for a quote that is not closed.", IntakeFailure.Invalid, (int)rows.LineNumber, e);
        }
    }

    private static IntakeResult Row(string[] row, TableColumns c, string input, int line)
    {
        string? Field(int at) => at >= 0 && at < row.Length ? RecordFields.Blank(row[at]) : null;
        if (c.Text >= row.Length)
            return new IntakeProblem(input, line, "short-row", "The row ends before the column of the text.", IntakeFailure.Invalid);
        var text = row[c.Text];
        if (string.IsNullOrWhiteSpace(text)) return new IntakeProblem(input, line, "empty-text", "The row's text is empty.", IntakeFailure.Invalid);
        var stated = Field(c.Date);
        var date = DateText.Parse(stated);
        if (stated is not null && date is null)
            return new IntakeProblem(input, line, "invalid-date", "The row's date is none that can be read. Write it as YYYY-MM-DD, or leave it out.", IntakeFailure.Invalid);
        return RecordFields.Document(input, line, Field(c.Id), date, text, Field(c.Title), Field(c.Publisher), Field(c.Url), Field(c.Language));
    }

    internal static TableColumns? Columns(string[] header, ColumnMapping mapping)
    {
        int Find(string? mapped, string[] usual)
        {
            foreach (var name in RecordFields.Candidates(mapped, usual))
            {
                var at = Array.FindIndex(header, h => h.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));
                if (at >= 0) return at;
            }

            return -1;
        }

        var text = Find(mapping.Text, RecordFields.Text);
        return text < 0
            ? null
            : new TableColumns(
                text,
                Find(mapping.Id, RecordFields.Id),
                Find(mapping.Date, RecordFields.Date),
                Find(mapping.Title, RecordFields.Title),
                Find(mapping.Publisher, RecordFields.Publisher),
                Find(mapping.Url, RecordFields.Url),
                Find(mapping.Language, RecordFields.Language));
    }

    /// <summary>The mark that parts the most columns in the header line.</summary>
    internal static string Delimiter(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        var line = end < 0 ? head : head[..end];
        var best = ',';
        foreach (var mark in (ReadOnlySpan<char>)['\t', ';', '|'])
            if (line.Count((byte)mark) > line.Count((byte)best)) best = mark;
        return best.ToString();
    }
}

/// <summary>Which column holds what; -1: none.</summary>
internal sealed record TableColumns(int Text, int Id, int Date, int Title, int Publisher, int Url, int Language);
