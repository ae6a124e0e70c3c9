using System.Buffers;
using System.Text.Json;
using Demarche.Formats.Json;
using Demarche.Formats.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Demarche.Web.Api;

/// <summary>One record as JSON.</summary>
internal sealed class RecordAnswer(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK) : IResult
{
    public Task ExecuteAsync(HttpContext context)
    {
        if (status == StatusCodes.Status200OK && context.RequestServices.GetRequiredService<LedgerStamp>().IsKnown(context, "json")) return Task.CompletedTask;
        context.Response.StatusCode = status;
        return Answers.WriteAsync(context, "application/json", write);
    }
}

/// <summary>A list of records: a JSON page, or all of them as JSON lines, CSV or GeoJSON, written as they are read.</summary>
internal sealed record ListAnswer<T>(ApiQuery Query, Func<string?, int, Page<T>> Find, Action<Utf8JsonWriter, T> Json) : IResult
{
    private const int InBatch = 500;

    private const int InPage = 100;

    /// <summary>Writes rows, with the header before the first batch.</summary>
    public Action<Stream, IReadOnlyList<T>, bool>? Csv { get; init; }

    public Action<Utf8JsonWriter, T>? Feature { get; init; }

    /// <summary>Further members of a JSON page.</summary>
    public Action<Utf8JsonWriter>? Beside { get; init; }

    private IReadOnlyList<string> Offered => Feature is not null ? Parameters.EventFormats : Csv is not null ? Parameters.Formats : ["json", "jsonl"];

    public static Action<Stream, IReadOnlyList<T>, bool> Table(CsvTable<T> table) => table.Write;

    public async Task ExecuteAsync(HttpContext context)
    {
        var format = AnswerFormat.Of(context, Offered);
        var limit = Query.Limit();
        var cursor = Query.Text(Parameters.Cursor);
        if (format == "json" && limit > ApiQuery.MostInPage)
            throw ApiProblemException.Parameter("limit", $"A JSON page holds at most {ApiQuery.MostInPage} records.", "Ask for less and go on with `next`, or ask for .jsonl or .csv.");
        if (context.RequestServices.GetRequiredService<LedgerStamp>().IsKnown(context, format)) return;
        if (format == "json")
        {
            var page = Find(cursor, limit ?? InPage);
            if (page.Next is { } next) context.Response.Headers.Link = $"<{NextOf(context.Request, next)}>; rel=\"next\"";
            await Answers.WriteAsync(context, "application/json", json => WritePage(json, page)).ConfigureAwait(false);
            return;
        }
        context.Response.ContentType = AnswerFormat.MediaType(format) + (format == "csv" ? "; charset=utf-8; header=present" : "");
        if (format != "jsonl" && format != "geojson") context.Response.Headers.ContentDisposition = $"attachment; filename=\"{context.Request.Path.Value!.Split('/')[^1].Split('.')[0]}.{format}\"";
        Action<Stream, IReadOnlyList<T>, bool> write = format switch
        {
            "csv" => Csv!,
            "geojson" => WriteFeatures,
            _ => (output, items, _) => WriteLines(output, items),
        };
        var batch = new MemoryStream();
        var first = true;
        foreach (var items in Batches(cursor, limit ?? int.MaxValue))
        {
            batch.SetLength(0);
            write(batch, items, first);
            first = false;
            await context.Response.Body.WriteAsync(batch.GetBuffer().AsMemory(0, (int)batch.Length), context.RequestAborted).ConfigureAwait(false);
        }
        if (format == "geojson") await context.Response.Body.WriteAsync("]}\n"u8.ToArray(), context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>At least one batch, be it empty, so that a header comes all the same.</summary>
    private IEnumerable<IReadOnlyList<T>> Batches(string? cursor, int left)
    {
        while (true)
        {
            var page = Find(cursor, Math.Min(InBatch, left));
            yield return page.Items;
            left -= page.Items.Count;
            cursor = page.Next;
            if (cursor is null || left == 0) yield break;
        }
    }

    private void WritePage(Utf8JsonWriter json, Page<T> page)
    {
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        foreach (var item in page.Items) Json(json, item);
        json.WriteEndArray();
        Beside?.Invoke(json);
        json.WriteString("next"u8, page.Next);
        json.WriteEndObject();
    }

    private void WriteLines(Stream output, IReadOnlyList<T> items)
    {
        using var json = new Utf8JsonWriter(output, JsonOutput.Line);
        foreach (var item in items)
        {
            Json(json, item);
            json.Flush();
            json.Reset();
            output.WriteByte((byte)'\n');
        }
    }

    private void WriteFeatures(Stream output, IReadOnlyList<T> items, bool first)
    {
        if (first) output.Write("{\"type\":\"FeatureCollection\",\"features\":["u8);
        using var json = new Utf8JsonWriter(output, JsonOutput.Line);
        foreach (var item in items)
        {
            if (!first) output.Write(",\n"u8);
            first = false;
            Feature!(json, item);
            json.Flush();
            json.Reset();
        }
    }

    private static string NextOf(HttpRequest request, string next)
    {
        var kept = request.Query.Where(p => p.Key != "cursor").SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v))).Append(KeyValuePair.Create("cursor", (string?)next));
        return request.PathBase + request.Path + QueryString.Create(kept);
    }
}

/// <summary>Writes JSON in one piece, with its length.</summary>
internal static class Answers
{
    /// <summary>Bytes below which compressing costs more than it saves.</summary>
    private const int WorthCompressing = 2048;

    public static async Task WriteAsync(HttpContext context, string type, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(body, JsonOutput.Line)) write(json);
        body.Write("\n"u8);
        // The compressing layer looks at this header when the first byte comes.
        if (body.WrittenCount < WorthCompressing) context.Request.Headers.Remove("Accept-Encoding");
        context.Response.ContentType = type;
        context.Response.ContentLength = body.WrittenCount;
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }
}

/// <summary>A small table as CSV.</summary>
internal sealed class TableAnswer(Action<Stream> write) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<LedgerStamp>().IsKnown(context, "csv")) return;
        var body = new MemoryStream();
        write(body);
        context.Response.ContentType = AnswerFormat.MediaType("csv") + "; charset=utf-8; header=present";
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted).ConfigureAwait(false);
    }
}
