using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding;
using Demarche.Knowledge.Ontology;
using Demarche.Ledger.Canonical;
using Demarche.Ledger.Measures;

namespace Demarche.Ledger.Corrections;

/// <summary>The fields of an event that a person may edit; a null or empty value clears one.</summary>
internal static class EditedFields
{
    public static ImmutableArray<string> Names { get; } = ["source", "target", "cameo", "kind", "count", "day", "status", "place", "country"];

    /// <summary>Under this name what an edited code means is kept beside the fields, so that it can be applied without the code list.</summary>
    internal const string TypeField = "type";

    /// <summary>The type that an edit's code stands for; null where it edits no code.</summary>
    /// <exception cref="LedgerException">There is no such code.</exception>
    public static EventType? TypeOf(ImmutableSortedDictionary<string, string?> fields, Func<CameoTable> codes)
    {
        if (fields.GetValueOrDefault("cameo") is not { } code) return null;
        if (codes().Find(code) is not { } known) throw Bad($"There is no CAMEO code {code}.");
        return new EventType(known.Code, known.Label, known.PloverType is null ? null : new PloverType(known.PloverType, known.Mode, known.Contexts), known.Quad, known.Goldstein);
    }

    /// <exception cref="LedgerException">An unknown field, or a value that does not fit it.</exception>
    public static void Check(ImmutableSortedDictionary<string, string?> fields)
    {
        if (fields.IsEmpty) throw Bad("An edit needs at least one field, such as --set count=8.");
        foreach (var (name, value) in fields)
        {
            var fits = name switch
            {
                "source" or "target" or "place" or "country" => true,
                "cameo" => value is { Length: >= 2 and <= 4 } && value.All(char.IsAsciiDigit),
                "kind" => string.IsNullOrEmpty(value) || MeasureKinds.Find(value) is not null,
                "count" => string.IsNullOrEmpty(value) || (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)),
                "day" => string.IsNullOrEmpty(value) || DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                "status" => Enum.TryParse<EventStatus>(value, ignoreCase: true, out _),
                _ => throw Bad($"There is no field '{name}' to edit; the fields are {string.Join(", ", Names)}."),
            };
            if (!fits) throw Bad($"'{value}' is no {name}; see docs/ledger.md for what each field takes.");
        }
    }

    public static EventSummary Apply(EventSummary summary, ImmutableSortedDictionary<string, string?> fields)
    {
        foreach (var (name, text) in fields)
        {
            var value = string.IsNullOrEmpty(text) ? null : text;
            summary = name switch
            {
                "source" => summary with { Source = Party(value, summary.Source) },
                "target" => summary with { Target = Party(value, summary.Target) },
                // An edit of an older program kept the code alone: then the type stands until it is edited again.
                "cameo" => summary with { Type = fields.GetValueOrDefault(TypeField) is { } type && Store.LedgerJson.Type(type) is var read && read.Cameo == value ? read : summary.Type with { Cameo = value!, Quad = CameoCode.QuadOf(value!) } },
                "kind" => summary with { Kind = value },
                "count" => summary with { Count = value is null ? null : long.Parse(value, CultureInfo.InvariantCulture), Range = null },
                "day" => summary with { Day = value is null ? null : Store.Sql.Day(value), Basis = DateBasis.Stated, Precision = DatePrecision.Day },
                "status" => summary with { Status = Enum.Parse<EventStatus>(value!, ignoreCase: true) },
                "place" => summary with { Place = value is null ? null : new LedgerPlace(value, summary.Place?.Country, null, null, PlacePrecision.City) },
                "country" => summary with { Place = summary.Place is null ? null : summary.Place with { Country = value } },
                _ => summary,
            };
        }
        return summary;
    }

    private static LedgerParty? Party(string? code, LedgerParty? was) =>
        code is null ? null : code == was?.Code ? was : new LedgerParty(code, code, [], null) { Country = code };

    private static LedgerException Bad(string message) => new(LedgerFault.BadCorrection, message);
}
