using System.Text.Json;

namespace Demarche.Intake.Readers;

/// <summary>One JSON record spread over lines, or an array of records (as Mongo exports it), read a record at a time.</summary>
internal sealed class JsonArrayReader : IDocumentReader
{
    private static readonly System.Buffers.SearchValues<byte> BeforeRecords =
        System.Buffers.SearchValues.Create([0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']);

    public IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session)
    {
        var head = source.Head.Span;
        var start = head.IndexOfAnyExcept(BeforeRecords);
        return start >= 0 && head[start] == '[' ? Many(source, session) : One(source, session);
    }

    private static IEnumerable<IntakeResult> One(InputSource source, IntakeSession session)
    {
        var bytes = source.ReadAll(session.Limits.DocumentBytes).AsMemory();
        if (bytes.Span is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        yield return Guarded(() =>
        {
            using var json = JsonDocument.Parse(bytes);
            return JsonRecord.Read(json.RootElement, source.Name, null, session.Options.Columns);
        });
    }

    private static IEnumerable<IntakeResult> Many(InputSource source, IntakeSession session)
    {
        var records = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(source.Content).ToBlockingEnumerable();
        using var each = records.GetEnumerator();
        while (Guarded(each.MoveNext))
        {
            var record = each.Current;
            yield return Guarded(() => JsonRecord.Read(record, source.Name, null, session.Options.Columns));
        }
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException e)
        {
            throw new IntakeException(
                "invalid-json", $"Not JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.", IntakeFailure.Invalid, (int?)e.LineNumber + 1, e);
        }
        catch (InvalidOperationException e)
        {
            throw new IntakeException(
                "invalid-text", "A string has half of a surrogate pair (\\ud800–\\udfff alone). Write the character whole.", IntakeFailure.Invalid, cause: e);
        }
    }
}
