using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>Feeds and streams of change, while another process writes.</summary>
public sealed class ChangeTests : IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private readonly string _folder = Directory.CreateTempSubdirectory("changes").FullName;
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private DeskServer _desk = null!;

    private string Ledger => Path.Combine(_folder, "changes.ledger");

    public async ValueTask InitializeAsync() => _desk = await DeskServer.StartAsync(Ledger);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _desk.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<string> Ingest(string id, string text) => IngestAsync(id, text);

    private async Task<string> IngestAsync(string id, string text)
    {
        var file = Path.Combine(_folder, id + ".jsonl");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { id, date = "2031-03-04", text, publisher = "The Test Gazette" }) + "\n", TestContext.Current.CancellationToken);
        return await DeskServer.RunAsync("ingest", file, "--ledger", Ledger, "--quiet");
    }

    private async Task<XElement> Feed(string query = "") => XDocument.Parse(await _client.GetStringAsync(new Uri(_desk.Address, "api/changes.atom" + query), TestContext.Current.CancellationToken)).Root!;

    [Fact]
    public async Task An_empty_ledger_is_begun_and_answers()
    {
        Assert.Equal("{\"items\":[],\"next\":null}\n", await _client.GetStringAsync(new Uri(_desk.Address, "api/events"), TestContext.Current.CancellationToken));
        Assert.Empty((await Feed()).Elements(Atom + "entry"));
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(_desk.Address, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_feed_is_atom_with_ids_that_stay()
    {
        await Ingest("one", "France expelled eight Russian diplomats on Monday.\n");
        var before = await Feed();
        CheckFeed(before);
        var entry = Assert.Single(before.Elements(Atom + "entry"), e => e.Element(Atom + "title")!.Value.Contains("diplomats expelled", StringComparison.Ordinal));
        await Ingest("two", "Germany praised Poland.\n");
        var after = await Feed();
        CheckFeed(after);
        Assert.Equal(before.Element(Atom + "id")!.Value, after.Element(Atom + "id")!.Value);
        Assert.Contains(entry.Element(Atom + "id")!.Value, after.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value));
        Assert.True(after.Elements(Atom + "entry").Count() > before.Elements(Atom + "entry").Count());
        Assert.All((await Feed("?kind=diplomats_expelled")).Elements(Atom + "entry"), e => Assert.Contains("expelled", e.Element(Atom + "title")!.Value, StringComparison.Ordinal));
        Assert.Empty((await Feed("?kind=agreement_signed")).Elements(Atom + "entry"));
        var link = entry.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "alternate").Attribute("href")!.Value;
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_stream_tells_of_an_ingest_elsewhere_and_resumes_where_it_was_left()
    {
        await Ingest("before", "Italy praised Spain.\n");
        var (first, last) = await Follow(null, () => Ingest("while", "France expelled eight Russian diplomats on Monday.\n"), until: e => e.Contains("diplomats_expelled", StringComparison.Ordinal));
        Assert.DoesNotContain(first, e => e.Contains("Italy", StringComparison.Ordinal));
        Assert.All(first, e => Assert.StartsWith("id: ", e, StringComparison.Ordinal));

        await Ingest("between", "Germany signed a treaty with Poland in Berlin.\n");
        var (second, _) = await Follow(last, () => Ingest("later", "Norway recalled its ambassador from Moscow.\n"), until: e => e.Contains("ambassador_recalled", StringComparison.Ordinal));
        Assert.Contains(second, e => e.Contains("Poland", StringComparison.Ordinal));
        Assert.DoesNotContain(second, e => e.Contains("diplomats_expelled", StringComparison.Ordinal));
        var ids = first.Concat(second).Select(e => long.Parse(e.Split('\n')[0][4..], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(ids.Distinct().Order(), ids);
    }

    /// <summary>Listens until an event comes; gives the events and the last id.</summary>
    private async Task<(List<string> Events, string Last)> Follow(string? last, Func<Task> act, Func<string, bool> until)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_desk.Address, "api/changes/stream"));
        if (last is not null) request.Headers.Add("Last-Event-ID", last);
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(limit.Token));
        Assert.Equal("retry: 2000", await reader.ReadLineAsync(limit.Token));
        var acting = act();
        var events = new List<string>();
        var lines = new List<string>();
        while (await reader.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Length > 0)
            {
                if (line[0] != ':') lines.Add(line);
                continue;
            }
            if (lines.Count == 0) continue;
            events.Add(string.Join('\n', lines));
            lines.Clear();
            if (until(events[^1])) break;
        }
        await acting;
        return (events, events[^1].Split('\n')[0][4..]);
    }

    /// <summary>What RFC 4287 requires of a feed and its entries.</summary>
    private static void CheckFeed(XElement feed)
    {
        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var element in feed.Elements(Atom + "entry").Prepend(feed))
        {
            Assert.True(Uri.IsWellFormedUriString(Assert.Single(element.Elements(Atom + "id")).Value, UriKind.Absolute));
            Assert.NotEmpty(Assert.Single(element.Elements(Atom + "title")).Value);
            Assert.True(DateTimeOffset.TryParse(Assert.Single(element.Elements(Atom + "updated")).Value, CultureInfo.InvariantCulture, out _));
            Assert.Contains(element.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "alternate");
        }
        Assert.Single(feed.Elements(Atom + "author"));
        Assert.Single(feed.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "self");
        Assert.Distinct(feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value));
    }
}
