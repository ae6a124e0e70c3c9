using Demarche.Ledger;
using Demarche.Web.Components.Parts;

namespace Demarche.Web.Components.Charts;

/// <summary>Where events take place: states tinted by tone, towns as discs by number and by the class that prevails.</summary>
internal static class WorldChart
{
    /// <summary>Colours of the quad classes 1 to 4, as everywhere on the desk.</summary>
    private static readonly string[] Quads = ["$coop-soft", "$coop", "$conf-soft", "$conf"];

    /// <param name="name">A state's name to its code.</param>
    /// <param name="link">The list of events at a place.</param>
    public static string Options(IReadOnlyList<PlaceVolume> countries, IReadOnlyList<PlaceVolume> towns, Func<string, string> name, Func<PlaceVolume, string> link)
    {
        var most = Math.Max(1, countries.Count == 0 ? 1 : countries.Max(c => c.Counts.Total));
        var biggest = Math.Max(1, towns.Count == 0 ? 1 : towns.Max(t => t.Counts.Total));
        return ChartJson.Write(new
        {
            tooltip = new { trigger = "item", formatter = "@mark" },
            geo = new
            {
                map = "world",
                roam = true,
                scaleLimit = new { min = 0.9, max = 14 },
                top = 6,
                bottom = 6,
                itemStyle = new { areaColor = "$sunk", borderColor = "$line-strong", borderWidth = 0.6 },
                emphasis = new { label = new { show = false }, itemStyle = new { areaColor = "$accent-soft" } },
                select = new { disabled = true },
                regions = countries.Select(c => new
                {
                    name = c.Name,
                    itemStyle = new { areaColor = c.GoldsteinMean < 0 ? "$conf" : "$coop", opacity = Tint(c, most) },
                }),
            },
            series = new object[]
            {
                new
                {
                    type = "map",
                    map = "world",
                    geoIndex = 0,
                    data = countries.Select(c => new
                    {
                        name = c.Name,
                        value = c.Counts.Total,
                        id = link(c),
                        tip = Tip(name(c.Name), c),
                    }),
                },
                new
                {
                    type = "scatter",
                    coordinateSystem = "geo",
                    large = false,
                    itemStyle = new { opacity = 0.82, borderColor = "$sheet", borderWidth = 0.7 },
                    emphasis = new { scale = 1.15, itemStyle = new { opacity = 1, borderColor = "$ink" } },
                    data = towns.OrderByDescending(t => t.Counts.Total).Select(t => new
                    {
                        name = t.Name,
                        value = new object[] { t.Longitude!, t.Latitude!, t.Counts.Total },
                        id = link(t),
                        symbolSize = Math.Round(4 + 24 * Math.Sqrt(t.Counts.Total / (double)biggest), 1),
                        itemStyle = new { color = Quads[Prevailing(t.Counts) - 1] },
                        tip = Tip(t.Country is { } country ? $"{t.Name}, {name(country)}" : t.Name, t),
                    }),
                },
            },
        });
    }

    /// <summary>The class with the most events, the more telling where two have as many.</summary>
    public static int Prevailing(QuadCounts q)
    {
        int[] counts = [q.VerbalCooperation, q.MaterialCooperation, q.VerbalConflict, q.MaterialConflict];
        var best = 3;
        for (var i = 3; i >= 0; i--)
            if (counts[i] > counts[best]) best = i;
        return best + 1;
    }

    /// <summary>Stronger where there is more, and where the tone is further from even.</summary>
    private static double Tint(PlaceVolume c, int most) =>
        Math.Round(Math.Clamp(.12 + .45 * Math.Log(1 + c.Counts.Total) / Math.Log(1 + most) * Math.Min(1, .35 + Math.Abs(c.GoldsteinMean) / 5), .1, .6), 2);

    private static object Tip(string head, PlaceVolume p) => new
    {
        head,
        lines = new[]
        {
            new[] { Wording.Quad(4), Wording.Number(p.Counts.MaterialConflict) },
            [Wording.Quad(3), Wording.Number(p.Counts.VerbalConflict)],
            [Wording.Quad(1), Wording.Number(p.Counts.VerbalCooperation)],
            [Wording.Quad(2), Wording.Number(p.Counts.MaterialCooperation)],
            ["tone", Wording.Signed(p.GoldsteinMean)],
        },
    };
}
