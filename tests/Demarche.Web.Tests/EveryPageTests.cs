using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>What must hold of every page: accessible in light and dark, no wider than the window, nothing fetched from outside, no error told.</summary>
[Collection("desk")]
public sealed class EveryPageTests(DeskFixture desk)
{
    private static readonly AxeRunOptions ColoursAlone = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    [Theory, MemberData(nameof(DeskRoutes.All), MemberType = typeof(DeskRoutes))]
    public async Task Accessible_in_light_and_dark(string path)
    {
        var page = await desk.OpenAsync(path);
        await DeskFixture.SettledAsync(page);
        Assert.Empty(Serious(await page.RunAxe()));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Empty(Serious(await page.RunAxe(ColoursAlone)));
    }

    [Theory, MemberData(nameof(DeskRoutes.All), MemberType = typeof(DeskRoutes))]
    public async Task Never_wider_than_the_window_and_asks_nobody_outside(string path)
    {
        var page = await desk.NewPageAsync();
        var outside = new List<string>();
        var errors = new List<string>();
        page.Request += (_, r) =>
        {
            if (!Inside(r.Url)) outside.Add(r.Url);
        };
        // Whatever were asked for outside would fail, as without a network.
        await page.RouteAsync(url => !Inside(url), route => route.AbortAsync());
        page.PageError += (_, e) => errors.Add(e);
        page.Console += (_, m) =>
        {
            // The page that is not there is answered with 404, which the browser logs.
            if (m.Type == "error" && !m.Text.Contains("404", StringComparison.Ordinal)) errors.Add(m.Text);
        };
        await page.GotoAsync(desk.Resolve(path));
        foreach (var width in (int[])[1440, 390])
        {
            await page.SetViewportSizeAsync(width, 900);
            await DeskFixture.SettledAsync(page);
            // Charts take the width of a new window a frame later.
            var wide = await page.EvaluateAsync<int>("""
                async () => {
                    const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
                    for (let frames = 0; frames < 100 && wide() > 0; frames++) await new Promise(requestAnimationFrame);
                    return wide();
                }
                """);
            Assert.True(wide <= 0, $"{path} is {wide} px wider than a window of {width}");
        }
        Assert.Empty(outside);
        Assert.Empty(errors);
    }

    private bool Inside(string url) =>
        url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal) || new Uri(url).Authority == desk.Address.Authority;

    private static IEnumerable<string> Serious(AxeResult found) => found.Violations
        .Where(v => v.Impact is "serious" or "critical")
        .SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html} {string.Join(' ', n.Any.Select(c => c.Message))}"));
}
