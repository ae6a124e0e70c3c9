using System.Runtime.InteropServices;

namespace Demarche.Knowledge.Places;

public enum PlaceKind : byte
{
    Town,

    /// <summary>A first-level division.</summary>
    Region,

    /// <summary>A sea, mountain range or region over several states; it has no country.</summary>
    Area,
}

/// <summary>A place of the gazetteer.</summary>
/// <param name="Country">ISO 3166 alpha-3; null for an area over several states.</param>
/// <param name="Division">First-level division that a town lies in; null where unknown.</param>
/// <param name="Population">Of the town, or of the towns of a region.</param>
/// <param name="Rank">3 capital, 2 seat of a division, 1 of a subdivision, 0 else.</param>
public sealed record Place(
    int Index, PlaceKind Kind, string Name, string? Country, string? Division, double Latitude, double Longitude, int Population, int Rank);

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct PlaceRow(
    PlaceKind Kind, byte Rank, int Name, int Country, int Division, float Latitude, float Longitude, int Population);
