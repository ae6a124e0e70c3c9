using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding;
using Demarche.Knowledge.Ontology;
using Demarche.Ledger;
using Demarche.Ledger.Measures;

namespace Demarche.Web.Curation;

/// <summary>An event's fields as a person edits them; what was left as it was is no part of the correction.</summary>
public sealed class EditDraft
{
    private readonly ImmutableSortedDictionary<string, string> _was;

    public EditDraft(LedgerEvent e)
    {
        Source = e.Source?.Code ?? "";
        Target = e.Target?.Code ?? "";
        Cameo = e.Type.Cameo;
        Kind = e.MeasureKind ?? "";
        Count = e.Count?.ToString(CultureInfo.InvariantCulture) ?? "";
        Day = e.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        Status = e.Status.ToString().ToLowerInvariant();
        Place = e.Place?.Name ?? "";
        Country = e.Place?.Country ?? "";
        _was = Fields();
    }

    public string Source { get; set; }

    public string Target { get; set; }

    public string Cameo { get; set; }

    public string Kind { get; set; }

    public string Count { get; set; }

    public string Day { get; set; }

    public string Status { get; set; }

    public string Place { get; set; }

    public string Country { get; set; }

    public static ImmutableArray<string> Statuses { get; } = [.. Enum.GetNames<EventStatus>().Select(n => n.ToLowerInvariant())];

    /// <summary>The fields that differ, an emptied one as null.</summary>
    public ImmutableSortedDictionary<string, string?> Changes() =>
        Fields().Where(f => _was[f.Key] != f.Value).ToImmutableSortedDictionary(f => f.Key, f => f.Value.Length > 0 ? f.Value : null, StringComparer.Ordinal);

    /// <summary>What is wrong, by field; empty where all fits. Party names become codes, case is put right.</summary>
    public IReadOnlyDictionary<string, string> Check(ILedger ledger, CameoTable codes)
    {
        var wrong = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Source = Party(ledger, Source);
        Target = Party(ledger, Target);
        Country = Country.Trim().ToUpperInvariant();
        Count = Count.Trim().Replace(",", "", StringComparison.Ordinal);
        Place = Place.Trim();
        Cameo = Cameo.Trim();
        if (codes.Find(Cameo) is null) wrong["cameo"] = $"'{Cameo}' is no CAMEO code.";
        if (Kind.Length > 0 && MeasureKinds.Find(Kind) is null) wrong["kind"] = $"'{Kind}' is no kind of measure.";
        if (Count.Length > 0 && !long.TryParse(Count, NumberStyles.None, CultureInfo.InvariantCulture, out _)) wrong["count"] = $"'{Count}' is no number.";
        if (Day.Length > 0 && !DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) wrong["day"] = "A day is written 2021-10-06.";
        if (!Statuses.Contains(Status)) wrong["status"] = $"'{Status}' is no status.";
        if (Country.Length > 0 && !(Country.Length == 3 && Country.All(char.IsAsciiLetterUpper))) wrong["country"] = "A country is written by its three letters, such as BEL.";
        if (wrong.Count == 0 && Changes().IsEmpty) wrong[""] = "Nothing was changed.";
        return wrong;
    }

    /// <summary>"Russia" becomes RUS where the ledger knows the name; a code it does not know is taken as written.</summary>
    private static string Party(ILedger ledger, string written) =>
        written.Trim() is { Length: > 0 } name ? ledger.FindActor(name)?.Code ?? name : "";

    private ImmutableSortedDictionary<string, string> Fields() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["source"] = Source,
        ["target"] = Target,
        ["cameo"] = Cameo,
        ["kind"] = Kind,
        ["count"] = Count,
        ["day"] = Day,
        ["status"] = Status,
        ["place"] = Place,
        ["country"] = Country,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
