using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Reading;

/// <summary>Counts the events of a query by what they can be narrowed by.</summary>
internal static class FacetReads
{
    /// <summary>PLOVER has no type for CAMEO's root of mere statements.</summary>
    private const string Statement = "01";

    public static EventFacets Of(SqliteConnection connection, EventQuery query)
    {
        var filter = EventReads.FilterOf(connection, query);
        var counts = Enumerable.Range(0, 6).Select(_ => new Dictionary<string, long>(StringComparer.Ordinal)).ToArray();
        var total = 0L;
        const string Text = "SELECT e.plover, e.quad, e.measure, e.status, e.review, e.country, count(*) FROM event e";
        foreach (var (keys, n) in filter.List(connection, Text + filter.Where + " GROUP BY e.review, e.plover, e.quad, e.measure, e.status, e.country", Read))
        {
            total += n;
            for (var i = 0; i < keys.Length; i++)
                if (keys[i] is { } key) counts[i][key] = counts[i].GetValueOrDefault(key) + n;
        }
        var years = filter.Add("e.day > ?", "").List(connection, "SELECT substr(e.day, 1, 4), count(*) FROM event e" + filter.Where + " GROUP BY 1 ORDER BY 1",
            r => new FacetCount(r.GetString(0), r.GetInt64(1)));
        return new EventFacets(total, Most(counts[0]), Most(counts[1]), Most(counts[2]), Most(counts[3]), Most(counts[4]), Most(counts[5]), [.. years]);
    }

    private static (string?[] Keys, long Count) Read(SqliteDataReader row) =>
    ([
        row.Text(0) ?? Statement, row.GetInt32(1).ToString(CultureInfo.InvariantCulture), row.Text(2), Name((EventStatus)row.GetInt32(3)),
        Name((ReviewState)row.GetInt32(4)), row.Text(5),
    ], row.GetInt64(6));

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static ImmutableArray<FacetCount> Most(Dictionary<string, long> counts) =>
        [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new FacetCount(c.Key, c.Value))];
}
