using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Demarche.Ledger;

namespace Demarche.Web.Api;

/// <summary>A page of a list, and the cursor of the next one; null after the last.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Makes pages, and cursors opaque: they are kept as given, not made up.</summary>
internal static class Pages
{
    /// <summary>Pages that go on after a record.</summary>
    public static Func<string?, int, Page<T>> After<T>(Func<PageCursor?, int, IReadOnlyList<T>> find, Func<T, PageCursor> cursor) => (from, limit) =>
    {
        // One more than asked for tells whether there is a next page.
        var found = find(from is null ? null : Read(from), limit == int.MaxValue ? limit : limit + 1);
        return found.Count > limit ? new([.. found.Take(limit)], limit > 0 ? Write(cursor(found[limit - 1])) : from) : new(found, null);
    };

    /// <summary>Pages of a ranked list, that go on after so many.</summary>
    public static Func<string?, int, Page<T>> Ranked<T>(Func<int, int, IReadOnlyList<T>> find) => (from, limit) =>
    {
        var offset = from is null ? 0 : ReadNumber(from);
        var found = find(offset, limit == int.MaxValue ? limit : limit + 1);
        return found.Count > limit ? new([.. found.Take(limit)], "r" + (offset + limit).ToString(CultureInfo.InvariantCulture)) : new(found, null);
    };

    private static string Write(PageCursor c) => "k" + Base64Url.EncodeToString(Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{c.Day:yyyy-MM-dd} {c.Confidence:R} {c.Key}")));

    private static PageCursor Read(string text)
    {
        if (text.Length is > 1 and < 200 && text[0] == 'k' && Base64Url.IsValid(text.AsSpan(1))
            && Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text.AsSpan(1))).Split(' ') is [var day, var confidence, var key]
            && double.TryParse(confidence, NumberStyles.Float, CultureInfo.InvariantCulture, out var c)
            && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var k))
        {
            if (day.Length == 0) return new(null, c, k);
            if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d)) return new(d, c, k);
        }
        throw Bad(text);
    }

    private static int ReadNumber(string text) =>
        text is ['r', ..] && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < 1_000_000 ? n : throw Bad(text);

    private static ApiProblemException Bad(string text) =>
        ApiProblemException.Parameter("cursor", $"'{text}' is no cursor of this list.", "Give the `next` of a page as it stands, with the same filters; leave it out for the first page.");
}
