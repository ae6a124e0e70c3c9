using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Demarche.Web.Hosting;

/// <summary>How much one client may ask for: sizes, times, and requests a second.</summary>
internal static class RequestLimits
{
    /// <summary>Policy of routes that code text, which takes a core for its time.</summary>
    public const string Coding = "coding";

    /// <summary>Policy of routes that take a password.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Policy of routes that stay open.</summary>
    public const string Streams = "streams";

    /// <summary>Bytes of a request's body; a route that takes documents allows <see cref="DocumentBytes"/>.</summary>
    public const long BodyBytes = 1 << 20;

    public const long DocumentBytes = 16 << 20;

    public static void Apply(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = BodyBytes;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MaxConcurrentConnections = 2000;
        limits.MaxConcurrentUpgradedConnections = 1000;
    }

    /// <summary>On loopback the limits only stop a runaway script; elsewhere they leave a person and a polite program at ease.</summary>
    public static void AddRequestLimits(this IServiceCollection services, DeskOptions options) => services.AddRateLimiter(limiter =>
    {
        var (burst, perSecond) = options.IsLoopback ? (50_000, 20_000) : (600, 60);
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsAsset(context.Request.Path)
            ? RateLimitPartition.GetNoLimiter("assets")
            : RateLimitPartition.GetTokenBucketLimiter(ClientOf(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = burst,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }));
        limiter.AddPolicy(Coding, context => RateLimitPartition.GetConcurrencyLimiter(ClientOf(context), _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = Math.Max(1, Environment.ProcessorCount / 2),
            QueueLimit = 16,
        }));
        limiter.AddPolicy(Streams, context => RateLimitPartition.GetConcurrencyLimiter(ClientOf(context), _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = options.IsLoopback ? 200 : 10,
            QueueLimit = 0,
        }));
        // By address, not by name: many names tried from one place are one guesser. Showing the form costs nothing.
        limiter.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(AddressOf(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("form"));
        limiter.OnRejected = async (rejected, cancel) =>
        {
            var response = rejected.HttpContext.Response;
            response.StatusCode = StatusCodes.Status429TooManyRequests;
            response.Headers.RetryAfter = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
                ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture) : "1";
            await Problems.WriteAsync(rejected.HttpContext, Problems.TooMany).ConfigureAwait(false);
        };
    });

    private static bool IsAsset(PathString path) => path.StartsWithSegments("/_content") || path.StartsWithSegments("/_framework");

    /// <summary>Who is signed in, else the address; an IPv6 client has its /64 to itself.</summary>
    private static string ClientOf(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, Name: { } name } ? "name " + name : AddressOf(context);

    private static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 && !IPAddress.IsLoopback(address)
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
