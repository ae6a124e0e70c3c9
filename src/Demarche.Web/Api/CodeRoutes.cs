using System.Text.Json;
using Demarche.Formats.Json;
using Demarche.Intake;
using Demarche.Ledger;
using Demarche.Web.Engine;
using Demarche.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Api;

/// <summary>Codes what is sent, without keeping it.</summary>
internal static class CodeRoutes
{
    /// <summary>
    /// What is read, by media type. A kind is always forced: recognised by content, a list of addresses would make the desk fetch
    /// them, and an archive or a message might hold one.
    /// </summary>
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text/plain"] = "text",
        ["text/markdown"] = "markdown",
        ["text/html"] = "html",
        ["application/json"] = "jsonl",
        ["application/x-ndjson"] = "jsonl",
        ["application/jsonl"] = "jsonl",
        ["application/pdf"] = "pdf",
    };

    public static void MapCoding(this RouteGroupBuilder api) =>
        api.MapWrite("/code", Code, new RouteCard("Coding", "Code a text",
            "Reads an article or JSON lines of documents ({id, date, text, title, publisher, url}) into events, one JSON object a line, as they are read. Nothing is kept. " +
            "A document that cannot be read gives a line {\"problem\": …}.")
        {
            Takes = [Parameters.Date, Parameters.Title, Parameters.Explain],
            Gives = "CodedEvent",
            Formats = ["jsonl"],
            Body = "DocumentToCode",
            BodyTypes = [.. Kinds.Keys],
        })
        .WithMetadata(new RequestSizeLimitAttribute(RequestLimits.DocumentBytes), new EnableRateLimitingAttribute(RequestLimits.Coding));

    private static async Task Code(HttpContext context, ILedger ledger, DeskEngine engine)
    {
        var q = new ApiQuery(context, ledger);
        var (date, title, explain) = (q.Day(Parameters.Date), q.Text(Parameters.Title), q.Flag(Parameters.Explain));
        var type = context.Request.ContentType?.Split(';')[0].Trim() ?? "";
        if (!Kinds.TryGetValue(type, out var kind))
            throw new ApiProblemException(new(StatusCodes.Status415UnsupportedMediaType, "media-type", "Wrong kind of body", $"'{type}' is not read here.", $"Send one of {string.Join(", ", Kinds.Keys)}."));
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        body.Position = 0;
        var options = new IntakeOptions { From = kind, Date = date, Limits = new IntakeLimits { DocumentBytes = RequestLimits.DocumentBytes, Nesting = 0 } };
        var (documents, lines) = (0, new MemoryStream());
        await using var json = new Utf8JsonWriter(lines, JsonOutput.Line);
        foreach (var result in new DocumentIntake().Read(["-"], options, body))
        {
            switch (result)
            {
                case IntakeDocument read:
                    documents++;
                    var document = title is null ? read.Document : read.Document with { Title = title };
                    var coded = engine.Code(document, explain);
                    var points = new CodePoints(document.Text);
                    foreach (var e in coded.Events)
                    {
                        EventJson.Write(json, coded, e, points, explain);
                        End(json, lines);
                    }
                    break;
                case IntakeProblem p:
                    Problem(json, p.Name, p.Message, p.Line);
                    End(json, lines);
                    break;
                case IntakeSkipped s:
                    Problem(json, "other-language", $"Its language is '{s.Language}'; Demarche reads English.", s.Line);
                    End(json, lines);
                    break;
                default:
                    throw new InvalidOperationException($"intake gave a {result.GetType().Name}, which the API does not know");
            }
            if (documents == 0 && result is IntakeProblem { Line: null } whole)
                throw new ApiProblemException(new(StatusCodes.Status422UnprocessableEntity, whole.Name, "The body cannot be read", whole.Message, "Send it under the media type that it has."));
            await Flush(context, lines).ConfigureAwait(false);
        }
        // Nothing read, nothing wrong: the answer is empty all the same.
        await Flush(context, lines).ConfigureAwait(false);
    }

    private static void Problem(Utf8JsonWriter json, string name, string message, int? line)
    {
        json.WriteStartObject();
        json.WriteStartObject("problem"u8);
        json.WriteString("name"u8, name);
        json.WriteString("message"u8, message);
        if (line is { } n) json.WriteNumber("line"u8, n);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json, MemoryStream lines)
    {
        json.Flush();
        json.Reset();
        lines.WriteByte((byte)'\n');
    }

    private static async Task Flush(HttpContext context, MemoryStream lines)
    {
        if (!context.Response.HasStarted) context.Response.ContentType = AnswerFormat.MediaType("jsonl");
        await context.Response.Body.WriteAsync(lines.GetBuffer().AsMemory(0, (int)lines.Length), context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        lines.SetLength(0);
    }
}
