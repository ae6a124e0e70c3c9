using Demarche.Ledger;
using Demarche.Web.Components.Parts;

namespace Demarche.Web.Components.Charts;

/// <summary>Who acts on whom: parties as discs by volume, acts as arrows by number, both coloured by tone.</summary>
internal static class NetworkChart
{
    /// <summary>Tone between these is neither cooperation nor conflict.</summary>
    private const double Even = 0.5;

    /// <param name="name">A party's name to its code.</param>
    /// <param name="relation">The page of a directed dyad.</param>
    public static string Options(IReadOnlyList<DyadVolume> dyads, Func<string, string> name, Func<DyadVolume, string> relation)
    {
        var parties = dyads.SelectMany(d => new[] { (Code: d.Source, d), (Code: d.Target, d) })
            .GroupBy(x => x.Code, StringComparer.Ordinal)
            .Select(g => (Code: g.Key, Events: g.Sum(x => x.d.Counts.Total), Sum: g.Sum(x => x.d.GoldsteinSum),
                Acts: g.Where(x => x.d.Source == g.Key).Sum(x => x.d.Counts.Total)))
            .OrderByDescending(p => p.Events).ThenBy(p => p.Code, StringComparer.Ordinal)
            .ToList();
        double biggest = parties.Count == 0 ? 1 : parties[0].Events;
        double widest = dyads.Count == 0 ? 1 : dyads.Max(d => d.Counts.Total);
        var index = parties.Select((p, i) => (p.Code, i)).ToDictionary(x => x.Code, x => x.i, StringComparer.Ordinal);
        var at = ForceLayout.Place(parties.Count, [.. dyads.Select(d => (index[d.Source], index[d.Target]))]);
        return ChartJson.Write(new
        {
            tooltip = new { trigger = "item", formatter = "@mark" },
            series = new[]
            {
                new
                {
                    type = "graph",
                    layout = "none",
                    preserveAspect = "contain",
                    left = 40,
                    right = 120,
                    top = 30,
                    bottom = 30,
                    roam = true,
                    scaleLimit = new { min = 0.4, max = 6 },
                    draggable = true,
                    label = new { show = true, position = "right", color = "$ink", fontSize = 11.5, formatter = "{b}" },
                    labelLayout = new { hideOverlap = true },
                    edgeSymbol = new[] { "none", "arrow" },
                    edgeSymbolSize = 6,
                    emphasis = new { focus = "adjacency", lineStyle = new { opacity = 0.95 } },
                    blur = new { itemStyle = new { opacity = 0.25 }, lineStyle = new { opacity = 0.06 } },
                    data = parties.Select((p, i) => new
                    {
                        id = Links.Actor(p.Code),
                        name = name(p.Code),
                        value = p.Events,
                        x = Math.Round(at[i].X, 2),
                        y = Math.Round(at[i].Y, 2),
                        symbolSize = Math.Round(7 + 36 * Math.Sqrt(p.Events / biggest), 1),
                        itemStyle = new { color = Tone(p.Sum / Math.Max(1, p.Events)), borderColor = "$sheet", borderWidth = 1 },
                        label = i < 60 ? null : new { show = false },
                        tip = new { head = name(p.Code), lines = new[] { new[] { "acts", Wording.Number(p.Acts) }, ["is acted on", Wording.Number(p.Events - p.Acts)], ["tone", Wording.Signed(p.Sum / Math.Max(1, p.Events))] } },
                    }),
                    links = dyads.Select(d => new
                    {
                        id = relation(d),
                        source = Links.Actor(d.Source),
                        target = Links.Actor(d.Target),
                        value = d.Counts.Total,
                        lineStyle = new { color = Tone(d.GoldsteinMean), width = Math.Round(.8 + 6 * Math.Sqrt(d.Counts.Total / widest), 1), opacity = 0.5, curveness = 0.16 },
                        tip = new
                        {
                            head = $"{name(d.Source)} → {name(d.Target)}",
                            lines = new[] { new[] { "events", Wording.Number(d.Counts.Total) }, ["cooperation", Wording.Number(d.Counts.Cooperation)], ["conflict", Wording.Number(d.Counts.Conflict)], ["tone", Wording.Signed(d.GoldsteinMean)] },
                        },
                    }),
                },
            },
        });
    }

    private static string Tone(double mean) => mean < -Even ? mean < -4 ? "$conf" : "$conf-soft" : mean > Even ? mean > 4 ? "$coop" : "$coop-soft" : "$line-strong";
}
