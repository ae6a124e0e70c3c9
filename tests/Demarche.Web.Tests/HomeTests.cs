using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

[Collection("desk")]
public sealed class HomeTests(DeskFixture desk)
{
    [Fact]
    public async Task Home_says_how_much_the_record_holds_and_leads_there()
    {
        var page = await desk.OpenAsync("");
        var facts = page.Locator("dl.facts");
        await Assertions.Expect(facts).ToContainTextAsync(new Regex(@"reports\s*169"));
        await facts.GetByRole(AriaRole.Link).Nth(3).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/measures$"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Measures");
    }

    [Fact]
    public async Task Moves_lead_to_the_relation_in_their_period()
    {
        var page = await desk.OpenAsync("?days=365");
        var moves = page.Locator("section", new() { Has = page.Locator("#moves") });
        await Assertions.Expect(moves.Locator("[aria-current=true]")).ToHaveTextAsync("365");
        await moves.Locator("tbody a.party").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/relation/\w+/\w+\?from=\d{4}-\d\d-\d\d&until=2024-05-30"));
    }

    [Fact]
    public async Task Unanswered_measures_are_listed_and_open()
    {
        var page = await desk.OpenAsync("");
        var panel = page.Locator("section", new() { Has = page.Locator("#unanswered") });
        await panel.Locator("a[href*='event/']").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/event/[0-9a-f]{16}"));
    }

    [Fact]
    public async Task The_last_visit_is_remembered_in_the_browser()
    {
        var page = await desk.OpenAsync("");
        await Assertions.Expect(page.Locator("#new")).ToHaveTextAsync("Newest");
        await page.WaitForFunctionAsync("() => sessionStorage.getItem('demarche.since') !== null");
        // As if the last visit had been when the feed stood at 400.
        await page.EvaluateAsync("() => { sessionStorage.clear(); localStorage.setItem('demarche.seen', JSON.stringify({ cursor: 400, at: '2024-05-01T08:00:00Z' })); }");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#new")).ToHaveTextAsync("New since your last visit");
        await Assertions.Expect(page.GetByText(new Regex(@"\d+ new, \d+ changed, \d+ withdrawn"))).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Mark all as seen" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nothing has changed.")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("Nothing has changed.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_box_in_the_bar_opens_parties_and_relations()
    {
        var page = await desk.OpenAsync("");
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = "Party, or two for their relation" });
        await box.PressSequentiallyAsync("boliv");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Bolivia");
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/actor/BOL$"));

        // A page that is led to takes the focus for its heading: only then can one type again.
        var heading = page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Assertions.Expect(heading).ToHaveTextAsync("Bolivia");
        await Assertions.Expect(heading).ToBeFocusedAsync();
        await box.PressSequentiallyAsync("peru south korea");
        await box.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/relation/PER/KOR$"));

        await Assertions.Expect(heading).ToHaveTextAsync("Peru – South Korea");
        await Assertions.Expect(heading).ToBeFocusedAsync();
        await box.PressSequentiallyAsync("fish quotas");
        await box.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/search\?q=fish%20quotas$"));
    }

    [Fact]
    public async Task The_first_page_leaves_the_focus_where_the_reader_put_it()
    {
        var page = await desk.OpenAsync("measures");
        await page.AddInitScriptAsync("window.focused = []; addEventListener('focusin', e => window.focused.push(e.target.id || e.target.tagName), true);");
        await page.GotoAsync(desk.Address.ToString());
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = "Party, or two for their relation" });
        await page.Locator("main[data-live]").WaitForAsync();
        await box.PressSequentiallyAsync("boliv");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Bolivia");
        Assert.Equal(["goto"], await page.EvaluateAsync<string[]>("() => window.focused"));
    }
}
