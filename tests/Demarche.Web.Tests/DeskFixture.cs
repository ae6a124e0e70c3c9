using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using Xunit.Sdk;

namespace Demarche.Web.Tests;

/// <summary>One browser and one desk over a ledger of our own samples, for all tests that only look.</summary>
public sealed partial class DeskFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("desk").FullName;
    private IPlaywright? _playwright;
    private DeskServer? _server;
    private readonly List<IPage> _pages = [];
    private ITest? _test;
    private string _event = "";

    /// <summary>Null where the machine has no Chromium: tests skip then.</summary>
    public IBrowser? Browser { get; private set; }

    public Uri Address => _server!.Address;

    /// <summary>The file that it serves.</summary>
    public string Ledger => Path.Combine(_folder, "samples.ledger");

    /// <summary>Reports that we wrote ourselves.</summary>
    public static string[] Samples { get; } = Directory.GetFiles(Path.Combine(DeskServer.RepositoryRoot, "samples"), "*.txt");

    public async ValueTask InitializeAsync()
    {
        var ledger = Ledger;
        // The samples state days of the month and no year; the reports have dates of their own.
        await DeskServer.RunAsync(["ingest", .. Samples, Reports, "--ledger", ledger, "--date", "2024-05-15", "--quiet"]);
        _server = await DeskServer.StartAsync(ledger);
        using (var client = new HttpClient { BaseAddress = Address })
            _event = EventLink().Match(await client.GetStringAsync("search?q=naval")).Groups[1].Value;
        if (!File.Exists(Chromium)) return;
        _playwright = await Playwright.CreateAsync();
        Browser = await LaunchAsync(_playwright);
    }

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, params string[] arguments)
    {
        // Expectations are met in well under a second on an idle machine; a busy one gets its time.
        Assertions.SetDefaultExpectTimeout(30_000);
        return playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox", .. arguments], Timeout = 120_000 });
    }

    /// <summary>A falling-out of two neighbours and their making up, among the ordinary traffic of others: 166 reports of our own.</summary>
    public static string Reports { get; } = Path.Combine(DeskServer.RepositoryRoot, "tests", "Demarche.Web.Tests", "Reports", "relations.jsonl");

    /// <summary>A fresh page at a path of the desk, its circuit alive.</summary>
    /// <param name="server">Another desk than the one that all tests look at.</param>
    public async Task<IPage> OpenAsync(string path, Uri? server = null)
    {
        var page = await NewPageAsync(server);
        await page.GotoAsync(Resolve(path));
        await LiveAsync(page);
        return page;
    }

    /// <summary>A page that has been nowhere yet: what is told of it from now on is told of the pages that the test asks for.</summary>
    public async Task<IPage> NewPageAsync(Uri? server = null)
    {
        if (Browser is null) Assert.Skip($"needs Chromium at {Chromium}: install Debian's, or name one in DEMARCHE_CHROMIUM");
        if (_test != TestContext.Current.Test)
        {
            // Pages of the tests before would go on taking memory and time.
            foreach (var old in _pages) await old.CloseAsync();
            _pages.Clear();
            _test = TestContext.Current.Test;
        }
        var page = await Browser.NewPageAsync(new BrowserNewPageOptions { BaseURL = (server ?? Address).ToString(), ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        _pages.Add(page);
        return page;
    }

    /// <summary>Until the circuit lives: a click before goes to markup that is about to be replaced.</summary>
    public static Task LiveAsync(IPage page) => page.Locator("main[data-live]").WaitForAsync();

    /// <summary>Until charts and lists are drawn too.</summary>
    public static async Task SettledAsync(IPage page)
    {
        await LiveAsync(page);
        foreach (var chart in await page.Locator(".chart").AllAsync())
            await Assertions.Expect(chart).ToHaveAttributeAsync("data-drawn", "true");
        foreach (var list in await page.Locator(".rows:not(:has(table))").AllAsync())
            await Assertions.Expect(list.Locator("article").First).ToBeVisibleAsync();
    }

    /// <summary>A path with the id of a real event in place of {event}.</summary>
    public string Resolve(string path) => path.Replace("{event}", _event, StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex("href=\"event/([0-9a-f]{16})")]
    private static partial Regex EventLink();

    /// <summary>Debian's Chromium, or the one that DEMARCHE_CHROMIUM names.</summary>
    public static string Chromium { get; } = Environment.GetEnvironmentVariable("DEMARCHE_CHROMIUM") ?? "/usr/bin/chromium";
}

[CollectionDefinition("desk")]
public sealed class DeskCollection : ICollectionFixture<DeskFixture>;
