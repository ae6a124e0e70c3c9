using System.Text;
using Demarche.Intake.Web;
using Xunit;

namespace Demarche.Intake.Tests;

public sealed class WebFetcherTests : IAsyncDisposable
{
    private static readonly IntakeLimits Limits = new() { DocumentBytes = 1 << 20, RequestTime = TimeSpan.FromSeconds(2), RatioFloorBytes = 1 << 16, DecompressionRatio = 50 };
    private readonly MisbehavingServer _server = new();
    private readonly WebFetcher _fetcher = new(Limits, allowPrivate: true);

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _server.DisposeAsync();
    }

    private async Task<FetchFailed> Failure(string path) =>
        Assert.IsType<FetchFailed>(await _fetcher.FetchAsync(_server.At(path), cancel: TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_slow_drip_times_out()
    {
        _server.Paths["/drip"] = async (to, _, cancel) =>
        {
            await to.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n"u8.ToArray(), cancel);
            for (var i = 0; i < 1000; i++)
            {
                await to.WriteAsync("x"u8.ToArray(), cancel);
                await Task.Delay(100, cancel);
            }
        };
        Assert.Equal("timed-out", (await Failure("/drip")).Name);
    }

    [Fact]
    public async Task An_endless_body_ends_at_the_limit()
    {
        _server.Paths["/endless"] = async (to, _, cancel) =>
        {
            await to.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray(), cancel);
            var chunk = new byte[64 << 10];
            while (true) await to.WriteAsync(chunk, cancel);
        };
        Assert.Equal(("document-too-large", IntakeFailure.Limit), (await Failure("/endless")) is var f ? (f.Name, f.Kind) : default);
    }

    [Fact]
    public async Task A_length_that_lies_is_a_truncated_body()
    {
        _server.Say("/short", "200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000", "<p>only this"u8.ToArray());
        _server.Say("/chunked", "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked", "50\r\n<p>only this"u8.ToArray());
        Assert.Equal("truncated-body", (await Failure("/short")).Name);
        Assert.Equal("truncated-body", (await Failure("/chunked")).Name);
    }

    [Fact]
    public async Task Redirects_in_a_circle_or_without_end_are_named()
    {
        _server.Say("/a", "302 Found\r\nLocation: /b\r\nContent-Length: 0", []);
        _server.Say("/b", "302 Found\r\nLocation: /a\r\nContent-Length: 0", []);
        for (var i = 0; i < 10; i++) _server.Say($"/r{i}", $"301 Moved\r\nLocation: /r{i + 1}\r\nContent-Length: 0", []);
        _server.Say("/file", "302 Found\r\nLocation: file:///etc/hostname\r\nContent-Length: 0", []);
        Assert.Equal("redirect-loop", (await Failure("/a")).Name);
        Assert.Equal("too-many-redirects", (await Failure("/r0")).Name);
        Assert.Equal("refused-scheme", (await Failure("/file")).Name);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://localhost:1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://[::1]:1/")]
    [InlineData("http://[::ffff:127.0.0.1]:1/")]
    public async Task Private_addresses_are_refused(string address)
    {
        // No packet leaves: the address is refused before a connection is made.
        using var strict = new WebFetcher(Limits, allowPrivate: false);
        var failed = Assert.IsType<FetchFailed>(await strict.FetchAsync(new Uri(address), cancel: TestContext.Current.CancellationToken));
        Assert.Equal(("private-address", IntakeFailure.Refused), (failed.Name, failed.Kind));
    }

    [Fact]
    public async Task A_gzip_bomb_is_named_and_honest_gzip_is_read()
    {
        var bomb = HtmlReaderTests.Gzip(new byte[8 << 20]);
        var honest = HtmlReaderTests.Gzip("<p>Arvenia.</p>"u8.ToArray());
        _server.Say("/bomb", $"200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {bomb.Length}", bomb);
        _server.Say("/honest", $"200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {honest.Length}", honest);
        _server.Say("/no-gzip", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: 9", "plain say"u8.ToArray());
        Assert.Equal("decompression-bomb", (await Failure("/bomb")).Name);
        Assert.Equal("damaged-body", (await Failure("/no-gzip")).Name);
        var read = Assert.IsType<Fetched>(await _fetcher.FetchAsync(_server.At("/honest"), cancel: TestContext.Current.CancellationToken));
        Assert.Equal("<p>Arvenia.</p>", Encoding.UTF8.GetString(read.Body));
    }

    [Fact]
    public async Task Conditional_requests_and_requests_to_wait_are_understood()
    {
        _server.Paths["/feed"] = async (to, headers, cancel) => await to.WriteAsync(
            Encoding.ASCII.GetBytes(headers.GetValueOrDefault("If-None-Match") == "\"v1\""
                ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"),
            cancel);
        _server.Say("/busy", "429 Too Many Requests\r\nRetry-After: 120\r\nContent-Length: 0", []);
        var first = Assert.IsType<Fetched>(await _fetcher.FetchAsync(_server.At("/feed"), cancel: TestContext.Current.CancellationToken));
        Assert.IsType<NotModified>(await _fetcher.FetchAsync(_server.At("/feed"), first.ETag, cancel: TestContext.Current.CancellationToken));
        var busy = await Failure("/busy");
        Assert.Equal(("rate-limited", TimeSpan.FromMinutes(2)), (busy.Name, busy.RetryAfter));
    }

    [Fact]
    public void A_wrong_charset_is_overruled_by_valid_utf8_and_the_list_goes_on_after_failures()
    {
        var page = HtmlReaderTests.Page.Replace("envoys", "envoyés", StringComparison.Ordinal).Replace("whatever", "naïvely", StringComparison.Ordinal);
        _server.Say("/wrong", "200 OK\r\nContent-Type: text/html; charset=iso-2022-kr", Encoding.UTF8.GetBytes(page));
        _server.Say("/gone", "410 Gone\r\nContent-Length: 0", []);
        using var folder = new TempFolder();
        folder.Write("urls.txt", $"{_server.At("/gone")}\n{_server.At("/wrong")}\n");
        var results = folder.Read(new IntakeOptions { AllowPrivate = true });
        Assert.Equal(("http-error", 1), results.OfType<IntakeProblem>().Select(p => (p.Name, p.Line!.Value)).Single());
        Assert.Contains("naïvely", results.OfType<IntakeDocument>().Single().Document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Robots_rules_and_a_blocked_host_are_honoured()
    {
        _server.Page("/robots.txt", "User-agent: *\nDisallow: /private\nAllow: /private/open\n");
        _server.Page("/private/x", "no");
        _server.Page("/private/open/x", "yes");
        _server.Say("/busy", "429 Too Many Requests\r\nRetry-After: 60\r\nContent-Length: 0", []);
        var polite = new PoliteFetcher(_fetcher, TimeSpan.Zero);
        async Task<string> Name(string path) => (await polite.FetchAsync(_server.At(path), cancel: TestContext.Current.CancellationToken)) is FetchFailed f ? f.Name : "read";
        Assert.Equal("robots-disallowed", await Name("/private/x"));
        Assert.Equal("read", await Name("/private/open/x"));
        Assert.Equal("rate-limited", await Name("/busy"));
        Assert.Equal("rate-limited", await Name("/private/open/x"));
        Assert.Equal(1, _server.Requests.Count(r => r == "/private/open/x"));
    }

    [Theory]
    [InlineData("User-agent: demarche\nDisallow: /\n\nUser-agent: *\nAllow: /\n", "/x", false)]
    [InlineData("User-agent: other\nDisallow: /\n", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$\n", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$\n", "/a/b.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow:\n", "/x", true)]
    public void Robots_files_are_read_as_the_standard_has_it(string file, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(file, WebFetcher.Agent).Allows(new Uri("https://a.test" + path)));
}
