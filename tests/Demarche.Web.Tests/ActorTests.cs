using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

[Collection("desk")]
public sealed class ActorTests(DeskFixture desk)
{
    [Fact]
    public async Task Shows_partners_measures_answers_and_events()
    {
        var page = await desk.OpenAsync("actor/PER");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Peru");
        await Assertions.Expect(Panel(page, "acts-on")).ToContainTextAsync("Bolivia");
        await Assertions.Expect(Panel(page, "acted-on")).ToContainTextAsync("Chile");
        await Assertions.Expect(Panel(page, "measures")).ToContainTextAsync("Agreement signed");
        await Assertions.Expect(Panel(page, "answers").Locator(".ladder").First).ToBeVisibleAsync();
        await Panel(page, "acts-on").GetByRole(AriaRole.Link, new() { Name = "Bolivia" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/relation/PER/BOL$"));
    }

    [Fact]
    public async Task A_deep_link_restores_the_period()
    {
        var page = await desk.OpenAsync("actor/PER?from=2022-02-01&until=2022-02-28");
        await Assertions.Expect(page.Locator("#from")).ToHaveValueAsync("2022-02-01");
        await Assertions.Expect(Panel(page, "measures").Locator(".day").First).ToBeVisibleAsync();
        var days = await Panel(page, "measures").Locator(".day").AllInnerTextsAsync();
        Assert.NotEmpty(days);
        Assert.All(days, d => Assert.StartsWith("2022-02", d, StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "All of it" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/actor/PER$"));
        await Assertions.Expect(page.Locator("#from")).ToHaveValueAsync("2020-02-01");
    }

    [Fact]
    public async Task A_stranger_is_said_to_be_one()
    {
        var page = await desk.OpenAsync("actor/Atlantis");
        await Assertions.Expect(page.GetByText("No party of the record has this code or name.")).ToBeVisibleAsync();
    }

    private static ILocator Panel(IPage page, string id) => page.Locator("section.panel", new() { Has = page.Locator("#" + id) });
}
