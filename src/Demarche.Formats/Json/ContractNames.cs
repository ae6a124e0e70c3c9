using Demarche.Coding;

namespace Demarche.Formats.Json;

/// <summary>The words that the contract writes for enumerations.</summary>
public static class ContractNames
{
    public static string Name(this EventStatus status) => status switch
    {
        EventStatus.Actual => "actual",
        EventStatus.Announced => "announced",
        EventStatus.Threatened => "threatened",
        EventStatus.Requested => "requested",
        EventStatus.Denied => "denied",
        EventStatus.Hypothetical => "hypothetical",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Name(this DateBasis basis) => basis switch
    {
        DateBasis.Stated => "stated",
        DateBasis.Relative => "relative",
        DateBasis.Document => "document",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
    };

    public static string Name(this DatePrecision precision) => precision switch
    {
        DatePrecision.Day => "day",
        DatePrecision.Week => "week",
        DatePrecision.Month => "month",
        DatePrecision.Season => "season",
        DatePrecision.Year => "year",
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, null),
    };

    public static string Name(this PlacePrecision precision) => precision switch
    {
        PlacePrecision.City => "city",
        PlacePrecision.Region => "region",
        PlacePrecision.Country => "country",
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, null),
    };
}
