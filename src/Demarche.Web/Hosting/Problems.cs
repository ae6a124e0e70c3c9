using System.Text.Json;
using Demarche.Formats.Json;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Hosting;

/// <summary>A refusal as RFC 9457 has it, with what to do about it.</summary>
/// <param name="Kind">Last part of its type, <c>urn:demarche:problem:KIND</c>.</param>
/// <param name="Parameter">The parameter or field that is wrong; null where it is none.</param>
public sealed record DeskProblem(int Status, string Kind, string Title, string Detail, string Remedy, string? Parameter = null);

/// <summary>Writes problems, the same way for the API and the guards before it.</summary>
internal static class Problems
{
    public static DeskProblem TooMany { get; } = new(
        StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests", "You ask more often than this desk allows.",
        "Wait as long as Retry-After says, or ask for more at once: pages of 1000, or .jsonl for all.");

    public static async Task WriteAsync(HttpContext context, DeskProblem problem)
    {
        context.Response.StatusCode = problem.Status;
        context.Response.ContentType = "application/problem+json";
        context.Response.Headers.CacheControl = "no-store";
        var body = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, JsonOutput.Indented))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "urn:demarche:problem:" + problem.Kind);
            json.WriteString("title"u8, problem.Title);
            json.WriteNumber("status"u8, problem.Status);
            json.WriteString("detail"u8, problem.Detail);
            json.WriteString("remedy"u8, problem.Remedy);
            if (problem.Parameter is not null) json.WriteString("parameter"u8, problem.Parameter);
            json.WriteString("instance"u8, context.Request.Path.Value);
            json.WriteEndObject();
        }
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }
}
