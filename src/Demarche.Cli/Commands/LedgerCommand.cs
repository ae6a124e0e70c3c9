using System.CommandLine;
using Demarche.Cli.Hosting;
using Demarche.Cli.LedgerViews;
using Demarche.Formats.Ledger;

namespace Demarche.Cli.Commands;

/// <summary><c>ledger</c>: the state of a relation on a day.</summary>
public static class LedgerCommand
{
    public static Command Create(CliHost host)
    {
        var o = new LedgerOptions();
        var a = new Argument<string>("A") { Description = "A party, by code or name." };
        var b = new Argument<string>("B") { Description = "The other party." };
        var at = LedgerOptions.Day("--at", "On this day; the ledger's last where not given.");
        var verb = SharedOptions.With(
            new Command("ledger", Examples.With(
                "The state of a relation on a day: missions, ambassadors, expulsions, sanctions and more, each since when, on what evidence, how sure.",
                "demarche ledger USA RUS --at 2022-06-01", "demarche ledger Algeria France --json")),
            a, b, at, o.Ledger, o.Json);
        verb.SetAction(parsed => ErrorReport.Guard(host, () =>
        {
            using var ledger = o.Open(parsed);
            var state = ledger.StateOf(LedgerOptions.Party(ledger, parsed.GetRequiredValue(a)), LedgerOptions.Party(ledger, parsed.GetRequiredValue(b)), parsed.GetValue(at));
            if (parsed.GetValue(o.Json)) LedgerOptions.Lines(host, [state], RecordJson.Write);
            else StateView.Write(host.Console, state);
            return ExitCodes.Ok;
        }));
        return verb;
    }
}
