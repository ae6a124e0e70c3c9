using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

[Collection("desk")]
public sealed class CompareTests(DeskFixture desk)
{
    [Fact]
    public async Task Relations_are_added_by_picking_parties_and_taken_away()
    {
        var page = await desk.OpenAsync("compare?dyads=PER-BOL");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Pick(page, "First party", "ken", "Kenya KEN");
        await Pick(page, "Second party", "tanz", "Tanzania TZA");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("dyads=PER-BOL%2CKEN-TZA"));
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".chart")).ToHaveAttributeAsync("aria-label", new Regex("Peru – Bolivia, Kenya – Tanzania"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove Peru – Bolivia" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("dyads=KEN-TZA"));
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_deep_link_restores_relations_and_period()
    {
        var page = await desk.OpenAsync("compare?dyads=PER-BOL,Norway-Iceland&from=2022-01-01&until=2022-12-31&by=week");
        await Assertions.Expect(page.Locator(".head [aria-current=true]")).ToHaveTextAsync("week");
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("Norway – Iceland");
        await Assertions.Expect(page.Locator("section", new() { Has = page.Locator("#figures") })).ToContainTextAsync("2022-01-01 to 2022-12-31");
    }

    [Fact]
    public async Task What_is_no_relation_is_said()
    {
        var page = await desk.OpenAsync("compare?dyads=PER-BOL,Narnia-Atlantis");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("“Narnia-Atlantis” is no relation");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
    }

    private static async Task Pick(IPage page, string box, string typed, string option)
    {
        // In one go: letter by letter, one list of options follows another under the click.
        await page.GetByRole(AriaRole.Combobox, new() { Name = box }).FillAsync(typed);
        await page.GetByRole(AriaRole.Option, new() { Name = option }).ClickAsync();
    }
}
