using System.Collections.Immutable;
using System.Globalization;
using Demarche.Ledger.Measures;
using Demarche.Web.Components.Parts;

namespace Demarche.Web.Record;

/// <summary>Reads the words of an address as conditions of a query; what cannot be read is told, never dropped.</summary>
public sealed class QueryWords(PartyIndex parties)
{
    private readonly List<string> _problems = [];

    /// <summary>Sentences for people.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The code to a code or name.</summary>
    public string? Party(string? text)
    {
        if (Some(text) is not { } given) return null;
        if (parties.Find(given) is { } found) return found.Code;
        _problems.Add($"No party of the record is called “{given}”.");
        return null;
    }

    /// <summary>Null unless both are given.</summary>
    public (string A, string B)? Pair(string? a, string? b) =>
        Some(a) is not null && Some(b) is not null && Party(a) is { } first && Party(b) is { } second ? (first, second) : null;

    public DateOnly? Day(string? text, string name)
    {
        if (Some(text) is not { } given) return null;
        if (Links.Day(given) is { } day) return day;
        _problems.Add($"{name} “{given}” is no day: write it as 2022-02-24.");
        return null;
    }

    public int? Number(string? text, string name, int least, int most)
    {
        if (Some(text) is not { } given) return null;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most) return n;
        _problems.Add($"{name} “{given}” is not one of {least} to {most}.");
        return null;
    }

    public ImmutableArray<string> Kinds(string? text)
    {
        if (Some(text) is not { } given) return [];
        var kinds = given.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var kind in kinds)
            if (MeasureKinds.Find(kind) is null) _problems.Add($"There is no kind of measure “{kind}”.");
        return [.. kinds];
    }

    /// <summary>A value of an enumeration as addresses write it: in small letters, words joined by _.</summary>
    public T? Word<T>(string? text, string name) where T : struct, Enum
    {
        if (Some(text) is not { } given) return null;
        var plain = given.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (!char.IsAsciiDigit(plain[0]) && Enum.TryParse<T>(plain, ignoreCase: true, out var value)) return value;
        _problems.Add($"{name} “{given}” is none of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
        return null;
    }
}
