using System.Text;
using Demarche.Intake.Feeds;
using Xunit;

namespace Demarche.Intake.Tests;

public sealed class FeedWatcherTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly MisbehavingServer _server = new();
    private readonly WatchOptions _options = new() { Intake = new IntakeOptions { AllowPrivate = true }, Pace = TimeSpan.Zero };

    private string State => Path.Combine(_folder.Path, "state");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Articles_come_once_and_an_unchanged_feed_is_not_sent_again()
    {
        Feed("/f", 3, etag: true);
        Assert.Equal((3, 3), (await Round("/f"))[0] is var a ? (a.Items, a.New) : default);
        Assert.Equal("not modified", (await Round("/f"))[0].Outcome);
        Assert.Equal(3, _server.Requests.Count(r => r.StartsWith("/f-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_item_in_two_feeds_is_one_article()
    {
        Feed("/f", 3);
        _server.Paths["/g"] = _server.Paths["/f"];
        var reports = await Round("/f", "/g");
        Assert.Equal(3, reports.Sum(r => r.New));
    }

    [Fact]
    public async Task An_item_that_fails_is_tried_again_and_a_feed_that_fails_waits()
    {
        Feed("/f", 2, etag: true);
        var page = _server.Paths["/f-1"];
        _server.Say("/f-1", "500 Oops\r\nContent-Length: 0", []);
        _server.Say("/bad", "200 OK\r\nContent-Length: 4", "<rss"u8.ToArray());
        var reports = await Round("/f", "/bad");
        Assert.Equal((1, 1), reports.Single(r => r.Feed.AbsolutePath == "/f") is var r ? (r.New, r.Failed) : default);
        Assert.Equal("damaged-feed", reports.Single(r => r.Feed.AbsolutePath == "/bad").Outcome);
        _server.Paths["/f-1"] = page;
        reports = await Round("/f", "/bad");
        Assert.Equal(1, reports.Single(x => x.Feed.AbsolutePath == "/f").New);
        Assert.Equal("waiting", reports.Single(x => x.Feed.AbsolutePath == "/bad").Outcome);
    }

    [Fact]
    public async Task Broken_off_at_any_moment_every_item_comes_once()
    {
        for (var f = 0; f < 10; f++) Feed($"/f{f}", 12);
        var feeds = Enumerable.Range(0, 10).Select(f => _server.At($"/f{f}")).ToList();
        var output = Path.Combine(_folder.Path, "out.jsonl");
        for (var round = 0; round < 40; round++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(round < 39 ? 15 * (round % 8) : 30_000));
            using var store = new WatchStore(State);
            using var watcher = new FeedWatcher(store, _options);
            try
            {
                await watcher.RoundAsync(feeds, _ => { }, stop.Token);
            }
            catch (OperationCanceledException)
            {
                // broken off, as meant
            }

            WatchJournal.Append(store, output);
            // A crash in the middle of writing leaves half a line.
            await using var file = new FileStream(output, FileMode.Open);
            if (round < 39 && file.Length > 10) file.SetLength(file.Length - 7);
        }

        var ids = _folder.Read().OfType<IntakeDocument>().Where(d => d.Input == output).Select(d => d.Document.Url!).ToList();
        Assert.Equal(120, ids.Count);
        Assert.Equal(120, ids.Distinct().Count());
    }

    [Fact]
    public void Feed_lists_are_opml_or_lines()
    {
        var opml = "<opml version=\"2.0\"><body><outline text=\"North\"><outline xmlUrl=\"https://a.test/rss\"/><outline xmlUrl=\"https://b.test/rss\"/></outline><outline xmlUrl=\"https://a.test/rss\"/></body></opml>";
        Assert.Equal(["https://a.test/rss", "https://b.test/rss"], FeedList.Parse(opml).Select(u => u.ToString()));
        Assert.Equal(["https://a.test/rss"], FeedList.Parse("# mine\nhttps://a.test/rss\n").Select(u => u.ToString()));
        Assert.Equal("no-feeds", Assert.Throws<IntakeException>(() => FeedList.Parse("nothing")).Name);
        Assert.Equal("invalid-opml", Assert.Throws<IntakeException>(() => FeedList.Parse("<opml><body>")).Name);
    }

    private void Feed(string path, int items, bool etag = false)
    {
        var rss = new StringBuilder("<rss version=\"2.0\"><channel><title>Lantern</title>");
        for (var i = 0; i < items; i++)
        {
            rss.Append($"<item><title>Report {i}</title><link>{_server.At($"{path}-{i}")}?utm_source=rss</link><pubDate>Wed, 04 May 2022 10:00:00 GMT</pubDate></item>");
            var page = HtmlReaderTests.Page.Replace("https://lantern.test/world/arvenia", $"https://lantern.test{path}-{i}", StringComparison.Ordinal);
            _server.Page($"{path}-{i}", page);
            var plain = $"{path}-{i}";
            _server.Paths[plain + "?utm_source=rss"] = (to, h, c) => _server.Paths[plain](to, h, c);
        }

        rss.Append("</channel></rss>");
        var body = rss.ToString();
        _server.Paths[path] = async (to, headers, cancel) => await to.WriteAsync(
            Encoding.UTF8.GetBytes(etag && headers.GetValueOrDefault("If-None-Match") == "\"v1\""
                ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
                : $"HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"),
            cancel);
    }

    private async Task<List<FeedReport>> Round(params string[] paths)
    {
        using var store = new WatchStore(State);
        using var watcher = new FeedWatcher(store, _options);
        var reports = new List<FeedReport>();
        await watcher.RoundAsync([.. paths.Select(_server.At)], reports.Add, TestContext.Current.CancellationToken);
        return reports;
    }
}
