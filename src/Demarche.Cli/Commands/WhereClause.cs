using System.Globalization;
using Demarche.Cli.Hosting;
using Demarche.Coding;
using Demarche.Ledger;
using Demarche.Ledger.Measures;

namespace Demarche.Cli.Commands;

/// <summary>Conditions of <c>export --where</c>, each name=value.</summary>
internal static class WhereClause
{
    public static EventQuery Apply(EventQuery query, IEnumerable<string> conditions, ILedger ledger)
    {
        foreach (var condition in conditions)
        {
            if (condition.Split('=', 2) is not [var name, var value]) throw CliException.Usage($"--where takes name=value, not '{condition}'");
            query = name switch
            {
                "actor" => query with { Actor = LedgerOptions.Party(ledger, value) },
                "source" => query with { Source = LedgerOptions.Party(ledger, value) },
                "target" => query with { Target = LedgerOptions.Party(ledger, value) },
                "type" => query with { Type = value },
                "quad" => query with { Quad = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var quad) ? quad : throw CliException.Usage($"'{value}' is no quad class") },
                "kind" => query with { Kinds = query.Kinds.Add(MeasureKinds.Find(value)?.Name ?? throw CliException.Usage($"there is no kind of measure '{value}'")) },
                "status" => query with { Status = Enum.TryParse<EventStatus>(value, true, out var status) ? status : throw CliException.Usage($"there is no status '{value}'") },
                "since" => query with { From = Day(value) },
                "until" => query with { Until = Day(value) },
                "place" => query with { Place = value },
                "text" => query with { Text = value },
                "publisher" => query with { Publisher = value },
                _ => throw CliException.Usage($"there is no condition '{name}'; they are actor, source, target, type, quad, kind, status, since, until, place, text, publisher"),
            };
        }
        return query;
    }

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw CliException.Usage($"'{text}' is not a day: write it as 2021-10-18");
}
