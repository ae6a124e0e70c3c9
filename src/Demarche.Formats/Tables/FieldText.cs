using System.Globalization;
using Demarche.Ledger;

namespace Demarche.Formats.Tables;

/// <summary>Values as the tables write them.</summary>
internal static class FieldText
{
    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Compact(DateOnly? day) => day?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static string Number(long n) => n.ToString(CultureInfo.InvariantCulture);

    public static string? Number(long? n) => n?.ToString(CultureInfo.InvariantCulture);

    public static string Decimal(double x) => x.ToString("0.0###", CultureInfo.InvariantCulture);

    public static string? Degrees(double? x) => x?.ToString("0.#####", CultureInfo.InvariantCulture);

    public static string Root(string cameo) => cameo[..Math.Min(2, cameo.Length)];

    public static string Base(string cameo) => cameo[..Math.Min(3, cameo.Length)];

    /// <summary>The first sector that says what an actor does, rather than what league it is in.</summary>
    public static string? Role(LedgerParty? party) => party?.Sectors.FirstOrDefault();
}
