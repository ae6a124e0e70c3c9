using System.Globalization;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>Dates an act by how long before or after the report's own act it came.</summary>
internal static class EventLag
{
    private const int MaxSteps = 12;

    /// <summary>"A day after gunmen attacked", "two years before the vote": reckoned from the report's day, which the clause above tells of.</summary>
    public static EventDate? Of(ParsedSentence s, int trigger, TimeTable times)
    {
        if (times.DocumentDate is not { } today) return null;
        var node = trigger;
        for (var step = 0; step < MaxSteps && node >= 0; step++)
        {
            if (s.Tokens[node].Deprel is Deprel.Advcl or Deprel.Obl or Deprel.Nmod)
            {
                foreach (var c in s.Children(node))
                {
                    if (s.Tokens[c].Deprel is not (Deprel.Mark or Deprel.Case) || s.Form(c) is not ("after" or "before")) continue;
                    foreach (var placed in times.In(s.Index))
                        if (placed.Time.Type == "DURATION" && placed.Time.Span.End <= s.Tokens[c].Start && s.Tokens[c].Start <= placed.Time.Span.End + 1)
                            return Shift(today, placed.Time.Value, s.Form(c) is "after" ? -1 : 1) is { } at ? new EventDate(placed.Time.Span, at.Day, DateBasis.Relative, at.Precision, at.Timex) : null;
                    return null;
                }
            }

            if (s.Tokens[node].Deprel is Deprel.Ccomp or Deprel.AclRelcl or Deprel.Parataxis or Deprel.Advcl) return null;
            node = s.Tokens[node].Head;
        }

        return null;
    }

    /// <summary>The period that lies the given length off: a day for hours and days, else as exact as the unit. Null for lengths without a number.</summary>
    private static (DateOnly Day, DatePrecision Precision, string Timex)? Shift(DateOnly from, string length, int sign)
    {
        if (length.StartsWith("PT", StringComparison.Ordinal))
        {
            return length[^1] == 'H' && int.TryParse(length.AsSpan(2, length.Length - 3), CultureInfo.InvariantCulture, out var hours) && hours > 24
                ? null
                : Exact(from);
        }

        if (length.Length < 3 || !int.TryParse(length.AsSpan(1, length.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 3000) return null;
        count *= sign;
        switch (length[^1])
        {
            case 'D':
                return Exact(from.AddDays(count));
            case 'W':
                return Exact(from.AddDays(7 * count)) with { Precision = DatePrecision.Week };
            case 'M':
                var month = from.AddMonths(count);
                return (new DateOnly(month.Year, month.Month, 1), DatePrecision.Month, TimeCalendar.Month(month.Year, month.Month));
            case 'Y' when from.Year + count is > 0 and < 9999:
                return (new DateOnly(from.Year + count, 1, 1), DatePrecision.Year, TimeCalendar.Year(from.Year + count));
            default:
                return null;
        }

        static (DateOnly Day, DatePrecision Precision, string Timex) Exact(DateOnly day) => (day, DatePrecision.Day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
