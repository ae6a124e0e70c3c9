using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Demarche.Coding;
using Demarche.Formats.Json;
using Demarche.Ledger;
using Demarche.Ledger.Measures;

namespace Demarche.Cli.Hosting;

/// <summary>Options that the verbs over a ledger have in common.</summary>
public sealed class LedgerOptions
{
    public Option<string> Ledger { get; } = new("--ledger") { Description = "The ledger file.", HelpName = "FILE", DefaultValueFactory = _ => "demarche.ledger" };

    public Option<bool> Json { get; } = new("--json") { Description = "One JSON object a line instead of text for people." };

    public Option<string?> Actor { get; } = new("--actor") { Description = "Only with this party on either side: a code or a name.", HelpName = "PARTY" };

    public Option<string?> Type { get; } = new("--type") { Description = "CAMEO code or its beginning, or a PLOVER type.", HelpName = "CODE" };

    public Option<string[]> Kind { get; } = new("--kind") { Description = "Kind of measure, such as diplomats_expelled.", HelpName = "KIND", AllowMultipleArgumentsPerToken = true };

    public Option<string?> Status { get; } = new("--status") { Description = "actual, announced, threatened, requested, denied or hypothetical.", HelpName = "STATUS" };

    public Option<DateOnly?> Since { get; } = Day("--since", "From this day on.");

    public Option<DateOnly?> Until { get; } = Day("--until", "Up to this day.");

    public Option<string?> Place { get; } = new("--place") { Description = "Part of a place's name, or a country's alpha-3 code.", HelpName = "PLACE" };

    public Option<string?> Text { get; } = new("--text") { Description = "Words that occur in the report's sentence; \"in quotes\" for a phrase.", HelpName = "WORDS" };

    public Option<int> Limit { get; } = new("--limit") { Description = "At most so many.", HelpName = "N", DefaultValueFactory = _ => 100 };

    public LedgerOptions()
    {
        Kind.Validators.Add(r =>
        {
            foreach (var t in r.Tokens.Where(t => MeasureKinds.Find(t.Value) is null))
                r.AddError($"there is no kind of measure '{t.Value}'; they are {string.Join(", ", MeasureKinds.Names)}");
        });
        Status.Validators.Add(r =>
        {
            if (r.Tokens.Count == 1 && !Enum.TryParse<EventStatus>(r.Tokens[0].Value, true, out _)) r.AddError($"there is no status '{r.Tokens[0].Value}'");
        });
        Limit.Validators.Add(r =>
        {
            if (r.Tokens.Count == 1 && (!int.TryParse(r.Tokens[0].Value, out var n) || n < 0)) r.AddError($"--limit takes a number, not '{r.Tokens[0].Value}'");
        });
    }

    public SqliteLedger Open(ParseResult parsed) => SqliteLedger.Open(parsed.GetValue(Ledger)!);

    public EventQuery Query(ParseResult parsed, ILedger ledger) => new()
    {
        Actor = parsed.GetValue(Actor) is { } actor ? Party(ledger, actor) : null,
        Type = parsed.GetValue(Type),
        Kinds = [.. parsed.GetValue(Kind) ?? []],
        Status = parsed.GetValue(Status) is { } status ? Enum.Parse<EventStatus>(status, true) : null,
        From = parsed.GetValue(Since),
        Until = parsed.GetValue(Until),
        Place = parsed.GetValue(Place),
        Text = parsed.GetValue(Text),
        Limit = parsed.GetValue(Limit),
    };

    /// <summary>The code of a party given by code or name.</summary>
    /// <exception cref="CliException">The ledger knows no such party.</exception>
    public static string Party(ILedger ledger, string name)
    {
        if (ledger.FindActor(name) is { } actor) return actor.Code;
        var near = ledger.Actors(name, 5).Select(a => $"{a.Code} ({a.Name})").ToList();
        throw new CliException(ExitCodes.NoInput,
            $"the ledger has no party '{name}'{(near.Count > 0 ? "; did you mean " + string.Join(", ", near) : "")}. Parties are asked for by code (RUS, NATO) or by name");
    }

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = r =>
        {
            var text = r.Tokens.Count > 0 ? r.Tokens[0].Value : "";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            r.AddError($"'{text}' is not a day: write it as 2021-10-18");
            return null;
        },
    };

    /// <summary>Writes records as JSON, one a line.</summary>
    public static void Lines<T>(CliHost host, IEnumerable<T> records, Action<Utf8JsonWriter, T> write)
    {
        using var json = new Utf8JsonWriter(host.StandardOutput, JsonOutput.Line);
        foreach (var record in records)
        {
            write(json, record);
            json.Flush();
            json.Reset();
            host.StandardOutput.Write("\n"u8);
        }
    }
}
