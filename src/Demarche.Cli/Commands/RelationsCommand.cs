using System.CommandLine;
using Demarche.Cli.Hosting;
using Demarche.Cli.LedgerViews;
using Demarche.Formats.Ledger;
using Demarche.Ledger;

namespace Demarche.Cli.Commands;

/// <summary><c>relations</c>: how a relation moved.</summary>
public static class RelationsCommand
{
    private const int ChartRows = 60;

    public static Command Create(CliHost host)
    {
        var o = new LedgerOptions();
        var a = new Argument<string>("A") { Description = "A party, by code or name." };
        var b = new Argument<string>("B") { Description = "The other party." };
        var by = new Option<string>("--by") { Description = "day, week or month.", DefaultValueFactory = _ => "month", HelpName = "PERIOD" };
        by.AcceptOnlyFromAmong("day", "week", "month");
        var chart = new Option<bool>("--chart") { Description = "Draw it here." };
        var output = new Option<string?>("--out") { Description = "Draw it into a .png or .svg file.", HelpName = "FILE" };
        var publisher = new Option<string?>("--publisher") { Description = "Only what this publisher tells of.", HelpName = "NAME" };
        output.Validators.Add(r =>
        {
            if (r.Tokens.Count == 1 && Path.GetExtension(r.Tokens[0].Value).ToLowerInvariant() is not (".png" or ".svg")) r.AddError("--out takes a .png or .svg file");
        });
        var verb = SharedOptions.With(
            new Command("relations", Examples.With(
                "How a relation moved: events by quad class, Goldstein values, a smoothed index, and the points where its tone changed.",
                "demarche relations RUS NATO --by month --chart", "demarche relations USA CHN --by week --since 2018-01-01 --out usa-chn.svg")),
            a, b, by, chart, output, publisher, o.Ledger, o.Since, o.Until, o.Json);
        verb.SetAction(parsed => ErrorReport.Guard(host, () =>
        {
            using var ledger = o.Open(parsed);
            var series = ledger.Series(
                LedgerOptions.Party(ledger, parsed.GetRequiredValue(a)), LedgerOptions.Party(ledger, parsed.GetRequiredValue(b)),
                new SeriesQuery(Enum.Parse<SeriesPeriod>(parsed.GetValue(by)!, true))
                {
                    From = parsed.GetValue(o.Since),
                    Until = parsed.GetValue(o.Until),
                    Publisher = parsed.GetValue(publisher),
                });
            if (parsed.GetValue(output) is { } file) SeriesPlot.Save(series, file);
            if (parsed.GetValue(o.Json)) LedgerOptions.Lines(host, [series], RecordJson.Write);
            else if (series.Points.IsEmpty) host.Console.Write(new Spectre.Console.Text("Nothing between them is on record.\n"));
            else if (parsed.GetValue(chart)) SeriesView.Chart(host.Console, series, ChartRows);
            else if (parsed.GetValue(output) is null) SeriesView.Table(host.Console, series);
            return ExitCodes.Ok;
        }));
        return verb;
    }
}
