using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>The API over the samples' ledger, asked as a program asks.</summary>
[Collection("desk")]
public sealed class ApiTests(DeskFixture desk)
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private Uri At(string path) => new(desk.Address, "api/" + path);

    private async Task<JsonElement> Json(string path)
    {
        var answer = await Client.GetAsync(At(path), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        return JsonDocument.Parse(text).RootElement;
    }

    private Task<string> Text(string path) => Client.GetStringAsync(At(path), TestContext.Current.CancellationToken);

    private async Task<List<JsonElement>> Walk(string path, int limit)
    {
        var all = new List<JsonElement>();
        var join = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        for (var cursor = ""; ;)
        {
            var page = await Json($"{path}{join}limit={limit}{cursor}");
            var items = page.GetProperty("items").EnumerateArray().ToList();
            Assert.True(items.Count <= limit);
            all.AddRange(items);
            if (page.GetProperty("next").GetString() is not { } next) return all;
            Assert.Equal(limit, items.Count);
            cursor = "&cursor=" + next;
        }
    }

    private static List<JsonElement> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    [Theory]
    [InlineData("events", "id")]
    [InlineData("events?order=oldest", "id")]
    [InlineData("events?order=least_certain", "id")]
    [InlineData("events?actor=BLR", "id")]
    [InlineData("measures", "id")]
    [InlineData("documents", "id")]
    [InlineData("actors", "code")]
    [InlineData("exchanges", null)]
    [InlineData("dyads", null)]
    public async Task Pages_give_what_json_lines_give_each_once(string path, string? id)
    {
        var (name, query) = path.Split('?') is [var n, var q] ? (n, "?" + q) : (path, "");
        var lines = Lines(await Text($"{name}.jsonl{query}"));
        foreach (var limit in new[] { 1, 3, 1000 })
        {
            var pages = await Walk(path, limit);
            Assert.Equal(lines.Select(l => l.ToString()), pages.Select(p => p.ToString()));
        }
        if (name is not "exchanges") Assert.NotEmpty(lines);
        if (id is not null) Assert.Distinct(lines.Select(l => l.GetProperty(id).GetString()));
    }

    [Fact]
    public async Task Json_lines_are_those_of_the_command_line()
    {
        var cli = await DeskServer.RunAsync("events", "--ledger", desk.Ledger, "--limit", "100000", "--json");
        Assert.Equal(cli, await Text("events.jsonl"));
        var measures = await DeskServer.RunAsync("measures", "--ledger", desk.Ledger, "--limit", "100000", "--json");
        Assert.Equal(Lines(measures).Select(l => l.ToString()).Order(), Lines(await Text("measures.jsonl")).Select(l => l.ToString()).Order());
    }

    [Theory]
    [InlineData("events", "id", "text")]
    [InlineData("measures", "id", "stage")]
    [InlineData("documents", "id", "opening")]
    [InlineData("actors", "code", "name")]
    public async Task Csv_reads_back(string path, string id, string field)
    {
        var rows = Csv.Read(await Text(path + ".csv"));
        var records = Lines(await Text(path + ".jsonl"));
        Assert.Equal(records.Count, rows.Count - 1);
        var (idAt, fieldAt) = (rows[0].IndexOf(id), rows[0].IndexOf(field));
        foreach (var (row, record) in rows.Skip(1).Zip(records))
        {
            Assert.Equal(rows[0].Count, row.Count);
            Assert.Equal(record.GetProperty(id).GetString(), row[idAt]);
            Assert.Equal(record.GetProperty(field).GetString(), row[fieldAt].TrimStart('\''));
        }
    }

    [Fact]
    public async Task Geojson_has_a_feature_for_each_event()
    {
        var map = JsonDocument.Parse(await Text("events.geojson")).RootElement;
        Assert.Equal("FeatureCollection", map.GetProperty("type").GetString());
        var features = map.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(Lines(await Text("events.jsonl")).Count, features.Count);
        Assert.Contains(features, f => f.GetProperty("geometry").ValueKind == JsonValueKind.Null);
        var located = features.First(f => f.GetProperty("geometry").ValueKind == JsonValueKind.Object);
        Assert.Equal(located.GetProperty("properties").GetProperty("place").GetProperty("lon").GetDouble(), located.GetProperty("geometry").GetProperty("coordinates")[0].GetDouble(), 5);
    }

    [Theory]
    [InlineData("application/x-ndjson", "application/x-ndjson")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("application/geo+json;q=0.5, text/csv;q=0.4", "application/geo+json")]
    [InlineData("text/html, */*", "application/json")]
    public async Task The_accept_header_decides_where_no_extension_does(string accept, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, At("events?limit=2"));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("events?since=18.10.2021", "since", 400)]
    [InlineData("events?sinse=2021-10-18", "sinse", 400)]
    [InlineData("events?actor=Nowhereland", "actor", 400)]
    [InlineData("events?kind=tea_party", "kind", 400)]
    [InlineData("events?status=maybe", "status", 400)]
    [InlineData("events?quad=5", "quad", 400)]
    [InlineData("events?limit=-1", "limit", 400)]
    [InlineData("events?limit=100000", "limit", 400)]
    [InlineData("events?cursor=nonsense", "cursor", 400)]
    [InlineData("events?min_confidence=2", "min_confidence", 400)]
    [InlineData("events?actor=RUS&actor=USA", "actor", 400)]
    [InlineData("measures?stage=over", "stage", 400)]
    [InlineData("relations/RUS/FRA/series?by=hour", "by", 400)]
    [InlineData("relations/Nowhereland/NATO/state", "a", 404)]
    [InlineData("search", "q", 400)]
    [InlineData("changes?cursor=x", "cursor", 400)]
    [InlineData("events.xml", "format", 404)]
    [InlineData("events/0000000000000000", "id", 404)]
    [InlineData("documents/none", "id", 404)]
    public async Task What_is_wrong_is_named_with_a_remedy(string path, string parameter, int status)
    {
        var answer = await Client.GetAsync(At(path), TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.All(new[] { "type", "title", "detail", "remedy", "instance" }, m => Assert.NotEmpty(problem.GetProperty(m).GetString()!));
    }

    [Fact]
    public async Task A_wrong_method_and_a_wrong_format_are_problems_too()
    {
        var method = await Client.DeleteAsync(At("events"), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (method.StatusCode, method.Content.Headers.ContentType!.MediaType));
        using var request = new HttpRequestMessage(HttpMethod.Get, At("events")) { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("image/png") } } };
        Assert.Equal(HttpStatusCode.NotAcceptable, (await Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again()
    {
        var first = await Client.GetAsync(At("events?limit=3"), TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, At("events?limit=3")) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await Client.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
        using var other = new HttpRequestMessage(HttpMethod.Get, At("events?limit=4")) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.OK, (await Client.SendAsync(other, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Long_answers_are_compressed_and_short_ones_are_not()
    {
        async Task<string?> Encoding(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, At(path)) { Headers = { AcceptEncoding = { new StringWithQualityHeaderValue("br") } } };
            return (await Client.SendAsync(request, TestContext.Current.CancellationToken)).Content.Headers.ContentEncoding.SingleOrDefault();
        }
        Assert.Equal("br", await Encoding("events?limit=50"));
        Assert.Null(await Encoding("summary"));
    }

    [Fact]
    public async Task A_report_comes_with_its_mentions_by_code_points()
    {
        var id = (await Json("documents?limit=1")).GetProperty("items")[0].GetProperty("id").GetString()!;
        var report = await Json("documents/" + Uri.EscapeDataString(id));
        var points = report.GetProperty("text").GetString()!.EnumerateRunes().ToArray();
        var mentions = report.GetProperty("mentions").EnumerateArray().ToList();
        Assert.NotEmpty(mentions);
        foreach (var trigger in mentions.Select(m => m.GetProperty("mention").GetProperty("trigger")))
            Assert.Equal(trigger.GetProperty("text").GetString(), string.Concat(points[trigger.GetProperty("start").GetInt32()..trigger.GetProperty("end").GetInt32()].Select(r => r.ToString())));
        var of = mentions[0].GetProperty("of").GetString()!;
        Assert.Equal(of, (await Json("events/" + of)).GetProperty("id").GetString());
        Assert.Contains((await Json($"events/{of}/mentions")).GetProperty("items").EnumerateArray(), m => m.GetProperty("of").GetString() == of);
    }

    [Fact]
    public async Task Search_marks_its_matches_and_counts_facets()
    {
        var found = await Json("search?q=said&limit=2");
        Assert.Contains("⟦said⟧", found.GetProperty("items")[0].GetProperty("snippet").GetString(), StringComparison.Ordinal);
        Assert.True(found.GetProperty("total").GetInt64() >= found.GetProperty("items").GetArrayLength());
        Assert.True(found.GetProperty("facets").TryGetProperty("year", out _));
    }

    [Fact]
    public async Task A_text_is_coded_as_the_command_line_codes_it()
    {
        var file = Directory.GetFiles(Path.Combine(DeskServer.RepositoryRoot, "samples"), "*.txt").Order(StringComparer.Ordinal).First();
        using var body = new ByteArrayContent(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)) { Headers = { ContentType = new("text/plain") } };
        var answer = await Client.PostAsync(At("code"), body, TestContext.Current.CancellationToken);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType!.MediaType);
        var events = Lines(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.NotEmpty(events);
        Assert.All(events, e => Assert.NotEmpty(e.GetProperty("trigger").GetProperty("text").GetString()!));
    }

    [Theory]
    [InlineData("application/zip", 415)]
    [InlineData("message/rfc822", 415)]
    [InlineData("application/pdf", 422)]
    public async Task What_is_not_read_is_refused(string type, int status)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes("http://127.0.0.1:1/should-never-be-fetched")) { Headers = { ContentType = new(type) } };
        var answer = await Client.PostAsync(At("code"), body, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Addresses_in_a_text_are_words_and_not_fetched()
    {
        using var body = new StringContent("http://127.0.0.1:1/should-never-be-fetched\nhttp://127.0.0.1:1/nor-this\n", new MediaTypeHeaderValue("text/plain"));
        var answer = await Client.PostAsync(At("code"), body, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("fetch", (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("should-never-be-fetched", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, At("code"))
        {
            Content = new ByteArrayContent(new byte[17 << 20]) { Headers = { ContentType = new("text/plain") } },
            // Else the desk's refusal meets a client that is still sending.
            Headers = { ExpectContinue = true },
        };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_description_lists_every_route_and_the_answers_keep_to_it()
    {
        var description = JsonDocument.Parse(await Text("openapi.json")).RootElement;
        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var schemas = new RecordSchemas(description.GetProperty("components").GetProperty("schemas"));
        var dyad = (await Json("dyads?limit=1")).GetProperty("items")[0];
        var relation = $"relations/{dyad.GetProperty("source").GetString()}/{dyad.GetProperty("target").GetString()}";
        foreach (var (path, schema) in new[]
        {
            ("summary", "Summary"), ("events?limit=500", "Event"), ("measures?limit=500", "Measure"), ("exchanges?limit=500", "Exchange"), ("documents?limit=500", "Document"),
            ("actors?limit=500", "Actor"), ("dyads?limit=500", "Dyad"), ("moves", "Move"), ("changes?cursor=0", "Change"), ("runs", "Run"), ("search?q=said", "SearchHit"),
            (relation + "/series", "RelationSeries"), (relation + "/state", "RelationState"), ("health", "Health"),
        })
        {
            var answer = await Json(path);
            foreach (var record in answer.TryGetProperty("items", out var items) ? items.EnumerateArray().ToArray() : [answer]) schemas.Check(record, schema, path);
        }
        var id = (await Json("documents?limit=1")).GetProperty("items")[0].GetProperty("id").GetString()!;
        schemas.Check(await Json("documents/" + Uri.EscapeDataString(id)), "FullDocument", "document");
        foreach (var operation in description.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()))
        {
            Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
            Assert.NotEmpty(operation.Value.GetProperty("description").GetString()!);
            if (operation.Value.TryGetProperty("parameters", out var parameters))
                Assert.All(parameters.EnumerateArray(), p => Assert.NotEmpty(p.GetProperty("description").GetString()!));
        }
    }

    [Fact]
    public async Task The_page_that_tries_the_api_works_under_its_policy()
    {
        var page = await desk.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, m) =>
        {
            if (m.Type == "error") complaints.Add(m.Text);
        };
        var outside = new List<string>();
        page.Request += (_, r) =>
        {
            if (!r.Url.StartsWith(desk.Address.ToString(), StringComparison.Ordinal) && !r.Url.StartsWith("data:", StringComparison.Ordinal) && !r.Url.StartsWith("blob:", StringComparison.Ordinal)) outside.Add(r.Url);
        };
        await page.GotoAsync("api/docs");
        await Microsoft.Playwright.Assertions.Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "Demarche" }).First).ToBeVisibleAsync();
        await Microsoft.Playwright.Assertions.Expect(page.GetByText("Every telling of an event").Or(page.GetByText("Canonical events: each occurrence once")).First).ToBeVisibleAsync();
        Assert.Empty(outside);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Changes_page_through_to_the_end()
    {
        var seen = new List<long>();
        for (long cursor = 0; ;)
        {
            var page = await Json(string.Create(CultureInfo.InvariantCulture, $"changes?cursor={cursor}&limit=5"));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("cursor").GetInt64()));
            cursor = page.GetProperty("next").GetInt64();
            if (!page.GetProperty("more").GetBoolean()) break;
        }
        Assert.Equal(seen.Distinct().Order(), seen);
        Assert.Equal(Lines(await Text("events.jsonl")).Count, seen.Count);
    }
}
