using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>Search with its facets, the map and the network.</summary>
[Collection("desk")]
public sealed class LookTests(DeskFixture desk)
{
    [Fact]
    public async Task Search_marks_what_matches_and_facets_narrow_it()
    {
        var page = await desk.OpenAsync("search?q=" + Uri.EscapeDataString("\"tribal elders\""));
        await Assertions.Expect(page.Locator(".hits > li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".snippet mark").First).ToHaveTextAsync(new Regex("tribal|elders"));
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Event 1 of the report" })).ToBeVisibleAsync();

        page = await desk.OpenAsync("search?q=truce&from=1999-01-01&until=1999-12-31");
        await Assertions.Expect(page.GetByText("No report has all of these words.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".chip")).ToContainTextAsync("year 1999");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Remove year" }).ClickAsync();
        await Assertions.Expect(page.Locator(".hits > li").First).ToContainTextAsync("truce");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("maps of minefields");
        await page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("q=maps"));
        await Assertions.Expect(page.Locator(".hits > li")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("measure", "diplomats expelled", "kind=diplomats_expelled")]
    [InlineData("publisher", "Andes Wire", "publisher=Andes%20Wire")]
    [InlineData("year", "2022", "from=2022-01-01&until=2022-12-31")]
    public async Task A_facet_leads_to_as_many_reports_as_it_counts(string facet, string value, string address)
    {
        var page = await desk.OpenAsync("search?q=Bolivia");
        var line = page.Locator(".facets section", new PageLocatorOptions { HasTextString = facet }).Locator("li", new LocatorLocatorOptions { HasTextString = value });
        var count = await line.Locator("small").InnerTextAsync();
        await line.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(address)));
        await Assertions.Expect(page.Locator(".tally")).ToContainTextAsync($"{count} report");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Remove " + facet }).ClickAsync();
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_map_draws_the_shipped_shapes_and_its_table_leads_to_the_events()
    {
        var page = await desk.OpenAsync("map?from=2020-01-01&until=2024-12-31");
        await page.WaitForSelectorAsync(".chart[data-drawn=true]");
        Assert.True(await page.EvaluateAsync<bool>("() => echarts.getMap('world') !== null"));
        Assert.Equal("World map of", (await page.Locator(".chart").GetAttributeAsync("aria-label"))![..12]);
        var first = page.Locator("table.data tbody tr a").First;
        var count = int.Parse(await first.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await first.ClickAsync();
        await Assertions.Expect(page.Locator(".tally")).ToContainTextAsync($"{count} event");
    }

    [Fact]
    public async Task A_click_on_a_state_of_the_map_opens_its_events()
    {
        var page = await desk.OpenAsync("map?from=2020-01-01&until=2024-12-31");
        await page.WaitForSelectorAsync(".chart[data-drawn=true]");
        // A click on the shape, told by the chart as it tells a real one.
        var at = await page.EvaluateAsync<float[]>("""
            () => {
                const chart = echarts.getInstanceByDom(document.querySelector('.chart'));
                const data = chart.getOption().series[1].data[0];
                const box = document.querySelector('.chart').getBoundingClientRect();
                const [x, y] = chart.convertToPixel('geo', data.value);
                return [box.left + x, box.top + y];
            }
            """);
        await page.Mouse.ClickAsync(at[0], at[1]);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("events\\?place="));
    }

    [Fact]
    public async Task The_network_draws_and_a_click_on_an_arrow_opens_the_relation()
    {
        var page = await desk.OpenAsync("network?from=2020-01-01&until=2024-12-31&top=30");
        await page.WaitForSelectorAsync(".chart[data-drawn=true]");
        await Assertions.Expect(page.Locator("table.data tbody tr").First).ToBeVisibleAsync();
        var at = await page.EvaluateAsync<float[]>("""
            () => {
                const element = document.querySelector('.chart');
                const chart = echarts.getInstanceByDom(element);
                const model = chart.getModel().getSeriesByIndex(0);
                const edge = model.getGraph().edges[0];
                const line = model.getEdgeData().getItemGraphicEl(edge.dataIndex).childAt(0);
                const middle = line.transformCoordToGlobal(...line.pointAt(0.5));
                const box = element.getBoundingClientRect();
                return [box.left + middle[0], box.top + middle[1]];
            }
            """);
        await page.Mouse.ClickAsync(at[0], at[1]);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("relation/"));
    }

    [Fact]
    public void A_layout_is_the_same_every_time_and_keeps_neighbours_near()
    {
        (int, int)[] edges = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)];
        var at = Components.Charts.ForceLayout.Place(6, edges);
        Assert.Equal(at, Components.Charts.ForceLayout.Place(6, edges));
        Assert.All(at, p => Assert.True(double.IsFinite(p.X) && double.IsFinite(p.Y)));
        double Apart(int a, int b) => Math.Sqrt(Math.Pow(at[a].X - at[b].X, 2) + Math.Pow(at[a].Y - at[b].Y, 2));
        Assert.True(Apart(0, 1) < Apart(0, 5));
        Assert.True(Apart(4, 5) < Apart(1, 4));
        Assert.Empty(Components.Charts.ForceLayout.Place(0, []));
    }
}
