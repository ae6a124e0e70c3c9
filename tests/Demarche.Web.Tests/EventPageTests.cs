using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>An event with its mentions, its answers and what people say of it.</summary>
[Collection("desk")]
public sealed class EventPageTests(DeskFixture desk)
{
    [Fact]
    public async Task An_answer_is_joined_to_the_act_in_both_directions()
    {
        var page = await desk.OpenAsync("events?source=BLR&target=LTU&kind=diplomats_expelled");
        await page.Locator(".event-row .what a").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Diplomats expelled (5)");
        await Assertions.Expect(page.Locator(".mentions blockquote mark.trigger")).ToHaveTextAsync("expel");
        await Assertions.Expect(page.Locator(".mentions .why").First).ToContainTextAsync("first report");
        var answers = page.Locator(".answers li");
        await Assertions.Expect(answers.First).ToContainTextAsync("answers");
        await answers.First.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Diplomats expelled (4)" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Diplomats expelled (4)");
        await Assertions.Expect(page.Locator(".answers")).ToContainTextAsync("answered by");
        await Assertions.Expect(page.Locator(".answers")).ToContainTextAsync("the same day");
    }

    [Fact]
    public async Task What_is_wrong_in_an_edit_is_told_by_field_and_nothing_is_written()
    {
        var page = await desk.OpenAsync("events?source=LTU&kind=ambassador_summoned");
        await page.Locator(".event-row .what a").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Edit" }).ClickAsync();
        await page.GetByLabel("CAMEO code").FillAsync("999");
        await page.GetByLabel("Country of the place").FillAsync("Lithuania");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save the edit" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("'999' is no CAMEO code");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("three letters");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(page.GetByText("it is the machine's proposal")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_form_that_opens_leaves_the_focus_to_who_is_quicker()
    {
        var page = await desk.OpenAsync("events?source=LTU&kind=ambassador_summoned");
        await page.Locator(".event-row .what a").First.ClickAsync();
        // As on a slow line: in a field of one's own choice before the server hears that the form is shown.
        await page.EvaluateAsync("""
            () => {
                window.focused = [];
                addEventListener('focusin', e => window.focused.push(e.target.id), true);
                new MutationObserver((_, watch) => {
                    const field = document.getElementById('edit-cameo');
                    if (!field) return;
                    watch.disconnect();
                    field.focus();
                }).observe(document.body, { childList: true, subtree: true });
            }
            """);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Edit" }).ClickAsync();
        await Assertions.Expect(page.Locator("#edit-cameo")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("999");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("'999' is no CAMEO code");
        Assert.DoesNotContain("edit-source", await page.EvaluateAsync<string[]>("() => window.focused"));
    }

    [Fact]
    public async Task An_event_that_is_not_there_says_so()
    {
        var page = await desk.OpenAsync("event/0000000000000000");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("There is no such");
    }
}
