using Demarche.Coding;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Reading;

/// <summary>Events counted by where they take place.</summary>
internal static class PlaceReads
{
    private const string Counts = "sum(quad = 1), sum(quad = 2), sum(quad = 3), sum(quad = 4), sum(goldstein) FROM event";

    public static List<PlaceVolume> Find(SqliteConnection connection, PlaceQuery query)
    {
        var filter = new Filter()
            .Add("(source = ? OR target = ?)", query.Actor, query.Actor)
            .Add("day >= ?", query.From.Iso())
            .Add("day <= ?", query.Until.Iso())
            .Add("review <> 3");
        if (query.ByCountry)
        {
            filter.Add("country IS NOT NULL");
            return filter.List(connection,
                $"SELECT country, country, NULL, NULL, {Counts}{filter.Where} GROUP BY country ORDER BY count(*) DESC, country" + EventReads.Page(query.Limit, 0), Read);
        }
        filter.Add("place IS NOT NULL").Add("lat IS NOT NULL").Add("placing <> ?", (int)PlacePrecision.Country);
        // A town is told by its position: two of one name are two.
        return filter.List(connection,
            $"SELECT min(place), country, lat, lon, {Counts}{filter.Where} GROUP BY country, lat, lon ORDER BY count(*) DESC, 1, lat" + EventReads.Page(query.Limit, 0), Read);
    }

    private static PlaceVolume Read(SqliteDataReader row) =>
        new(row.GetString(0), row.Text(1), row.Real(2), row.Real(3),
            new QuadCounts(row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7)), row.GetDouble(8));
}
