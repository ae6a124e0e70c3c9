using System.Globalization;

namespace Demarche.Coding;

/// <summary>
/// Splits a text into words for the time grammar. It has its own ideas of a word (ordinals, decades, clock times, one token a hyphen),
/// so that times do not depend on how the parser cuts its tokens.
/// </summary>
internal static class TimeScanner
{
    public static void Scan(string text, List<TimeWord> words)
    {
        var i = 0;
        var space = true;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                space = true;
                i++;
                continue;
            }

            var word = char.IsAsciiDigit(c) ? Digits(text, i, space)
                : char.IsLetter(c) ? Letters(text, i, space)
                : Mark(text, i, space);
            words.Add(word);
            i = word.End;
            space = false;
        }
    }

    private static TimeWord Letters(string text, int start, bool space)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsLetter(text[end]) || IsInside(text, start, end))) end++;
        // "a.m." and "p.m." keep their last stop.
        if (end - start == 3 && end < text.Length && text[end] == '.' && text[start + 1] == '.' && text[start + 2] is 'm' or 'M') end++;
        TimeLexicon.TryGet(text.AsSpan(start, end - start), out var kind, out var value);
        return new TimeWord(start, end, kind, value, space, char.IsUpper(text[start]));
    }

    // A stop between single letters (a.m, U.S), and the apostrophe of o'clock.
    private static bool IsInside(string text, int start, int i)
    {
        if (i + 1 >= text.Length || !char.IsLetter(text[i + 1])) return false;
        if (text[i] == '.') return i - start == 1 || text[i - 2] == '.';
        return text[i] is '\'' or '’' && i - start == 1 && text[start] == 'o' && text[i + 1] == 'c';
    }

    private static TimeWord Digits(string text, int start, bool space)
    {
        var end = start + 1;
        var marks = 0;
        var mark = '\0';
        while (end < text.Length)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                end++;
                continue;
            }

            if (text[end] is not (',' or '.' or ':') || end + 1 >= text.Length || !char.IsAsciiDigit(text[end + 1])) break;
            mark = text[end];
            marks++;
            end++;
        }

        var (kind, value, length) = Number(text, start, end, marks, mark);
        return new TimeWord(start, length, kind, value, space, false);
    }

    private static (TimeClass Kind, int Value, int End) Number(string text, int start, int end, int marks, char mark)
    {
        var span = text.AsSpan(start, end - start);
        if (marks > 0 && mark == ':') return (Clock(span, out var minutes) ? TimeClass.Clock : TimeClass.Punctuation, minutes, end);
        if (marks > 0 && mark == '.') return (TimeClass.Punctuation, 0, end);
        if (!int.TryParse(span, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)) return (TimeClass.Punctuation, 0, end);
        // A year with a comma is a count; keep it out of the calendar by a class that no date takes.
        if (marks > 0) return (value < 10000 ? TimeClass.Scale : TimeClass.Punctuation, value, end);
        if (end < text.Length && char.IsLetter(text[end]))
        {
            var rest = end;
            while (rest < text.Length && char.IsLetter(text[rest])) rest++;
            var suffix = text.AsSpan(end, rest - end);
            if (IsOrdinalSuffix(suffix)) return (TimeClass.Ordinal, value, rest);
            if (suffix is "s" && value % 10 == 0 && span.Length is 2 or 4) return (TimeClass.DecadeDigits, value, rest);
        }
        else if (end + 1 < text.Length && text[end] is '\'' or '’' && text[end + 1] == 's' && span.Length == 4 && value % 10 == 0
            && (end + 2 >= text.Length || !char.IsLetter(text[end + 2])) && value is > 1700 and < 2100 && value % 100 != 0)
        {
            return (TimeClass.DecadeDigits, value, end + 2);
        }

        return (TimeClass.Digits, value, end);
    }

    private static bool IsOrdinalSuffix(ReadOnlySpan<char> suffix) =>
        suffix.Length == 2 && (suffix.Equals("st", StringComparison.OrdinalIgnoreCase) || suffix.Equals("nd", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("rd", StringComparison.OrdinalIgnoreCase) || suffix.Equals("th", StringComparison.OrdinalIgnoreCase));

    private static bool Clock(ReadOnlySpan<char> span, out int minutes)
    {
        minutes = 0;
        var colon = span.IndexOf(':');
        var rest = span[(colon + 1)..];
        var second = rest.IndexOf(':');
        if (second >= 0) rest = rest[..second];
        if (rest.Length != 2 || !int.TryParse(span[..colon], CultureInfo.InvariantCulture, out var h)
            || !int.TryParse(rest, CultureInfo.InvariantCulture, out var m) || h > 24 || m > 59) return false;
        minutes = (h * 60) + m;
        return true;
    }

    private static TimeWord Mark(string text, int start, bool space)
    {
        var c = text[start];
        if (c is '\'' or '’' && start + 1 < text.Length && char.IsLetter(text[start + 1]) && !space)
        {
            var end = start + 1;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            var future = end - start == 3 && text[start + 1] == 'l';
            return new TimeWord(start, end, future ? TimeClass.Future : TimeClass.Apostrophe, 0, false, false);
        }

        var kind = c switch
        {
            '-' or '–' or '—' or '‑' => TimeClass.Hyphen,
            ',' => TimeClass.Comma,
            _ => TimeClass.Punctuation,
        };
        return new TimeWord(start, start + 1, kind, 0, space, false);
    }
}
