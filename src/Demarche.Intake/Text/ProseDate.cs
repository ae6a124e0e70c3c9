using System.Globalization;

namespace Demarche.Intake.Text;

/// <summary>
/// Finds the first full date in English words or in an RFC 822 stamp: "18 October 2021", "Oct. 18, 2021", "Mon, 18 Oct 2021 09:00 GMT".
/// Figures alone such as 10/11/2021 are left alone: which is the month cannot be told.
/// </summary>
internal static class ProseDate
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] LongMonths =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    public static DateOnly? Find(ReadOnlySpan<char> text)
    {
        Span<Piece> last = stackalloc Piece[3];
        last.Clear();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]))
            {
                if (text[i] is not (' ' or ',' or '.' or '-' or '/' or '\u00a0')) last.Clear();
                i++;
                continue;
            }

            var start = i;
            var digit = char.IsAsciiDigit(text[i]);
            while (i < text.Length && (digit ? char.IsAsciiDigit(text[i]) : char.IsAsciiLetter(text[i]))) i++;
            var piece = Read(text[start..i], digit);
            if (piece.Kind == 'x' && last[2].Kind is 'd' && text[start..i] is "st" or "nd" or "rd" or "th") continue;
            last[0] = last[1];
            last[1] = last[2];
            last[2] = piece;
            if (Date(last) is { } day) return day;
        }

        return null;
    }

    private static DateOnly? Date(ReadOnlySpan<Piece> p) => (p[0].Kind, p[1].Kind, p[2].Kind) switch
    {
        ('d', 'm', 'y') => Day(p[2].Value, p[1].Value, p[0].Value),
        ('m', 'd', 'y') => Day(p[2].Value, p[0].Value, p[1].Value),
        _ => null,
    };

    private static DateOnly? Day(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static Piece Read(ReadOnlySpan<char> word, bool digit)
    {
        if (digit)
        {
            if (word.Length > 4) return new('x', 0);
            var n = int.Parse(word, CultureInfo.InvariantCulture);
            return word.Length == 4 ? new(n is >= 1900 and <= 2100 ? 'y' : 'x', n) : new(n is >= 1 and <= 31 ? 'd' : 'x', n);
        }

        if (word.Length is < 3 or > 9) return new('x', 0);
        for (var m = 0; m < 12; m++)
        {
            if (word.Equals(LongMonths[m], StringComparison.OrdinalIgnoreCase)
                || word.Equals(Months[m], StringComparison.OrdinalIgnoreCase)
                || (m == 8 && word.Equals("sept", StringComparison.OrdinalIgnoreCase)))
                return new('m', m + 1);
        }

        return new('x', 0);
    }

    /// <param name="Kind">d a day's number, m a month, y a year, x anything else.</param>
    private readonly record struct Piece(char Kind, int Value);
}
