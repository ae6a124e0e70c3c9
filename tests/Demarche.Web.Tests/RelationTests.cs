using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

[Collection("desk")]
public sealed class RelationTests(DeskFixture desk)
{
    [Fact]
    public async Task Shows_timeline_state_answers_changes_and_events()
    {
        var page = await desk.OpenAsync("relation/PER/BOL");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Peru – Bolivia");
        await Assertions.Expect(page.Locator(".chart")).ToHaveAttributeAsync("aria-label", new Regex(@"Peru and Bolivia from 2021-01-01 .* \d+ of conflict, \d+ measures, \d+ exchanges, 2 change points"));
        await Assertions.Expect(Panel(page, "changes").Locator("tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(Panel(page, "changes")).ToContainTextAsync("Accuse");
        await Assertions.Expect(Panel(page, "answers")).ToContainTextAsync("4 for 4");
        await Assertions.Expect(Panel(page, "third")).ToContainTextAsync("Chile");
        await Assertions.Expect(Panel(page, "weights")).ToContainTextAsync("S / (N + 4)");
        await Assertions.Expect(Panel(page, "events").Locator(".event-row:not(.blank)").First).ToContainTextAsync("Bolivia");
    }

    [Fact]
    public async Task A_deep_link_restores_period_day_and_beat()
    {
        var page = await desk.OpenAsync("relation/PER/BOL?from=2022-01-01&until=2022-12-31&at=2022-03-02&by=week");
        await Assertions.Expect(page.Locator("#from")).ToHaveValueAsync("2022-01-01");
        await Assertions.Expect(page.Locator("#until")).ToHaveValueAsync("2022-12-31");
        await Assertions.Expect(page.Locator("#at")).ToHaveValueAsync("2022-03-02");
        await Assertions.Expect(page.Locator(".head [aria-current=true]")).ToHaveTextAsync("week");
        var state = Panel(page, "state");
        await Assertions.Expect(state.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("border PER → BOL closed 2022-03-01") })).ToBeVisibleAsync();
        // Bolivia closed its side two days later.
        await Assertions.Expect(state.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("border BOL → PER") })).ToHaveCountAsync(0);
        await Assertions.Expect(Panel(page, "events").Locator(".event-row .day").First).ToBeVisibleAsync();
        var days = await Panel(page, "events").Locator(".event-row .day").AllInnerTextsAsync();
        Assert.NotEmpty(days);
        Assert.All(days, d => Assert.StartsWith("2022", d, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_state_follows_the_chosen_day()
    {
        var page = await desk.OpenAsync("relation/PER/BOL?at=2022-07-01");
        var state = Panel(page, "state");
        await Assertions.Expect(state).ToContainTextAsync("recalled");
        await page.Locator("#at").FillAsync("2023-06-01");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("at=2023-06-01"));
        await Assertions.Expect(state).ToContainTextAsync("lifted");
    }

    [Fact]
    public async Task Dragging_over_the_timeline_chooses_a_period()
    {
        var page = await desk.OpenAsync("relation/PER/BOL");
        var chart = page.Locator(".chart[data-drawn]");
        await chart.WaitForAsync();
        var box = (await chart.BoundingBoxAsync())!;
        var whole = await Panel(page, "events").Locator(".tally").InnerTextAsync();
        await page.Mouse.MoveAsync(box.X + box.Width * .45f, box.Y + 120);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width * .55f, box.Y + 125, new() { Steps = 5 });
        await page.Mouse.MoveAsync(box.X + box.Width * .65f, box.Y + 130, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"from=202[12]-\d\d-\d\d&until=202[23]-\d\d-\d\d"));
        await Assertions.Expect(Panel(page, "events").Locator(".tally")).Not.ToHaveTextAsync(whole);
        // The period is in the address: the same page comes back.
        var from = Regex.Match(page.Url, @"from=([\d-]+)").Groups[1].Value;
        await Assertions.Expect(page.Locator("#from")).ToHaveValueAsync(from);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#from")).ToHaveValueAsync(from);
        await DeskFixture.LiveAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "all of it" }).ClickAsync();
        await Assertions.Expect(Panel(page, "events").Locator(".tally")).ToHaveTextAsync(whole);
    }

    [Fact]
    public async Task A_click_beside_the_marks_chooses_the_day()
    {
        var page = await desk.OpenAsync("relation/PER/BOL");
        var chart = page.Locator(".chart[data-drawn]");
        await chart.WaitForAsync();
        var box = (await chart.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + box.Width * .3f, box.Y + 35);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"at=2021-\d\d-\d\d"));
    }

    [Fact]
    public async Task Numbers_lead_to_their_records()
    {
        var page = await desk.OpenAsync("relation/PER/BOL?from=2022-01-01&until=2022-12-31");
        var row = Panel(page, "balance").Locator("tbody tr").First;
        var count = await row.GetByRole(AriaRole.Link).Nth(3).InnerTextAsync();
        await row.GetByRole(AriaRole.Link).Nth(3).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/events\\?source=PER&target=BOL&quad="));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Events");
        var listed = await page.Locator(".tally").InnerTextAsync();
        // The list also holds what is not counted: at least as many.
        Assert.True(int.Parse(listed.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) >= int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), $"{listed} for {count}");
    }

    [Fact]
    public async Task Names_do_as_well_as_codes_and_strangers_are_no_error()
    {
        var page = await desk.OpenAsync("relation/peru/Bolivia");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Peru – Bolivia");
        await page.GotoAsync("relation/PER/ATLANTIS");
        await Assertions.Expect(page.Locator(".lede")).ToContainTextAsync("Nothing counted is on record");
    }

    private static ILocator Panel(IPage page, string id) => page.Locator("section.panel", new() { Has = page.Locator("#" + id) });
}
