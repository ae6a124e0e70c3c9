using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Hosting;

/// <summary>
/// Answers only requests meant for this desk. On loopback no one signs in, so a page of another site must not reach it by a name
/// that it makes resolve to this machine (DNS rebinding), nor by sending a form or opening a websocket across origins.
/// </summary>
internal static class HostGuard
{
    private static readonly string[] Local = ["localhost", "127.0.0.1", "[::1]"];

    public static void UseHostGuard(this IApplicationBuilder app, DeskOptions options)
    {
        var hosts = options.IsLoopback && options.PublicHosts.Count == 0 ? Local : [.. options.PublicHosts];
        app.Use((context, next) =>
        {
            if (!Answers(hosts, context.Request.Host))
                return Refuse(context, StatusCodes.Status421MisdirectedRequest, $"This desk does not answer to that host name; it answers to {string.Join(", ", hosts)}.");
            if (options.IsLoopback && (context.Request.Headers.ContainsKey("X-Forwarded-For") || context.Request.Headers.ContainsKey("Forwarded")))
                return Refuse(context, StatusCodes.Status421MisdirectedRequest, "A proxy forwards to this desk, which takes everyone for its owner: serve it with --behind-proxy.");
            if (Writes(context.Request) && !IsOwn(context.Request))
                return Refuse(context, StatusCodes.Status403Forbidden, "The request comes from a page of another site.");
            return next(context);
        });
    }

    /// <summary>No list means any name: sign-in guards then, and its cookie belongs to the name that it was given under.</summary>
    private static bool Answers(string[] hosts, HostString host) =>
        host.HasValue && (hosts.Length == 0 || hosts.Contains(host.Host, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whatever may change something, and websockets, which browsers open across origins without asking.</summary>
    private static bool Writes(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method)
        || request.Headers.Upgrade.Count > 0;

    private static bool IsOwn(HttpRequest request)
    {
        if (request.Headers.Origin is [{ } origin, ..])
            return string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
        // Programs send neither header; browsers at least this one.
        return request.Headers["Sec-Fetch-Site"] is not [{ } site, ..] || site is "same-origin" or "none";
    }

    private static Task Refuse(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why + "\n");
    }
}
