using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>
/// A ledger made of attacks: every vector stands in title, text, publisher, address and, through edits, in the names of parties. Every
/// page is visited; nothing may run, nothing be refused by the content policy (which would mean that it was tried), no link lead to a script.
/// </summary>
[Collection("desk")]
public sealed class HostileTests(DeskFixture desk) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hostile").FullName;
    private DeskServer _desk = null!;

    public async ValueTask InitializeAsync()
    {
        var ledger = Path.Combine(_folder, "hostile.ledger");
        var input = Path.Combine(_folder, "hostile.jsonl");
        await File.WriteAllLinesAsync(input, HostileVectors.All.Select((vector, i) => JsonSerializer.Serialize(new
        {
            id = i % 7 == 0 ? $"doc{i}{vector}" : $"doc{i}",
            // Far apart, so that each is an occurrence of its own.
            date = new DateOnly(2031, 1, 1).AddDays(i * 45).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            title = vector,
            publisher = vector,
            url = HostileVectors.Addresses[i % HostileVectors.Addresses.Length],
            text = $"France expelled {2 + i % 9} Russian diplomats on Monday, {vector} officials said. Russia condemned France in Paris over {vector}.",
        })));
        await DeskServer.RunAsync("ingest", input, "--ledger", ledger, "--quiet");
        var ids = (await DeskServer.RunAsync("events", "--ledger", ledger, "--limit", "1000", "--json")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()!).ToList();
        Assert.True(ids.Count >= HostileVectors.All.Length, $"only {ids.Count} events to put vectors into");
        _desk = await DeskServer.StartAsync(ledger);
        using var client = new HttpClient { BaseAddress = _desk.Address };
        foreach (var (id, vector) in ids.Zip(HostileVectors.All))
        {
            var edit = new { action = "edit", @event = id, author = vector, note = vector, fields = new { source = vector, target = vector, place = vector } };
            using var body = new StringContent(JsonSerializer.Serialize(edit), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
            var answer = await client.PostAsync("api/corrections", body);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_desk is not null) await _desk.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void There_are_at_least_fifty_vectors() => Assert.True(HostileVectors.All.Distinct().Count() >= 50);

    [Fact]
    public async Task Nothing_of_a_report_runs_on_any_page()
    {
        using var client = new HttpClient { BaseAddress = _desk.Address };
        var page = await desk.NewPageAsync(_desk.Address);
        var executed = new List<string>();
        page.Dialog += (_, dialog) =>
        {
            executed.Add($"dialog at {page.Url}: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.PageError += (_, error) => executed.Add($"error at {page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("HOSTILE", StringComparison.Ordinal) && message.Type == "log" || message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                executed.Add($"console at {page.Url}: {message.Text}");
        };
        page.Request += (_, request) =>
        {
            // Addresses of our own may carry a vector as a word.
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } to && to.Authority != _desk.Address.Authority) executed.Add($"request at {page.Url}: {request.Url}");
        };
        await page.AddInitScriptAsync("window.violations = []; document.addEventListener('securitypolicyviolation', e => window.violations.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + (e.sample || '')));");
        var seen = 0;
        foreach (var path in await Paths(client))
        {
            await page.GotoAsync(path);
            // All of it has been drawn twice then: as the server sends it, and as the live page does.
            await DeskFixture.SettledAsync(page);
            var found = await page.EvaluateAsync<string[]>("""
                () => [
                    ...(window.violations || []).map(v => 'violation ' + v),
                    ...(window.HOSTILE ? ['marker ' + window.HOSTILE] : []),
                    ...[...document.querySelectorAll('[href], [src], [action], [formaction], [data], [srcdoc]')].flatMap(e => ['href', 'src', 'action', 'formaction', 'srcdoc'].map(n => [e, n, e.getAttribute(n)]))
                        .filter(([e, n, u]) => u !== null && (n === 'srcdoc' || (() => {
                            let to;
                            try { to = new URL(u, document.baseURI); } catch { return false; }
                            if (!/^https?:$/.test(to.protocol)) return !(to.protocol === 'data:' && e.localName === 'img');
                            // A report's own address may be followed by a person, and by nothing else.
                            return to.origin !== location.origin && !(e.localName === 'a' && e.relList.contains('noopener'));
                        })())).map(([e, n, u]) => `address <${e.localName} ${n}=${u}>`),
                    ...[...document.querySelectorAll('main *')].flatMap(e => [...e.attributes]).filter(a => /^on/.test(a.name) && a.value.includes('HOSTILE')).map(a => 'handler ' + a.name),
                    ...[...document.querySelectorAll('main script, main iframe, main object, main embed, main style, main link, main meta, main base, main marquee, main video, main audio')].map(e => 'element ' + e.outerHTML.slice(0, 80)),
                ]
                """);
            executed.AddRange(found.Select(f => $"{path}: {f}"));
            seen++;
        }
        Assert.True(executed.Count == 0, string.Join('\n', executed.Distinct().Take(30)));
        Assert.True(seen > 100, $"only {seen} pages were visited");
    }

    [Fact]
    public async Task A_spreadsheet_takes_no_word_of_a_report_for_a_formula()
    {
        using var client = new HttpClient { BaseAddress = _desk.Address };
        foreach (var table in new[] { "events", "measures", "documents", "actors", "dyads", "exchanges" })
        {
            var rows = Csv.Read(await client.GetStringAsync($"api/{table}.csv", TestContext.Current.CancellationToken));
            foreach (var field in rows.Skip(1).SelectMany(r => r))
                Assert.False(field is ['=' or '@' or '\t' or '\r', ..] || field is ['+' or '-', ..] && !double.TryParse(field, System.Globalization.CultureInfo.InvariantCulture, out _), $"{table}: {field}");
        }
    }

    [Fact]
    public async Task The_feed_stays_well_formed()
    {
        using var client = new HttpClient { BaseAddress = _desk.Address };
        var feed = System.Xml.Linq.XDocument.Parse(await client.GetStringAsync("api/changes.atom", TestContext.Current.CancellationToken));
        Assert.Equal(50, feed.Root!.Elements().Count(e => e.Name.LocalName is "entry" or "deleted-entry"));
        Assert.DoesNotContain(feed.Descendants(), e => e.Name.LocalName is "script" or "svg" or "img");
    }

    /// <summary>Every page that there is, with every event, report and party that carries a vector.</summary>
    private static async Task<List<string>> Paths(HttpClient client)
    {
        async Task<List<JsonElement>> Items(string path) =>
            [.. JsonDocument.Parse(await client.GetStringAsync(path, TestContext.Current.CancellationToken)).RootElement.GetProperty("items").EnumerateArray()];
        var paths = new List<string> { "", "events", "measures", "exchanges", "exchanges?a=FRA&b=RUS", "compare", "compare?dyads=FRA-RUS", "map", "network", "search?q=officials", "queue", "read", "not-found", "relation/FRA/RUS" };
        foreach (var vector in HostileVectors.All.Where((_, i) => i % 4 == 0))
        {
            var v = Uri.EscapeDataString(vector);
            paths.AddRange([$"search?q={v}", $"events?actor={v}", $"compare?dyads={v}"]);
        }
        paths.AddRange((await Items("api/events?limit=1000")).Take(40).Select(e => "event/" + e.GetProperty("id").GetString()));
        paths.AddRange((await Items("api/documents?limit=1000")).Take(40).Select(d => "document/" + Uri.EscapeDataString(d.GetProperty("id").GetString()!)));
        paths.AddRange((await Items("api/actors?limit=1000")).Take(40).Select(a => "actor/" + Uri.EscapeDataString(a.GetProperty("code").GetString()!)));
        return paths;
    }
}
