using Demarche.Coding;
using Demarche.Ledger;
using Demarche.Ledger.Measures;
using Demarche.Web.Components.Parts;

namespace Demarche.Web.Components.Charts;

/// <summary>
/// A relation over time in three bands: events, cooperation above the axis and conflict below; the smoothed index with its change
/// points; measures of either side as marks, with arcs from an act to its answer.
/// </summary>
internal sealed class RelationTimeline(RelationSeries series, string nameA, string nameB, DateOnly first, DateOnly last)
{
    private static readonly (string Name, int Sign, string Colour, Func<QuadCounts, int> Of)[] Quads =
    [
        ("material cooperation", 1, "$coop", q => q.MaterialCooperation),
        ("verbal cooperation", 1, "$coop-soft", q => q.VerbalCooperation),
        ("material conflict", -1, "$conf", q => q.MaterialConflict),
        ("verbal conflict", -1, "$conf-soft", q => q.VerbalConflict),
    ];

    /// <param name="at">The chosen day.</param>
    public string Options(IReadOnlyList<LedgerMeasure> measures, IReadOnlyList<Exchange> exchanges, DateOnly? at)
    {
        var (min, max) = (ChartJson.Time(first), ChartJson.Time(last));
        object Axis(int grid, bool labels) => new
        {
            type = "time",
            gridIndex = grid,
            min,
            max,
            axisLabel = new { show = labels },
            axisTick = new { show = labels },
            axisLine = new { show = grid != 0, onZero = grid == 1 },
            splitLine = new { show = true },
            axisPointer = new { show = true, type = "line", lineStyle = new { color = "$line-strong" }, label = new { show = false } },
        };
        return ChartJson.Write(new
        {
            brushing = true,
            grid = new object[] { Band(8, 190), Band(220, 92), Band(334, 118) },
            title = new[] { Caption(222, "smoothed index"), Caption(336, nameA + " acts"), Caption(432, nameB + " acts") },
            toolbox = ChartJson.Brush,
            tooltip = new { trigger = "axis", formatter = "@period", axisPointer = new { type = "line" } },
            axisPointer = new { link = new[] { new { xAxisIndex = "all" } } },
            xAxis = new[] { Axis(0, false), Axis(1, false), Axis(2, true) },
            yAxis = new object[]
            {
                new { gridIndex = 0, axisLabel = new { formatter = "@abs" }, splitNumber = 4, minInterval = 1 },
                new { gridIndex = 1, axisLabel = new { formatter = "@signed" }, splitNumber = 2, scale = false },
                new
                {
                    gridIndex = 2,
                    min = -1.15,
                    max = 1.15,
                    interval = 1.15,
                    axisLabel = new { show = false },
                    splitLine = new { show = true },
                },
            },
            dataZoom = ChartJson.Sliders(6, 0, 1, 2),
            series = Bars().Append(Index(at)).Append(Arcs(exchanges)).Concat(Marks(measures)).ToArray(),
        });
    }

    private static object Caption(int top, string text) =>
        new { text, left = 46, top, padding = 2, textStyle = new { fontSize = 11, fontWeight = "normal", color = "$soft" }, z = 6 };

    private static object Band(int top, int height) => new { left = 44, right = 12, top, height };

    /// <summary>Drawn by charts.js from their corners: a bar series would widen its own time axis and no longer stand over the others.</summary>
    private IEnumerable<object> Bars() => Quads.Select((q, i) => (object)new
    {
        type = "custom",
        renderItem = "@bar",
        name = q.Name,
        xAxisIndex = 0,
        yAxisIndex = 0,
        encode = new { x = 0, y = new[] { 3, 4 } },
        color = q.Colour,
        itemStyle = new { color = q.Colour },
        data = series.Points.Where(p => q.Of(p.AToB + p.BToA) > 0).Select(p =>
        {
            var counts = p.AToB + p.BToA;
            var n = q.Of(counts);
            // Deeds stand at the axis, words beyond them.
            var foot = i % 2 == 0 ? 0 : Quads[i - 1].Of(counts);
            return new object[]
            {
                ChartJson.Middle(p.Start, series.By), q.Sign * n, ChartJson.Title(p.Start, series.By), q.Sign * foot, q.Sign * (foot + n),
                ChartJson.Time(p.Start), ChartJson.Time(ChartJson.Next(p.Start, series.By)),
            };
        }),
    });

