namespace Demarche.Ledger;

/// <summary>Where events take place. The answer is ordered by number of events.</summary>
public sealed record PlaceQuery
{
    /// <summary>Only events with this party on either side.</summary>
    public string? Actor { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>One line a country, places known only as the country among them; else one a town or region.</summary>
    public bool ByCountry { get; init; }

    public int Limit { get; init; } = 1000;
}

/// <summary>Events at one place, rejected ones left out.</summary>
/// <param name="Name">The town's or region's name; the country's code where the query is by country.</param>
/// <param name="Country">ISO 3166 alpha-3; null at sea.</param>
public sealed record PlaceVolume(string Name, string? Country, double? Latitude, double? Longitude, QuadCounts Counts, double GoldsteinSum)
{
    public double GoldsteinMean => Counts.Total == 0 ? 0 : GoldsteinSum / Counts.Total;
}
