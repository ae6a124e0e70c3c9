using Demarche.Knowledge;
using Demarche.Language.Models;
using Demarche.Ledger;
using Demarche.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Demarche.Web.Api;

/// <summary>Turns whatever ends a request under <c>/api</c> into a problem (RFC 9457), and refuses parameters that a route does not know.</summary>
internal static class ApiErrors
{
    public static void UseApiErrors(this IApplicationBuilder app) => app.UseWhen(c => c.Request.Path.StartsWithSegments("/api"), api =>
    {
        api.Use(async (context, next) =>
        {
            try
            {
                CheckNames(context);
                await next(context).ConfigureAwait(false);
                if (!context.Response.HasStarted && OfStatus(context) is { } problem) await Problems.WriteAsync(context, problem).ConfigureAwait(false);
            }
            catch (Exception e) when (Describe(e) is { } problem)
            {
                if (problem.Status >= 500) Log(context, e);
                // A stream that has begun is cut, so that what came of it is not taken for the whole.
                if (context.Response.HasStarted) context.Abort();
                else
                {
                    context.Response.Clear();
                    await Problems.WriteAsync(context, problem).ConfigureAwait(false);
                }
            }
        });
    });

    private static void CheckNames(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RouteCard>() is not { } card) return;
        foreach (var name in context.Request.Query.Keys)
            if (!card.Takes.Any(p => !p.InPath && p.Name == name))
                throw ApiProblemException.Parameter(name, $"There is no parameter '{name}' here.",
                    card.Takes.Any(p => !p.InPath) ? $"Use {string.Join(", ", card.Takes.Where(p => !p.InPath).Select(p => p.Name))}." : "This route takes no parameters.");
    }

    private static DeskProblem? OfStatus(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new(404, "no-such-route", "There is no such route", $"{context.Request.Path} is no route of the API.", "See /api/docs."),
        StatusCodes.Status405MethodNotAllowed => new(405, "method", "Wrong method", $"{context.Request.Path} does not take {context.Request.Method}.", "See /api/docs."),
        StatusCodes.Status401Unauthorized => new(401, "sign-in", "Sign in first", "This desk answers only to those who are signed in.", "Send an API token as \"Authorization: Bearer TOKEN\"; /account makes one."),
        StatusCodes.Status403Forbidden => new(403, "forbidden", "Not allowed", "Your role does not allow this.", "Ask an admin of this desk for the role of curator."),
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        _ => null,
    };

    private static DeskProblem TooLarge { get; } = new(413, "too-large", "The body is too large",
        $"This desk takes at most {RequestLimits.DocumentBytes >> 20} MB.", "Send fewer documents at once, or use demarche ingest.");

    private static DeskProblem? Describe(Exception e) => e switch
    {
        ApiProblemException x => x.Problem,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge,
        BadHttpRequestException x => new(x.StatusCode, "bad-request", "The request cannot be read", x.Message, "See /api/docs."),
        LedgerException { Fault: LedgerFault.BadCorrection } x => new(422, "bad-correction", "The correction does not fit", x.Message, "Look at the event first: GET /api/events/ID."),
        LedgerException { Fault: LedgerFault.Busy } x => new(503, "busy", "The ledger is being written", x.Message, "Try again in a moment."),
        LedgerException x => new(503, "ledger-" + x.Fault.ToString().ToLowerInvariant(), "The ledger cannot be used", x.Message, "Tell whoever runs this desk."),
        ModelException x => new(500, "engine", "The coder cannot be loaded", x.Message, "Install demarche again."),
        KnowledgeException x => new(500, "engine", "The coder cannot be loaded", x.Message, "See demarche knowledge check."),
        OperationCanceledException => null,
        _ => new(500, "internal", "The desk met an error of its own", $"{e.GetType().Name}.", "Please report it with the request that caused it."),
    };

    private static void Log(HttpContext context, Exception e) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Demarche.Api").LogError(e, "{Method} {Path}", context.Request.Method, context.Request.Path);
}
