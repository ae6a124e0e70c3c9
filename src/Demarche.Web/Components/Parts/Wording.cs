using System.Globalization;
using Demarche.Coding;
using Demarche.Ledger;

namespace Demarche.Web.Components.Parts;

/// <summary>The record's codes in words for people.</summary>
public static class Wording
{
    /// <summary>"diplomats_expelled" → "diplomats expelled"; serves kinds, topics and states.</summary>
    public static string Of(string code) => code.Replace('_', ' ');

    /// <summary>A measure kind as the head of a line: "Diplomats expelled".</summary>
    public static string Title(string code) => code.Length == 0 ? code : char.ToUpperInvariant(code[0]) + Of(code[1..]);

    public static string Quad(int quad) => quad switch
    {
        1 => "verbal cooperation",
        2 => "material cooperation",
        3 => "verbal conflict",
        4 => "material conflict",
        _ => throw new ArgumentOutOfRangeException(nameof(quad), quad, "quad classes are 1 to 4"),
    };

    public static string Of(EventStatus status) => status.ToString().ToLowerInvariant();

    public static string Of(ReviewState review) => review.ToString().ToLowerInvariant();

    public static string Of(MeasureStage stage) => stage == MeasureStage.InForce ? "in force" : stage.ToString().ToLowerInvariant();

    /// <summary>The number of a measure as told: "8", "24–99", or nothing.</summary>
    public static string Count(LedgerEvent e) => e switch
    {
        { Count: { } count } => Number(count),
        { Range: { } range } => $"{Number(range.Low)}–{Number(range.High)}",
        _ => "",
    };

    /// <summary>What the event is, in a few words: its measure with its number, else its CAMEO label.</summary>
    public static string Act(LedgerEvent e) => e.MeasureKind is { } kind
        ? Title(kind) + (Count(e) is { Length: > 0 } n ? $" ({n})" : "")
        : e.Type.Label;

    public static string Party(LedgerParty? party) => party?.Name ?? "unknown";

    public static string Number(long n) => n.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A chance as ".93", as the command line prints it.</summary>
    public static string Chance(double p) => p >= .995 ? "1.0" : p.ToString(".00", CultureInfo.InvariantCulture);

    /// <summary>A value with its sign, a true minus before negative ones.</summary>
    public static string Signed(double value, string format = "0.0")
    {
        var text = Math.Abs(value).ToString(format, CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAnyExcept('0', '.') ? (value < 0 ? "−" : "+") + text : text;
    }

    /// <summary>A day no more exact than it is known: "2021", "2021-10", "2021-10-06".</summary>
    public static string Day(DateOnly? day, DatePrecision precision = DatePrecision.Day) => (day, precision) switch
    {
        (null, _) => "undated",
        ({ } d, DatePrecision.Year) => d.Year.ToString("0000", CultureInfo.InvariantCulture),
        ({ } d, DatePrecision.Month or DatePrecision.Season) => d.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        ({ } d, _) => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    public static string Plural(long n, string one, string? many = null) => $"{Number(n)} {(n == 1 ? one : many ?? one + "s")}";
}