    private object Index(DateOnly? at) => new
    {
        type = "line",
        name = "smoothed index",
        xAxisIndex = 1,
        yAxisIndex = 1,
        showSymbol = false,
        sampling = "lttb",
        color = "$accent",
        lineStyle = new { width = 1.5, color = "$accent" },
        areaStyle = new { color = "$accent", opacity = 0.12, origin = 0 },
        data = ChartJson.Telling(series).Select(p => new object[]
        {
            ChartJson.Time(ChartJson.Next(p.Start, series.By).AddDays(-1)), Math.Round(p.Index, 3), ChartJson.Title(p.Start, series.By),
        }),
        markLine = new
        {
            silent = false,
            symbol = new[] { "none", "none" },
            animation = false,
            data = series.Changes.Select(c => (object)new
            {
                xAxis = ChartJson.Time(c.Start),
                id = "at:" + Links.Day(c.Start),
                lineStyle = new { color = c.After < c.Before ? "$conf" : "$coop", type = "dashed", width = 1.2 },
                label = new { formatter = c.After < c.Before ? "▼" : "▲", color = c.After < c.Before ? "$conf" : "$coop", fontSize = 9, distance = 1 },
                tip = new
                {
                    head = "Change from " + Links.Day(c.Start),
                    lines = new[] { new[] { "mean Goldstein before", Wording.Signed(c.Before, "0.00") }, new[] { "after", Wording.Signed(c.After, "0.00") } },
                },
            }).Concat(at is { } day
                ? [new { xAxis = ChartJson.Time(day), lineStyle = new { color = "$ink", type = "solid", width = 1.2 }, label = new { formatter = Links.Day(day), color = "$ink", fontSize = 10, distance = 1 } }]
                : Array.Empty<object>()),
        },
    };

    private IEnumerable<object> Marks(IReadOnlyList<LedgerMeasure> measures) =>
        new[] { true, false }.Select(conflict => (object)new
        {
            type = "scatter",
            name = conflict ? "measures against" : "measures towards",
            xAxisIndex = 2,
            yAxisIndex = 2,
            z = 4,
            symbol = conflict ? "rect" : "circle",
            symbolSize = 7,
            itemStyle = new { color = conflict ? "$conf" : "$coop", borderColor = "$sheet", borderWidth = 1 },
            cursor = "pointer",
            tooltip = new { trigger = "item", formatter = "@mark" },
            data = measures
                .Where(m => m.Event is { Day: not null, Source: not null } && (MeasureKinds.Find(m.Event.MeasureKind)?.Conflict ?? m.Event.Type.Quad > 2) == conflict)
                .Select(m => new
                {
                    value = new object[] { ChartJson.Time(m.Event.Day!.Value), Height(m.Event) },
                    id = m.Event.Id,
                    itemStyle = m.Event.Status == EventStatus.Actual ? null : new { color = "$sheet", borderColor = conflict ? "$conf" : "$coop", borderWidth = 1.5 },
                    tip = new
                    {
                        head = Wording.Act(m.Event),
                        lines = new[]
                        {
                            new[] { $"{Wording.Party(m.Event.Source)} → {Wording.Party(m.Event.Target)}", "" },
                            [Wording.Of(m.Stage), Wording.Day(m.Event.Day, m.Event.Precision)],
                            [Wording.Plural(m.Event.Reports, "report"), Wording.Chance(m.Event.Confidence)],
                        },
                    },
                }),
        });

    private object Arcs(IReadOnlyList<Exchange> exchanges) => new
    {
        type = "lines",
        name = "answers",
        coordinateSystem = "cartesian2d",
        xAxisIndex = 2,
        yAxisIndex = 2,
        z = 3,
        symbol = new[] { "none", "arrow" },
        symbolSize = 7,
        cursor = "pointer",
        lineStyle = new { color = "$ink", width = 1.3, opacity = 0.75, curveness = 0.25 },
        tooltip = new { trigger = "item", formatter = "@mark" },
        data = exchanges
            .Where(x => x.Provocation is { Day: not null, Source: not null } && x.Response is { Day: not null, Source: not null })
            .Select(x => new
            {
                coords = new[]
                {
                    new object[] { ChartJson.Time(x.Provocation.Day!.Value), Height(x.Provocation) },
                    [ChartJson.Time(x.Response.Day!.Value), Height(x.Response)],
                },
                id = x.Response.Id,
                lineStyle = new { type = x.Told ? "solid" : "dashed" },
                tip = new
                {
                    head = $"{Wording.Party(x.Response.Source)} answers {Wording.Party(x.Provocation.Source)}",
                    lines = new[]
                    {
                        new[] { "act", Wording.Act(x.Provocation) },
                        ["answer", Wording.Act(x.Response)],
                        [x.Told ? "told" : "inferred", $"{Wording.Plural(x.LagDays, "day")}, {Wording.Chance(x.Confidence)}"],
                    },
                },
            }),
    };

    /// <summary>A's side above, B's below; within a side each field of measures has its own height, so that a busy day spreads.</summary>
    private double Height(LedgerEvent e)
    {
        var field = MeasureKinds.Find(e.MeasureKind) is { } kind ? (int)kind.Field : 4;
        var height = 0.2 + 0.1 * field;
        return string.Equals(e.Source?.Code, series.A, StringComparison.Ordinal) ? height : -height;
    }
}
