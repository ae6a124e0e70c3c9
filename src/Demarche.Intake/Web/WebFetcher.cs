using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Demarche.Intake.Archives;
using Microsoft.Security.AntiSSRF;

namespace Demarche.Intake.Web;

/// <summary>
/// Gets pages and feeds. Addresses are checked where the connection is made, so that neither a redirect nor a name server can lead
/// to a private, loopback or link-local address; size, time, redirects and expansion have bounds. Safe for use by many threads.
/// </summary>
public sealed class WebFetcher : IDisposable
{
    public const string Agent = "demarche";
    private readonly HttpClient _client;
    private readonly IntakeLimits _limits;

    public WebFetcher(IntakeLimits limits, bool allowPrivate)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _limits = limits;
        var policy = new AntiSSRFPolicy(allowPrivate ? PolicyConfigOptions.None : PolicyConfigOptions.ExternalOnlyLatest)
        {
            AllowPlainTextHttp = true,
            AddXFFHeader = false,
        };
        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.ConnectTimeout = limits.RequestTime;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <param name="address">An http or https address.</param>
    /// <param name="etag">Tag of the version at hand, for a conditional request.</param>
    /// <param name="lastModified">Time of the version at hand, as the server gave it.</param>
    /// <param name="cancel">Ends the waiting with <see cref="OperationCanceledException"/>.</param>
    public async Task<FetchOutcome> FetchAsync(Uri address, string? etag = null, string? lastModified = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timed.CancelAfter(_limits.RequestTime);
        try
        {
            return await FollowAsync(address, etag, lastModified, timed.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new FetchFailed("timed-out", $"No whole answer within {_limits.RequestTime.TotalSeconds:0} s.", IntakeFailure.Unavailable);
        }
        catch (IntakeException e)
        {
            return new FetchFailed(e.Name, e.Message, e.Kind);
        }
        catch (Exception e) when (IsPrivate(e))
        {
            return new FetchFailed(
                "private-address", "The address is private, loopback or link-local. Pass --allow-private if it is meant.", IntakeFailure.Refused);
        }
        catch (InvalidDataException)
        {
            return new FetchFailed("damaged-body", "The body is not in the encoding that its header names.", IntakeFailure.Unavailable);
        }
        catch (HttpRequestException e)
        {
            return new FetchFailed("no-connection", e.Message, IntakeFailure.Unavailable);
        }
        catch (IOException)
        {
            return new FetchFailed("truncated-body", "The connection ended before the body did.", IntakeFailure.Unavailable);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<FetchOutcome> FollowAsync(Uri address, string? etag, string? lastModified, CancellationToken cancel)
    {
        var seen = new HashSet<Uri>();
        for (var hop = 0; ; hop++)
        {
            if (address.Scheme is not ("http" or "https"))
                return new FetchFailed("refused-scheme", $"'{address.Scheme}' is neither http nor https.", IntakeFailure.Refused);
            if (!seen.Add(address)) return new FetchFailed("redirect-loop", "The redirects lead round in a circle.", IntakeFailure.Unavailable);
            if (hop > _limits.Redirects) return new FetchFailed("too-many-redirects", $"More than {_limits.Redirects} redirects.", IntakeFailure.Limit);
            using var request = Request(address, etag, lastModified);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            if (status is 301 or 302 or 303 or 307 or 308)
            {
                if (response.Headers.Location is not { } to) return new FetchFailed("http-error", $"Status {status} without an address.", IntakeFailure.Unavailable);
                address = new Uri(address, to);
                continue;
            }

            if (response.StatusCode == HttpStatusCode.NotModified) return new NotModified();
            if (status is 429 or 503)
                return new FetchFailed("rate-limited", $"The server asks to come back later (status {status}).", IntakeFailure.Unavailable, RetryAfter(response.Headers.RetryAfter));
            if (status != 200) return new FetchFailed("http-error", $"The server answered with status {status}.", IntakeFailure.Unavailable);
            return await BodyAsync(response, address, cancel).ConfigureAwait(false);
        }
    }

    private static HttpRequestMessage Request(Uri address, string? etag, string? lastModified)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", $"{Agent}/0.1 (news reader)");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        request.Headers.TryAddWithoutValidation("Accept-Language", "en");
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (lastModified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        return request;
    }

    private async Task<FetchOutcome> BodyAsync(HttpResponseMessage response, Uri address, CancellationToken cancel)
    {
        if (response.Content.Headers.ContentLength > _limits.DocumentBytes) throw IntakeException.TooLarge(_limits.DocumentBytes);
        var raw = await ReadAsync(await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false), _limits.DocumentBytes, cancel).ConfigureAwait(false);
        var type = response.Content.Headers.ContentType;
        return new Fetched(Plain(raw, response.Content.Headers.ContentEncoding), address)
        {
            MediaType = type?.MediaType?.ToLowerInvariant(),
            Charset = type?.CharSet?.Trim('"'),
            ETag = response.Headers.ETag?.ToString(),
            LastModified = response.Content.Headers.TryGetValues("Last-Modified", out var stamp) ? stamp.First() : null,
        };
    }

    private byte[] Plain(byte[] raw, ICollection<string> encodings)
    {
        if (encodings.Count == 0 || raw.Length == 0) return raw;
        if (encodings.Count > 1 || !(encodings.First() is "gzip" or "x-gzip" or "identity"))
            throw new IntakeException("unknown-encoding", $"The body is encoded as {string.Join(", ", encodings)}, which was not asked for.", IntakeFailure.Unavailable);
        if (encodings.First() == "identity") return raw;
        using var source = new Readers.InputSource("", new ExpandedStream(new GZipStream(new MemoryStream(raw), CompressionMode.Decompress), () => raw.Length, _limits));
        return source.ReadAll(_limits.DocumentBytes);
    }

    private static async Task<byte[]> ReadAsync(Stream body, long limit, CancellationToken cancel)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[32 << 10];
        int read;
        while ((read = await body.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0)
        {
            if (whole.Length + read > limit) throw IntakeException.TooLarge(limit);
            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        (header?.Delta ?? (header?.Date is { } at ? at - DateTimeOffset.UtcNow : null)) is { } wait && wait > TimeSpan.Zero ? wait : null;

    private static bool IsPrivate(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
            if (e is AntiSSRFException) return true;
        return false;
    }
}
