namespace Demarche.Ledger;

/// <summary>Two parties without direction, as one key.</summary>
internal static class Pair
{
    public static string Of(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? $"{a}|{b}" : $"{b}|{a}";

    /// <summary>Null where a side is unknown.</summary>
    public static string? OfKnown(string? a, string? b) => a is null || b is null ? null : Of(a, b);
}
