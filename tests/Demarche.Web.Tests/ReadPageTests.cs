using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>A new user: no ledger yet, a first report dropped, pasted or linked, and kept.</summary>
[Collection("desk")]
public sealed class ReadPageTests(DeskFixture desk) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("first").FullName;
    private DeskServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await DeskServer.StartAsync(Path.Combine(_folder, "new.ledger"));

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<IPage> ReadAsync()
    {
        var page = await desk.OpenAsync("read", server: _server.Address);
        await page.WaitForSelectorAsync("fieldset.ways:enabled");
        return page;
    }

    [Fact]
    public async Task A_dropped_file_is_read_shown_and_kept()
    {
        var page = await ReadAsync();
        await Assertions.Expect(page.GetByText("The ledger is empty.")).ToBeVisibleAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(DeskFixture.Samples.Single(s => s.EndsWith("border-clash.txt", StringComparison.Ordinal)));
        await Assertions.Expect(page.Locator(".report a.mark.l-events").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".progress-line")).ToContainTextAsync("events read");

        // Before its script, a mark is a plain link to the event's line.
        await page.WaitForSelectorAsync(".report[data-ready=true]");
        // It is not in the ledger: a click on a trigger leads to its place in the list.
        await page.Locator(".report a.mark.l-events").First.ClickAsync();
        await Assertions.Expect(page.Locator("#event-1 details")).ToHaveAttributeAsync("open", "");

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Keep in the ledger" }).ClickAsync();
        await Assertions.Expect(page.GetByText("1 report kept.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Open it in the ledger" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Chaman");
        await Assertions.Expect(page.Locator(".report a.mark.l-events").First).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("event/"));
    }

    [Fact]
    public async Task A_pasted_text_is_read_with_the_day_that_is_given()
    {
        var page = await ReadAsync();
        await page.Locator("#text").FillAsync("Norway expelled two Russian diplomats on Monday.\n\nMoscow called the step absurd.");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".read-events")).ToContainTextAsync("diplomats expelled (2)");
        await Assertions.Expect(page.GetByText("No day is stated")).ToBeVisibleAsync();
        await page.Locator("#date").FillAsync("2023-04-19");
        await page.Locator("#date").PressAsync("Tab");
        await Assertions.Expect(page.GetByText("No day is stated")).ToHaveCountAsync(0);
        await page.Locator(".read-events").GetByText("how it was read").First.ClickAsync();
        await Assertions.Expect(page.Locator(".chain").First).ToContainTextAsync("2023-04-17");
    }

    [Fact]
    public async Task What_cannot_be_read_is_named()
    {
        var page = await ReadAsync();
        var fault = page.Locator(".fault code");

        await page.Locator("#link").FillAsync("http://127.0.0.1:9/article");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Fetch and read" }).ClickAsync();
        await Assertions.Expect(fault).ToHaveTextAsync("private-address");

        await page.Locator("#link").FillAsync("ftp://example.org/article");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Fetch and read" }).ClickAsync();
        await Assertions.Expect(fault).ToHaveTextAsync("not-a-link");

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read", Exact = true }).ClickAsync();
        await Assertions.Expect(fault).ToHaveTextAsync("empty");

        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "large.txt", MimeType = "text/plain", Buffer = new byte[9 << 20] });
        await Assertions.Expect(fault).ToHaveTextAsync("document-too-large");

        var noise = new byte[4096];
        new Random(1).NextBytes(noise);
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "picture.png", MimeType = "image/png", Buffer = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. noise] });
        await Assertions.Expect(fault).Not.ToHaveTextAsync("document-too-large");
        await Assertions.Expect(page.Locator(".progress-line")).ToContainTextAsync("Nothing could be read.");
    }
}
