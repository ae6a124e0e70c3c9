using System.Globalization;

namespace Demarche.Intake.Text;

/// <summary>Reads the dates that records, headers and pages carry. The day is the one written, in the writer's own time zone.</summary>
internal static class DateText
{
    private static readonly string[] Compact = ["yyyyMMdd", "yyyyMMddHHmmss", "yyyy/MM/dd", "yyyy.MM.dd", "yyyy-M-d"];

    /// <summary>The day, or null where the text holds none that can be told for certain.</summary>
    public static DateOnly? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var s = text.AsSpan().Trim();
        if (s.Length >= 10 && DateOnly.TryParseExact(s[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)
            && (s.Length == 10 || s[10] is 'T' or ' ' or 't' or '+' or 'Z'))
            return Plausible(iso);
        foreach (var form in Compact)
            if (DateOnly.TryParseExact(s, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Plausible(day);
        return ProseDate.Find(s);
    }

    /// <summary>Seconds or milliseconds since 1970, as the size tells.</summary>
    public static DateOnly? FromEpoch(double number)
    {
        if (!double.IsFinite(number)) return null;
        if (number is >= 19000101 and <= 21001231) return Parse(((long)number).ToString(CultureInfo.InvariantCulture));
        var seconds = Math.Abs(number) > 1e11 ? number / 1000 : number;
        return seconds is > -2.2e9 and < 4.1e9
            ? Plausible(DateOnly.FromDateTime(DateTime.UnixEpoch.AddSeconds(seconds)))
            : null;
    }

    private static DateOnly? Plausible(DateOnly day) => day.Year is >= 1600 and <= 2100 ? day : null;
}
