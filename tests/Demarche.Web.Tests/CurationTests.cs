using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>A person with a keyboard goes through the queue, on a ledger that no other test looks at.</summary>
[Collection("desk")]
public sealed class CurationTests(DeskFixture desk) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("curation").FullName;
    private DeskServer _server = null!;

    private string LedgerPath => Path.Combine(_folder, "own.ledger");

    public async ValueTask InitializeAsync()
    {
        await DeskServer.RunAsync(["ingest", .. DeskFixture.Samples, "--ledger", LedgerPath, "--date", "2024-05-15", "--quiet"]);
        _server = await DeskServer.StartAsync(LedgerPath);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<IPage> QueueAsync(string query = "")
    {
        var page = await desk.OpenAsync("queue" + query, server: _server.Address);
        await page.WaitForSelectorAsync("body[data-keys=ready]");
        return page;
    }

    private static ILocator Current(IPage page) => page.Locator("#current");

    private static ILocator Progress(IPage page) => page.Locator(".progress-row [role=status]");

    private static ILocator Told(IPage page) => page.Locator(".said-of-it");

    [Fact]
    public async Task Accept_reject_edit_and_undo_by_keyboard_alone()
    {
        var page = await QueueAsync("?measures=true&actor=BLR");
        var first = await Current(page).InnerTextAsync();
        await Assertions.Expect(Progress(page)).ToContainTextAsync("0 of ");

        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(Progress(page)).ToContainTextAsync("1 of ");
        await Assertions.Expect(Told(page)).ToContainTextAsync("Accepted by");
        await Assertions.Expect(page.Locator(".card")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(Progress(page)).ToContainTextAsync("2 of ");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.Locator("#edit-source")).ToBeFocusedAsync();
        await page.Locator("#edit-count").FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("some");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("'some' is no number");
        await page.Locator("#edit-count").FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("77");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Progress(page)).ToContainTextAsync("3 of ");

        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(Told(page)).ToContainTextAsync("Taken back: edit");
        await Assertions.Expect(Progress(page)).ToContainTextAsync("2 of ");
        await page.Keyboard.PressAsync("u");
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(Progress(page)).ToContainTextAsync("0 of ");
        await Assertions.Expect(Current(page)).ToHaveTextAsync(first, new LocatorAssertionsToHaveTextOptions { UseInnerText = true });

        var corrections = await DeskServer.RunAsync("correct", "list", "--ledger", LedgerPath, "--json");
        Assert.Equal(6, corrections.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"count\":\"77\"", corrections, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_typed_into_a_field_is_no_command()
    {
        var page = await QueueAsync();
        await page.GetByLabel("Your name").FillAsync("");
        await page.GetByLabel("Your name").PressSequentiallyAsync("ara");
        await page.Keyboard.PressAsync("Tab");
        await KeptAsync(page, "ara");
        await Assertions.Expect(Progress(page)).ToContainTextAsync("0 of ");
        await page.ReloadAsync();
        await page.WaitForSelectorAsync("body[data-keys=ready]");
        await Assertions.Expect(page.GetByLabel("Your name")).ToHaveValueAsync("ara");
    }

    [Fact]
    public async Task Keys_are_told_and_a_merge_and_its_undo_work()
    {
        var page = await QueueAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("dl.keys")).ToContainTextAsync("undo what you said last");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dl.keys")).ToHaveCountAsync(0);

        var total = await TotalAsync(page);
        var other = await page.Locator(".upcoming li:nth-child(2) button").InnerTextAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator(".upcoming li:nth-child(2)")).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(page.Locator(".upcoming li[aria-current=true]")).ToContainTextAsync(other.Split('\n')[0].Trim()[..5]);
        var id = (await Current(page).Locator("a[href^=event]").GetAttributeAsync("href"))!.Split('/')[^1];
        await page.Keyboard.PressAsync("k");

        await page.Keyboard.PressAsync("m");
        await Assertions.Expect(page.Locator("#merge-id")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("0000000000000000");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no event 0000000000000000");
        await page.Locator("#merge-id").FillAsync(id);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Told(page)).ToContainTextAsync("Merged by");
        await Assertions.Expect(Progress(page)).ToContainTextAsync($" of {total - 1} reviewed");
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(Told(page)).ToContainTextAsync("Taken back: merge");
        await Assertions.Expect(Progress(page)).ToContainTextAsync($" of {total} reviewed");
    }

    [Fact]
    public async Task Two_people_are_compared_and_what_they_reviewed_is_gold()
    {
        // Measures: of other acts one trigger may tell two, which are reviewed together.
        var ana = await QueueAsync("?measures=true&actor=BLR");
        await NamedAsync(ana, "ana");
        foreach (var (key, said) in new[] { ("a", 1), ("a", 2), ("r", 3), ("r", 4) })
        {
            await ana.Keyboard.PressAsync(key);
            await Assertions.Expect(Progress(ana)).ToContainTextAsync($"{said} of ");
        }
        var ben = await QueueAsync();
        await NamedAsync(ben, "ben");
        await ben.GotoAsync("queue?second=true");
        await ben.WaitForSelectorAsync("body[data-keys=ready]");
        // The verdict of the first person is not told to the second.
        await Assertions.Expect(ben.Locator(".card .badge.r-accepted, .card .badge.r-rejected")).ToHaveCountAsync(0);
        await Assertions.Expect(ben.Locator(".upcoming li")).ToHaveCountAsync(4);
        foreach (var left in new[] { 3, 2, 1, 0 })
        {
            await ben.Keyboard.PressAsync("a");
            await Assertions.Expect(ben.Locator(".upcoming li")).ToHaveCountAsync(left);
        }
        // Both accept two of four, and one of them rejects the rest: half agreed, and so much is chance where one always accepts.
        var row = ben.Locator("section", new PageLocatorOptions { HasText = "Agreement" }).Locator("tbody tr");
        await Assertions.Expect(row).ToHaveTextAsync(new Regex("ana and ben\\s*4\\s*2\\s*0\\.00"));

        var gold = await ben.APIRequest.GetAsync(new Uri(_server.Address, "api/gold.jsonl").ToString());
        var lines = (await gold.TextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.Equal("accepted", JsonDocument.Parse(line).RootElement.GetProperty("review").GetString()));
        var exported = await DeskServer.RunAsync("export", "--format", "gold", "--ledger", LedgerPath);
        Assert.Equal(exported.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(), lines.Order());
    }

    [Fact]
    public async Task Mentions_are_split_off_and_the_split_is_taken_back_on_the_events_page()
    {
        var ledger = Path.Combine(_folder, "split.ledger");
        await DeskServer.RunAsync("ingest", DeskFixture.Reports, "--ledger", ledger, "--quiet");
        await using var server = await DeskServer.StartAsync(ledger);
        var page = await desk.OpenAsync("events?source=PER&target=BOL&kind=diplomats_expelled", server: server.Address);
        await page.Locator(".event-row .what a").First.ClickAsync();
        var mentions = page.Locator(".mentions > li");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Diplomats expelled");
        // The sample reports tell of the expulsion more than once.
        await Assertions.Expect(mentions.Nth(1)).ToBeVisibleAsync();
        var before = await mentions.CountAsync();

        var split = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Split", Exact = true });
        await split.ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Split off" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose the mentions");
        await page.Locator(".choices input").Last.CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Split off" }).ClickAsync();
        await Assertions.Expect(Told(page)).ToContainTextAsync("Split by");
        await Assertions.Expect(mentions).ToHaveCountAsync(before - 1);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "take back" }).ClickAsync();
        await Assertions.Expect(mentions).ToHaveCountAsync(before);
        await Assertions.Expect(page.Locator(".history > li.undone")).ToHaveCountAsync(1);
    }

    private static async Task NamedAsync(IPage page, string name)
    {
        await page.GetByLabel("Your name").FillAsync(name);
        await page.GetByLabel("Your name").PressAsync("Tab");
        await KeptAsync(page, name);
        await page.EvaluateAsync("document.activeElement.blur()");
    }

    /// <summary>Until the server has taken the name and the browser keeps it.</summary>
    private static Task KeptAsync(IPage page, string name) => page.WaitForFunctionAsync("name => localStorage.getItem('demarche.curator') === name", name);

    private static async Task<int> TotalAsync(IPage page) =>
        int.Parse(Regex.Match(await Progress(page).InnerTextAsync(), @"of (\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
}
