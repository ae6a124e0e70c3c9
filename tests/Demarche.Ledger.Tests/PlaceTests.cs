using Demarche.Coding;
using Demarche.Language;
using Xunit;

namespace Demarche.Ledger.Tests;

public sealed class PlaceTests
{
    private static EventPlace At(string name, string country, double lat, double lon, PlacePrecision precision = PlacePrecision.City) =>
        new(new Span(0, 1), name, country, lat, lon, precision);

    [Fact]
    public void Events_are_counted_by_town_and_by_country()
    {
        using var test = new TestLedger();
        test.Ingest(
            new Story("a", "2031-01-01", "Veldania praises Morvia in Harn.").Act("VEL", "MOR", "praises", "051", 1, 3.4, "SUPPORT", place: At("Harn", "KES", 10, 20)),
            new Story("b", "2031-02-01", "Morvia accuses Veldania in Harn.").Act("MOR", "VEL", "accuses", "112", 3, -2, "ACCUSE", place: At("Harn", "KES", 10, 20)),
            new Story("c", "2031-02-02", "Morvia shells Veldania in Kestland.").Act("MOR", "VEL", "shells", "194", 4, -10, "ASSAULT", place: At("Kestland", "KES", 11, 21, PlacePrecision.Country)));
        using var ledger = test.Open();

        var town = Assert.Single(ledger.Places(new PlaceQuery()));
        Assert.Equal(("Harn", "KES", 10.0, 20.0), (town.Name, town.Country, town.Latitude, town.Longitude));
        Assert.Equal(new QuadCounts(1, 0, 1, 0), town.Counts);
        Assert.Equal(0.7, town.GoldsteinMean, 6);

        var country = Assert.Single(ledger.Places(new PlaceQuery { ByCountry = true }));
        Assert.Equal(("KES", 3), (country.Name, country.Counts.Total));
        Assert.Equal(2, Assert.Single(ledger.Places(new PlaceQuery { ByCountry = true, From = new DateOnly(2031, 2, 1) })).Counts.Total);
        Assert.Empty(ledger.Places(new PlaceQuery { Actor = "KES" }));
    }
}
