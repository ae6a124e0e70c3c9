using System.CommandLine;
using Demarche.Cli.Hosting;
using Demarche.Cli.LedgerViews;
using Demarche.Formats.Ledger;
using Demarche.Ledger;

namespace Demarche.Cli.Commands;

/// <summary><c>measures</c>: diplomatic measures with their lives.</summary>
public static class MeasuresCommand
{
    public static Command Create(CliHost host)
    {
        var o = new LedgerOptions();
        var a = new Argument<string?>("A") { Description = "A party.", Arity = ArgumentArity.ZeroOrOne };
        var b = new Argument<string?>("B") { Description = "The other party.", Arity = ArgumentArity.ZeroOrOne };
        var stage = new Option<string?>("--stage") { Description = "threatened, announced, in_force or lifted.", HelpName = "STAGE" };
        stage.AcceptOnlyFromAmong("threatened", "announced", "in_force", "lifted");
        var unanswered = new Option<bool>("--unanswered") { Description = "Only what nothing has answered." };
        var verb = SharedOptions.With(
            new Command("measures", Examples.With(
                "Lists measures with their lives: threatened, announced, in force, lifted; what they answer and what answered them.",
                "demarche measures RUS NATO", "demarche measures --kind mission_closed --since 2022-01-01", "demarche measures USA --unanswered")),
            a, b, o.Ledger, o.Kind, stage, o.Since, o.Until, unanswered, o.Limit, o.Json);
        verb.SetAction(parsed => ErrorReport.Guard(host, () =>
        {
            using var ledger = o.Open(parsed);
            var first = parsed.GetValue(a) is { } x ? LedgerOptions.Party(ledger, x) : null;
            var second = parsed.GetValue(b) is { } y ? LedgerOptions.Party(ledger, y) : null;
            var measures = ledger.Measures(new MeasureQuery
            {
                Actor = second is null ? first : null,
                Dyad = first is not null && second is not null ? (first, second) : null,
                Kinds = [.. parsed.GetValue(o.Kind) ?? []],
                Stage = parsed.GetValue(stage) is { } s ? Enum.Parse<MeasureStage>(s.Replace("_", "", StringComparison.Ordinal), true) : null,
                From = parsed.GetValue(o.Since),
                Until = parsed.GetValue(o.Until),
                Unanswered = parsed.GetValue(unanswered),
                Limit = parsed.GetValue(o.Limit),
            });
            if (parsed.GetValue(o.Json)) LedgerOptions.Lines(host, measures, RecordJson.Write);
            else host.Console.Write(EventLines.Measures(measures));
            return ExitCodes.Ok;
        }));
        return verb;
    }
}
