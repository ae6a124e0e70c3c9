using System.Collections.Concurrent;
using System.Text;

namespace Demarche.Intake.Web;

/// <summary>A fetcher that asks robots.txt first, spaces its requests to one host, and leaves a host alone that asked for it.</summary>
public sealed class PoliteFetcher(WebFetcher fetcher, TimeSpan pace, TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>As <see cref="WebFetcher.FetchAsync"/>, one request to a host at a time.</summary>
    public async Task<FetchOutcome> FetchAsync(Uri address, string? etag = null, string? lastModified = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        var host = _hosts.GetOrAdd($"{address.Scheme}://{address.Authority}", _ => new Host());
        await host.Turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var now = _time.GetUtcNow();
            if (host.BlockedUntil > now)
                return new FetchFailed("rate-limited", "The host asked to be left alone for a while.", IntakeFailure.Unavailable, host.BlockedUntil - now);
            host.Rules ??= await RobotsAsync(address, cancel).ConfigureAwait(false);
            if (host.Rules is null)
                return new FetchFailed("robots-unavailable", "The site's robots.txt could not be read, so nothing of it is.", IntakeFailure.Unavailable);
            if (!host.Rules.Allows(address))
                return new FetchFailed("robots-disallowed", "The site's robots.txt asks not to read this address.", IntakeFailure.Refused);
            var wait = host.Next - _time.GetUtcNow();
            if (wait > TimeSpan.Zero) await Task.Delay(wait, _time, cancel).ConfigureAwait(false);
            var outcome = await fetcher.FetchAsync(address, etag, lastModified, cancel).ConfigureAwait(false);
            host.Next = _time.GetUtcNow() + (host.Rules.Delay is { } d && d > pace ? d : pace);
            if (outcome is FetchFailed { Name: "rate-limited" } limited)
                host.BlockedUntil = _time.GetUtcNow() + (limited.RetryAfter ?? TimeSpan.FromMinutes(1));
            return outcome;
        }
        finally
        {
            host.Turn.Release();
        }
    }

    /// <summary>No file means no rules; a server that cannot answer means nothing is read (RFC 9309, 2.3.1).</summary>
    private async Task<RobotsRules?> RobotsAsync(Uri address, CancellationToken cancel) =>
        await fetcher.FetchAsync(new Uri(address, "/robots.txt"), cancel: cancel).ConfigureAwait(false) switch
        {
            Fetched f => RobotsRules.Parse(Encoding.UTF8.GetString(f.Body), WebFetcher.Agent),
            FetchFailed { Name: "http-error" or "document-too-large" or "private-address" or "redirect-loop" or "too-many-redirects" } => RobotsRules.AllowAll,
            _ => null,
        };

    private sealed class Host
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public RobotsRules? Rules { get; set; }

        public DateTimeOffset Next { get; set; }

        public DateTimeOffset BlockedUntil { get; set; }
    }
}
