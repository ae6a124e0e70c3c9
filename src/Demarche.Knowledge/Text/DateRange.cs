using System.Globalization;

namespace Demarche.Knowledge.Text;

/// <summary>Days from <see cref="From"/> up to but without <see cref="To"/>, as day numbers; open ends are the extreme values.</summary>
public readonly record struct DateRange(int From, int To)
{
    public static readonly DateRange Always = new(0, int.MaxValue);

    public bool IsAlways => From == 0 && To == int.MaxValue;

    public bool Contains(int day) => day >= From && day < To;

    public bool Overlaps(DateRange other) => From < other.To && other.From < To;

    /// <summary>Reads <c>1991-12-26..2003</c>, <c>2014..</c>, <c>..1990-10</c> or <c>..</c>; a year or month stands for its first day.</summary>
    /// <returns>False where it is no range, or an empty one.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DateRange range)
    {
        range = Always;
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0) return false;
        var from = 0;
        var to = int.MaxValue;
        if (dots > 0 && !TryDay(text[..dots], out from)) return false;
        var end = text[(dots + 2)..];
        if (end.Length > 0 && !TryDay(end, out to)) return false;
        range = new DateRange(from, to);
        return from < to;
    }

    public override string ToString() => $"{Day(From, 0)}..{Day(To, int.MaxValue)}";

    private static bool TryDay(ReadOnlySpan<char> text, out int day)
    {
        day = 0;
        ReadOnlySpan<string> formats = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];
        foreach (var f in formats)
        {
            if (text.Length != f.Length) continue;
            if (!DateOnly.TryParseExact(text, f, CultureInfo.InvariantCulture, DateTimeStyles.None, out var d)) return false;
            day = d.DayNumber;
            return true;
        }
        return false;
    }

    private static string Day(int day, int open) =>
        day == open ? "" : DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
