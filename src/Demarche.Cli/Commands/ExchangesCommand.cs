using System.CommandLine;
using Demarche.Cli.Hosting;
using Demarche.Cli.LedgerViews;
using Demarche.Formats.Ledger;
using Demarche.Ledger;

namespace Demarche.Cli.Commands;

/// <summary><c>exchanges</c>: acts and their answers, as ladders.</summary>
public static class ExchangesCommand
{
    public static Command Create(CliHost host)
    {
        var o = new LedgerOptions();
        var a = new Argument<string>("A") { Description = "A party, by code or name." };
        var b = new Argument<string?>("B") { Description = "The other party; all others where not given.", Arity = ArgumentArity.ZeroOrOne };
        var told = new Option<bool>("--told") { Description = "Only those that a report tells of as such." };
        var verb = SharedOptions.With(
            new Command("exchanges", Examples.With(
                "Acts and their answers, told or inferred, drawn as ladders.",
                "demarche exchanges DZA FRA", "demarche exchanges NATO RUS --json", "demarche exchanges RUS --told --since 2022-01-01")),
            a, b, o.Ledger, o.Since, o.Until, told, o.Limit, o.Json);
        verb.SetAction(parsed => ErrorReport.Guard(host, () =>
        {
            using var ledger = o.Open(parsed);
            var first = LedgerOptions.Party(ledger, parsed.GetRequiredValue(a));
            var query = new ExchangeQuery
            {
                A = first,
                B = parsed.GetValue(b) is { } other ? LedgerOptions.Party(ledger, other) : null,
                From = parsed.GetValue(o.Since),
                Until = parsed.GetValue(o.Until),
                ToldOnly = parsed.GetValue(told),
                Limit = parsed.GetValue(o.Limit),
            };
            if (parsed.GetValue(o.Json)) LedgerOptions.Lines(host, ledger.Exchanges(query), RecordJson.Write);
            else
            {
                var ladders = ledger.Ladders(query);
                foreach (var ladder in ladders)
                    foreach (var part in LadderView.Of(ladder, first)) host.Console.Write(part);
                if (ladders.Count == 0) host.Console.Write(new Spectre.Console.Text("No exchange is on record.\n"));
            }
            return ExitCodes.Ok;
        }));
        return verb;
    }
}
