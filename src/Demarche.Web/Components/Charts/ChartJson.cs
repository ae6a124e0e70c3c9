using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Demarche.Ledger;

namespace Demarche.Web.Components.Charts;

/// <summary>Writes chart options, and the pieces that charts over time share.</summary>
internal static class ChartJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Default,
    };

    public static string Write(object options) => JsonSerializer.Serialize(options, Options);

    /// <summary>Milliseconds since 1970, as charts count time.</summary>
    public static long Time(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>The middle of a period, where its bar stands.</summary>
    public static long Middle(DateOnly start, SeriesPeriod by) => (Time(start) + Time(Next(start, by))) / 2;

    public static DateOnly Next(DateOnly start, SeriesPeriod by) => by switch
    {
        SeriesPeriod.Day => start.AddDays(1),
        SeriesPeriod.Week => start.AddDays(7),
        SeriesPeriod.Month => start.AddMonths(1),
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "unknown period"),
    };

    /// <summary>
    /// The points that a line needs. Long stretches of days in which nothing happens are a smooth decay: one in seven draws the same line.
    /// </summary>
    public static IEnumerable<SeriesPoint> Telling(RelationSeries series)
    {
        var points = series.Points;
        for (var i = 0; i < points.Length; i++)
        {
            var last = i == points.Length - 1;
            if (series.By != SeriesPeriod.Day || i % 7 == 0 || last || points[i].Events > 0 || points[i - 1].Events > 0 || points[i + 1].Events > 0)
                yield return points[i];
        }
    }

    public static string Title(DateOnly start, SeriesPeriod by) => by switch
    {
        SeriesPeriod.Month => start.ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture),
        SeriesPeriod.Week => "week of " + start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>The period of a click or a brush by dragging; the slider comes first, since its state is what is reported.</summary>
    public static object[] Sliders(int bottom, params int[] axes) =>
        [new { type = "slider", xAxisIndex = axes, bottom, height = 22, brushSelect = false, showDetail = false, showDataShadow = false, filterMode = "filter", moveHandleSize = 5 }];

    /// <summary>Dragging over the chart chooses a period; the tool's own buttons are out of sight.</summary>
    public static object Brush { get; } = new
    {
        show = true,
        itemSize = 0,
        left = -50,
        feature = new { dataZoom = new { xAxisIndex = "all", yAxisIndex = "none", filterMode = "filter", brushStyle = new { color = "$accent", opacity = 0.18 } } },
    };
}
