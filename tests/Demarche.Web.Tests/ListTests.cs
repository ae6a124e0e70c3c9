using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>Events, measures and exchanges: filters in the address, lists that load as they are scrolled.</summary>
[Collection("desk")]
public sealed class ListTests(DeskFixture desk)
{
    [Fact]
    public async Task Events_are_fetched_as_they_are_scrolled_to()
    {
        var page = await desk.OpenAsync("events?order=oldest");
        var rows = page.Locator(".event-row:not(.blank)");
        await Assertions.Expect(rows.Nth(9)).ToBeAttachedAsync();
        var total = int.Parse((await page.Locator(".tally").InnerTextAsync()).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(total > 400, $"{total} events");
        Assert.InRange(await rows.CountAsync(), 10, 80);
        var first = await rows.First.Locator(".said").InnerTextAsync();
        await page.Locator(".rows").EvaluateAsync("e => e.scrollTop = e.scrollHeight");
        await Assertions.Expect(rows.Last).ToContainTextAsync("2024");
        await Assertions.Expect(rows.Nth(9)).ToBeAttachedAsync();
        Assert.InRange(await rows.CountAsync(), 10, 80);
        await Assertions.Expect(rows.Filter(new LocatorFilterOptions { HasTextString = first })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_filter_goes_into_the_address_and_narrows_the_list()
    {
        var page = await desk.OpenAsync("events");
        var all = await page.Locator(".tally").InnerTextAsync();
        await page.GetByLabel("Measure").SelectOptionAsync("diplomats_expelled");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/events\?kind=diplomats_expelled$"));
        await Assertions.Expect(page.Locator(".tally")).Not.ToHaveTextAsync(all);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Who acts" }).FillAsync("boliv");
        await page.GetByRole(AriaRole.Option, new() { Name = "Bolivia BOL" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("source=BOL"));
        await Assertions.Expect(page.Locator(".event-row:not(.blank)")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".event-row").First).ToContainTextAsync("Diplomats expelled (4)");
        await page.GetByRole(AriaRole.Link, new() { Name = "Clear" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tally")).ToHaveTextAsync(all);
    }

    [Theory]
    [InlineData("events?a=PER&b=BOL&from=2022-02-01&until=2022-02-28&quad=4")]
    [InlineData("events?text=Titicaca")]
    [InlineData("events?type=16&actor=Norway")]
    [InlineData("events?publisher=Harbour%20Gazette&status=actual&review=proposed&place=Tacna")]
    public async Task A_deep_link_shows_its_events(string path)
    {
        var page = await desk.OpenAsync(path);
        await Assertions.Expect(page.Locator(".event-row:not(.blank)").First).ToBeVisibleAsync();
        var total = int.Parse((await page.Locator(".tally").InnerTextAsync()).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(total, 1, 20);
    }

    [Theory]
    [InlineData("events?actor=Atlantis", "No party of the record is called “Atlantis”.")]
    [InlineData("events?from=yesterday", "From “yesterday” is no day")]
    [InlineData("events?quad=9", "Class “9”")]
    [InlineData("measures?kind=hats_thrown", "no kind of measure “hats_thrown”")]
    [InlineData("measures?stage=9", "Stage “9”")]
    public async Task What_cannot_be_read_in_an_address_is_said(string path, string problem)
    {
        var page = await desk.OpenAsync(path);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(problem);
    }

    [Fact]
    public async Task A_party_that_was_not_read_is_a_question_mark_not_its_neighbour()
    {
        var page = await desk.OpenAsync("events");
        await ShowsAsync(page, await PairsAsync(page, ""));
        // Rows are used again: a filtered list shows its own parties, as a fresh one does.
        var negative = await PairsAsync(page, "&quad=3");
        await page.GetByLabel("Class").SelectOptionAsync("3");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("quad=3"));
        await ShowsAsync(page, negative);
        await Assertions.Expect(page.Locator(".event-row :is(.q1, .q2, .q4)")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await ShowsAsync(page, negative);
        await page.GotoAsync("events?source=PAK&until=2024-05-15");
        await Assertions.Expect(page.Locator(".event-row .who", new PageLocatorOptions { HasTextString = "?" }).First).ToHaveTextAsync("Pakistan → ?");
    }

    /// <summary>Who did it to whom in the first events of the record, as programs are told.</summary>
    private async Task<string[]> PairsAsync(IPage page, string filter)
    {
        var answer = await page.APIRequest.GetAsync(new Uri(desk.Address, "api/events?limit=10" + filter).ToString());
        using var events = JsonDocument.Parse(await answer.TextAsync());
        return [.. events.RootElement.GetProperty("items").EnumerateArray().Select(e => $"{Name(e, "source")} → {Name(e, "target")}")];

        static string? Name(JsonElement e, string side) =>
            e.TryGetProperty(side, out var party) && party.ValueKind == JsonValueKind.Object ? party.GetProperty("name").GetString() : "?";
    }

    /// <summary>Until the list begins with these: a busy machine draws it in several steps.</summary>
    private static async Task ShowsAsync(IPage page, string[] pairs)
    {
        Assert.Equal(10, pairs.Length);
        for (var i = 0; i < pairs.Length; i++)
        {
            var row = page.Locator(".event-row").Nth(i);
            await Assertions.Expect(row.Locator(".who")).ToHaveTextAsync(pairs[i]);
            await Assertions.Expect(row.Locator(".who .party")).ToHaveCountAsync(2);
            await Assertions.Expect(row.Locator(".what a")).ToHaveAttributeAsync("href", new Regex("^event/"));
        }
        await Assertions.Expect(page.Locator(".event-row.blank")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Measures_tell_their_stage_and_answers()
    {
        var page = await desk.OpenAsync("measures?actor=PER&kind=diplomats_expelled");
        var row = page.Locator(".measure-row:not(.head-row)").First;
        await Assertions.Expect(page.Locator(".tally")).ToHaveTextAsync("2 measures");
        await Assertions.Expect(page.Locator(".measure-row", new() { HasText = "Peru → Bolivia" })).ToContainTextAsync("answer");
        await Assertions.Expect(row).ToContainTextAsync("in force");
        await page.GetByLabel("unanswered only").CheckAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("unanswered=true"));
        await Assertions.Expect(page.Locator(".tally")).Not.ToHaveTextAsync("2 measures");
    }

    [Fact]
    public async Task Exchanges_stand_as_ladders_with_their_reasons()
    {
        var page = await desk.OpenAsync("exchanges?a=PER&b=BOL&until=2022-02-20");
        var ladder = page.Locator(".ladder").First;
        await Assertions.Expect(ladder.Locator(".rung")).ToHaveCountAsync(3);
        await Assertions.Expect(ladder).ToContainTextAsync("4 for 4");
        await ladder.GetByText("why").First.ClickAsync();
        await Assertions.Expect(ladder.Locator("details[open] li").First).ToBeVisibleAsync();
        await ladder.GetByRole(AriaRole.Link, new() { Name = "Ambassador recalled" }).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/event/"));
    }

    [Theory]
    [InlineData("events?a=PER&b=BOL&from=2022-01-01&kind=any&order=oldest&status=actual&quad=4", "api/events.csv?a=PER&b=BOL&since=2022-01-01&quad=4&measures=true&status=actual&order=oldest")]
    [InlineData("measures?actor=Peru&kind=diplomats_expelled&stage=in_force&until=2022-12-31", "api/measures.csv?kind=diplomats_expelled&actor=Peru&stage=in_force&until=2022-12-31")]
    [InlineData("exchanges?a=PER&b=BOL&sure=25&from=2022-01-01", "api/exchanges.csv?a=PER&b=BOL&since=2022-01-01&min_confidence=0.25")]
    public async Task Lists_are_offered_to_programs_with_the_same_filters(string path, string address)
    {
        var page = await desk.OpenAsync(path);
        Assert.Equal(address, await page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).GetAttributeAsync("href"));
        var csv = await page.APIRequest.GetAsync(new Uri(desk.Address, address).ToString());
        Assert.True(csv.Ok, await csv.TextAsync());
        var rows = (await csv.TextAsync()).TrimEnd().Split('\n').Length - 1;
        var shown = await page.Locator(".tally").InnerTextAsync();
        Assert.Equal(rows, int.Parse(shown.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
    }
}
