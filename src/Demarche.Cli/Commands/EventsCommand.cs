using System.CommandLine;
using Demarche.Cli.Hosting;
using Demarche.Cli.LedgerViews;
using Demarche.Formats.Ledger;
using Demarche.Ledger;

namespace Demarche.Cli.Commands;

/// <summary><c>events</c>: canonical events of a ledger, filtered, or what changed since a cursor.</summary>
public static class EventsCommand
{
    public static Command Create(CliHost host)
    {
        var o = new LedgerOptions();
        var changes = new Option<long?>("--changes-since") { Description = "What is new, changed or withdrawn after this cursor (0 for all), as JSON.", HelpName = "CURSOR" };
        var verb = SharedOptions.With(
            new Command("events", Examples.With(
                "Lists events, each occurrence once, however often it was told.",
                "demarche events --actor RUS --kind diplomats_expelled --since 2022-01-01", "demarche events --type 17 --place Kabul --json", "demarche events --changes-since 0 --limit 1000")),
            o.Ledger, o.Actor, o.Type, o.Kind, o.Status, o.Since, o.Until, o.Place, o.Text, o.Limit, changes, o.Json);
        verb.SetAction(parsed => ErrorReport.Guard(host, () =>
        {
            using var ledger = o.Open(parsed);
            if (parsed.GetValue(changes) is { } cursor)
            {
                LedgerOptions.Lines(host, ledger.Changes(cursor, parsed.GetValue(o.Limit)).Changes, RecordJson.Write);
                return ExitCodes.Ok;
            }
            var query = o.Query(parsed, ledger);
            var events = ledger.Events(query);
            if (parsed.GetValue(o.Json)) LedgerOptions.Lines(host, events, RecordJson.Write);
            else
            {
                host.Console.Write(EventLines.Events(events));
                var total = ledger.CountEvents(query);
                host.Console.Write(new Spectre.Console.Text(FormattableString.Invariant($"{events.Count:N0} of {total:N0} events\n")));
            }
            return ExitCodes.Ok;
        }));
        return verb;
    }
}
