using Demarche.Language;

namespace Demarche.Coding;

/// <summary>How exactly a place is known.</summary>
public enum PlacePrecision : byte
{
    City,
    Region,
    Country,
}

/// <summary>A place that the text names.</summary>
/// <param name="Country">ISO 3166 alpha-3, or null at sea.</param>
public sealed record PlaceMention(
    Span Span, string Name, string? Country, double? Latitude, double? Longitude, PlacePrecision Precision)
{
    /// <summary>First-level division, where known.</summary>
    public string? Admin { get; init; }
}

/// <summary>Where an event takes place: the scene, not the actor.</summary>
public sealed record EventPlace(
    Span Span, string Name, string? Country, double? Latitude, double? Longitude, PlacePrecision Precision);
