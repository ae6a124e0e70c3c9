using Demarche.Ledger;
using Demarche.Web.Components.Parts;

namespace Demarche.Web.Components.Charts;

/// <summary>Reports and events by month.</summary>
internal static class CoverageChart
{
    public static string Options(LedgerCoverage coverage) => ChartJson.Write(new
    {
        grid = new { left = 44, right = 12, top = 8, bottom = 24 },
        tooltip = new { trigger = "axis", formatter = "@period", axisPointer = new { type = "line", lineStyle = new { color = "$line-strong" } } },
        xAxis = new { type = "time" },
        yAxis = new { splitNumber = 4 },
        series = new object[]
        {
            new
            {
                type = "line",
                step = "middle",
                name = "reports",
                color = "$c2",
                lineStyle = new { width = 1.5, color = "$c2" },
                showSymbol = false,
                z = 3,
                data = coverage.Months.Select(m => Point(m, m.Reports)),
            },
            new
            {
                type = "bar",
                name = "events",
                color = "$accent",
                barMinWidth = 1,
                cursor = "pointer",
                data = coverage.Months.Select(m => Point(m, m.Events)),
            },
        },
    });

    private static object Point(MonthCount m, int value) => new
    {
        value = new object[] { ChartJson.Middle(m.Month, SeriesPeriod.Month), value, ChartJson.Title(m.Month, SeriesPeriod.Month) },
        id = Links.Day(m.Month),
    };
}
