using Demarche.Ledger;

namespace Demarche.Web.Components.Charts;

/// <summary>What a party did (above the axis) and what was done to it (below), by month and by tone.</summary>
internal static class ActorVolume
{
    private static readonly (string Name, bool Done, string Colour, Func<QuadCounts, int> Of)[] Parts =
    [
        ("cooperation by it", true, "$coop", q => q.Cooperation),
        ("conflict by it", true, "$conf", q => q.Conflict),
        ("cooperation towards it", false, "$coop-soft", q => q.Cooperation),
        ("conflict towards it", false, "$conf-soft", q => q.Conflict),
    ];

    public static string Options(IReadOnlyList<ActorMonth> months, DateOnly first, DateOnly last) => ChartJson.Write(new
    {
        brushing = true,
        grid = new { left = 44, right = 12, top = 8, bottom = 62 },
        toolbox = ChartJson.Brush,
        tooltip = new { trigger = "axis", formatter = "@period", axisPointer = new { type = "line", lineStyle = new { color = "$line-strong" } } },
        xAxis = new { type = "time", min = ChartJson.Time(first), max = ChartJson.Time(last), axisLine = new { onZero = false } },
        yAxis = new { axisLabel = new { formatter = "@abs" }, splitNumber = 4, minInterval = 1 },
        dataZoom = ChartJson.Sliders(6, 0),
        series = Parts.Select(p => new
        {
            type = "bar",
            name = p.Name,
            stack = p.Done ? "done" : "received",
            color = p.Colour,
            barMinWidth = 1,
            barMaxWidth = 26,
            barGap = "-100%",
            data = months.Select(m => new object[]
            {
                ChartJson.Middle(m.Month, SeriesPeriod.Month), p.Done ? p.Of(m.Done) : -p.Of(m.Received), ChartJson.Title(m.Month, SeriesPeriod.Month),
            }),
        }),
    });
}
