using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Demarche.Intake.Text;

namespace Demarche.Intake.Readers;

/// <summary>A JSON record a line. A wrong line is a problem of its own; memory holds one line at a time.</summary>
internal sealed class JsonLinesReader : IDocumentReader
{
    public IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session)
    {
        var content = source.Head.Span switch
        {
            [0xFF, 0xFE, ..] => Encoding.CreateTranscodingStream(source.Content, Encoding.Unicode, Encoding.UTF8),
            [0xFE, 0xFF, ..] => Encoding.CreateTranscodingStream(source.Content, Encoding.BigEndianUnicode, Encoding.UTF8),
            _ => source.Content,
        };
        foreach (var line in ByteLines.Of(content, session.Limits.DocumentBytes))
        {
            if (line.TooLong)
            {
                var e = IntakeException.TooLarge(session.Limits.DocumentBytes);
                yield return new IntakeProblem(source.Name, line.Number, e.Name, e.Message, e.Kind);
                continue;
            }

            var bytes = line.Number == 1 && line.Bytes.Span is [0xEF, 0xBB, 0xBF, ..] ? line.Bytes[3..] : line.Bytes;
            if (bytes.Span.Trim((byte)' ').IsEmpty) continue;
            yield return Record(bytes, source.Name, line.Number, session.Options.Columns);
        }
    }

    private static IntakeResult Record(ReadOnlyMemory<byte> bytes, string input, int line, ColumnMapping columns)
    {
        if (!Utf8.IsValid(bytes.Span))
            return new IntakeProblem(input, line, "invalid-utf8", "The line is not valid UTF-8. Save the file again as UTF-8.", IntakeFailure.Invalid);
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return JsonRecord.Read(json.RootElement, input, line, columns);
        }
        catch (JsonException e)
        {
            return new IntakeProblem(
                input, line, "invalid-json", $"The line is not JSON (byte {e.BytePositionInLine + 1}). One record a line is read.", IntakeFailure.Invalid);
        }
        catch (InvalidOperationException)
        {
            return new IntakeProblem(
                input, line, "invalid-text", "A string has half of a surrogate pair (\\ud800–\\udfff alone). Write the character whole.", IntakeFailure.Invalid);
        }
    }
}
