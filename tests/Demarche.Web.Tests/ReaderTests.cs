using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>From a search to the report, its layers, the event behind a mark and back.</summary>
[Collection("desk")]
public sealed class ReaderTests(DeskFixture desk)
{
    private async Task<IPage> ReportAsync(string words, string query = "")
    {
        var page = await desk.OpenAsync("search?q=" + words);
        var address = await page.Locator(".hits h2 a").First.GetAttributeAsync("href");
        await page.GotoAsync(address + query);
        await page.WaitForSelectorAsync(".report[data-ready=true]");
        return page;
    }

    [Fact]
    public async Task Layers_are_switched_and_stand_in_the_address()
    {
        var page = await ReportAsync("balloon");
        var place = page.Locator(".report .mark.l-places").First;
        Assert.DoesNotContain("underline", await DecorationOf(place), StringComparison.Ordinal);
        await page.GetByLabel("Places").CheckAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("layers=events,measures,actors,places|layers=events%2Cmeasures%2Cactors%2Cplaces"));
        await Assertions.Expect(page.Locator(".report")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("show-places"));
        Assert.Contains("underline", await DecorationOf(place), StringComparison.Ordinal);

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("Places")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("Times")).Not.ToBeCheckedAsync();
    }

    private static Task<string> DecorationOf(ILocator mark) => mark.EvaluateAsync<string>("m => getComputedStyle(m).textDecorationLine");

    [Fact]
    public async Task The_text_is_shown_whole_and_overlapping_marks_repeat_no_word()
    {
        var page = await ReportAsync("balloon", "?layers=events,measures,actors,places,times,claims");
        var shown = Squeezed(await page.Locator(".report").InnerTextAsync());
        var sample = Squeezed(await File.ReadAllTextAsync(DeskFixture.Samples.Single(s => s.EndsWith("expulsion.txt", StringComparison.Ordinal)), TestContext.Current.CancellationToken));
        Assert.Equal(sample, shown);
        // The trigger of an event inside a claim is under both.
        await Assertions.Expect(page.Locator(".report .mark.l-events.l-claims").First).ToBeVisibleAsync();
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task Hover_and_focus_explain_a_mark_and_light_what_its_event_was_read_from()
    {
        var page = await ReportAsync("balloon");
        var trigger = page.Locator(".report a.mark.l-events", new PageLocatorOptions { HasTextString = "expels" });
        await trigger.HoverAsync();
        await Assertions.Expect(page.Locator(".note-pop")).ToContainTextAsync("diplomats expelled");
        await Assertions.Expect(page.Locator(".report .mark.lit", new PageLocatorOptions { HasTextString = "Belarusian diplomats" })).ToHaveCountAsync(1);

        await page.Locator(".report").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(".report .mark:focus")).ToHaveTextAsync("Lithuania");
        await Assertions.Expect(page.Locator(".note-pop")).ToContainTextAsync("read by name");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".note-pop")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_click_on_a_trigger_opens_its_event_and_the_event_leads_back_to_the_place()
    {
        var page = await ReportAsync("balloon");
        await page.Locator(".report a.mark.l-events", new PageLocatorOptions { HasTextString = "expels" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Diplomats expelled (4)");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "in the report" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".report .asked", new PageLocatorOptions { HasTextString = "expels" })).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator(".read-events li.asked details")).ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task The_chain_of_an_event_is_told_step_by_step()
    {
        var page = await ReportAsync("balloon");
        var item = page.Locator(".read-events > ol > li", new PageLocatorOptions { HasTextString = "diplomats expelled (5)" });
        await item.GetByText("how it was read").ClickAsync();
        var chain = item.Locator(".chain");
        await Assertions.Expect(chain).ToContainTextAsync("expel");
        await Assertions.Expect(chain).ToContainTextAsync("by pronoun, for “The Belarusian Foreign Ministry”");
        await Assertions.Expect(chain).ToContainTextAsync("announced");
        await Assertions.Expect(chain).ToContainTextAsync("frame expel-diplomats");
    }

    [Fact]
    public async Task A_report_that_is_not_there_says_so()
    {
        var page = await desk.OpenAsync("document/none-such");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("There is no such");
    }
}
