using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Demarche.Formats.Json;
using Demarche.Formats.Ledger;
using Demarche.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Demarche.Web.Api;

/// <summary>
/// Server-sent events of changes. The writer may be another process, so the ledger is asked every second: a seek in one small
/// index. A client that comes back sends the last id it saw and misses nothing.
/// </summary>
internal static class ChangeStream
{
    private const int InBatch = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static async Task Write(HttpContext context, ILedger ledger, TimeProvider clock)
    {
        var q = new ApiQuery(context, ledger);
        var filter = ChangeFilter.Read(q);
        var cursor = LastSeen(context.Request) ?? ChangeRoutes.Cursor(q) ?? ledger.LastChange();
        // The end of the desk ends its streams, which would else hold it open.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = AnswerFormat.MediaType("events");
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await Send(context, "retry: 2000\n\n"u8.ToArray(), ended.Token).ConfigureAwait(false);
            var quietSince = clock.GetTimestamp();
            while (!ended.IsCancellationRequested)
            {
                var page = ledger.Changes(cursor, InBatch);
                cursor = page.Next;
                var told = Told(page, filter);
                if (told.Length == 0 && clock.GetElapsedTime(quietSince) > Heartbeat) told = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $": at {cursor}\n\n"));
                if (told.Length > 0)
                {
                    await Send(context, told, ended.Token).ConfigureAwait(false);
                    quietSince = clock.GetTimestamp();
                }
                if (!page.More) await Task.Delay(Pause, clock, ended.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client has gone, or the desk is closing: both end the stream and nothing else.
        }
    }

    private static byte[] Told(ChangePage page, ChangeFilter filter)
    {
        var text = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(text, JsonOutput.Line);
        foreach (var change in page.Changes.Where(filter.Takes))
        {
            text.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {change.Cursor}\nevent: {change.Kind.ToString().ToLowerInvariant()}\ndata: ")));
            RecordJson.Write(json, change);
            json.Flush();
            json.Reset();
            text.Write("\n\n"u8);
        }
        return text.WrittenSpan.ToArray();
    }

    private static long? LastSeen(HttpRequest request) => request.Headers["Last-Event-ID"].ToString() is not { Length: > 0 } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n
        : throw ApiProblemException.Parameter("Last-Event-ID", $"'{text}' is no id of this stream.", "Give the id of the last event as it stands.");

    private static async Task Send(HttpContext context, byte[] text, CancellationToken cancel)
    {
        await context.Response.Body.WriteAsync(text, cancel).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(cancel).ConfigureAwait(false);
    }
}
