using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Scalar.AspNetCore;

namespace Demarche.Web.Hosting;

/// <summary>
/// The headers that keep a page to its own: nothing is loaded, run, framed or sent anywhere but from and to the desk itself.
/// Set on every answer, errors and assets included.
/// </summary>
internal static class ContentPolicy
{
    /// <summary>
    /// Style attributes are allowed, since components place things with them; style elements and inline scripts are not.
    /// </summary>
    private const string Strict =
        "default-src 'self'; script-src 'self'; style-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; " +
        "font-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; worker-src 'none'; ";

    public static void UseContentPolicy(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Late, because an error handler clears the headers set before it.
        context.Response.OnStarting(static state =>
        {
            Set((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    });

    /// <summary>
    /// Marks the page that tries the API: it is drawn by one script of its own, named by a nonce, with style elements. No record is on it
    /// but what the person at it asks for.
    /// </summary>
    public sealed record DrawsItself;

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyOf(context);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Not "no-referrer": browsers would then call the origin of our own forms "null".
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
    }

    private static StringValues PolicyOf(HttpContext context)
    {
        var policy = Strict;
        if (context.GetEndpoint()?.Metadata.GetMetadata<DrawsItself>() is not null && context.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce)
            policy = policy.Replace("script-src 'self'", $"script-src 'self' 'nonce-{nonce}'", StringComparison.Ordinal)
                .Replace("style-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal);
        // 'self' covers the websocket of the same origin in current browsers; older ones want it named. The host has been checked.
        var host = context.Request.Host.Value;
        var socket = string.IsNullOrEmpty(host) ? "" : $" {(context.Request.IsHttps ? "wss" : "ws")}://{host}";
        return $"{policy}connect-src 'self'{socket}";
    }
}
