using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Demarche.Web.Api;

/// <summary>Which format an answer has: the extension decides, else the Accept header, else the route's first.</summary>
internal static class AnswerFormat
{
    private static readonly Dictionary<string, string[]> MediaTypes = new(StringComparer.Ordinal)
    {
        ["json"] = ["application/json"],
        ["jsonl"] = ["application/x-ndjson", "application/jsonl", "application/ndjson"],
        ["csv"] = ["text/csv"],
        ["geojson"] = ["application/geo+json"],
        ["atom"] = ["application/atom+xml"],
        ["events"] = ["text/event-stream"],
    };

    /// <summary>The media type that a format is sent as.</summary>
    public static string MediaType(string format) => MediaTypes[format][0];

    public static string Of(HttpContext context, IReadOnlyList<string> offered)
    {
        if (context.Request.RouteValues["format"] is string extension)
            return offered.FirstOrDefault(f => f.Equals(extension, StringComparison.OrdinalIgnoreCase))
                ?? throw ApiProblemException.NotFound($"There is no format '{extension}' here.", $"Ask for one of {string.Join(", ", offered)}.", "format");
        var accept = context.Request.GetTypedHeaders().Accept;
        if (accept.Count == 0) return offered[0];
        foreach (var wanted in accept.Where(a => a.Quality is not 0).OrderByDescending(a => a.Quality ?? 1))
            if (offered.FirstOrDefault(f => MediaTypes[f].Any(m => new MediaTypeHeaderValue(m).IsSubsetOf(wanted))) is { } format)
                return format;
        throw new ApiProblemException(new(StatusCodes.Status406NotAcceptable, "not-acceptable", "There is no such format",
            $"None of what Accept names ({context.Request.Headers.Accept}) can be given.", $"Accept one of {string.Join(", ", offered.Select(MediaType))}."));
    }
}
