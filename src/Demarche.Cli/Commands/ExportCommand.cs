using System.CommandLine;
using Demarche.Cli.Hosting;
using Demarche.Formats.Ledger;
using Demarche.Formats.Tables;

namespace Demarche.Cli.Commands;

/// <summary><c>export</c>: events in other people's formats.</summary>
public static class ExportCommand
{
    private static readonly Dictionary<string, Action<Stream, IEnumerable<ExportRecord>>> Formats = new(StringComparer.Ordinal)
    {
        ["csv"] = FlatFormats.WriteCsv,
        ["jsonl"] = WebFormats.WriteJsonLines,
        ["parquet"] = (output, records) => FlatFormats.WriteParquet(output, records).GetAwaiter().GetResult(),
        ["gdelt1"] = GdeltFormat.V1.Write,
        ["gdelt2"] = GdeltFormat.V2.Write,
        ["icews"] = IcewsFormat.Instance.Write,
        ["phoenix"] = PhoenixFormat.Instance.Write,
        ["polecat"] = PolecatFormat.Instance.Write,
        ["geojson"] = WebFormats.WriteGeoJson,
        ["annotation"] = WebFormats.WriteAnnotations,
        ["ftm"] = WebFormats.WriteFollowTheMoney,
        ["gold"] = GoldFormat.WriteGold,
        ["training"] = GoldFormat.WriteTraining,
    };

    public static Command Create(CliHost host)
    {
        var o = new LedgerOptions();
        var format = new Option<string>("--format") { Description = $"One of {string.Join(", ", Formats.Keys)}.", HelpName = "FORMAT", Required = true };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var where = new Option<string[]>("--where") { Description = "Conditions such as actor=RUS, type=17, kind=mission_closed, since=2022-01-01.", HelpName = "NAME=VALUE", AllowMultipleArgumentsPerToken = true };
        var output = new Option<string?>("--output", "-o") { Description = "Write into a file instead of standard output.", HelpName = "FILE" };
        o.Limit.DefaultValueFactory = _ => int.MaxValue;
        var verb = SharedOptions.With(
            new Command("export", Examples.With(
                "Writes events in the columns that other tools and scripts expect; docs/formats.md tells what each can hold.",
                "demarche export --format gdelt2 --where actor=RUS since=2022-01-01 > events.tsv", "demarche export --format parquet -o events.parquet", "demarche export --format gold > gold.jsonl")),
            o.Ledger, format, where, output, o.Actor, o.Type, o.Kind, o.Status, o.Since, o.Until, o.Place, o.Text, o.Limit);
        verb.SetAction(parsed => ErrorReport.Guard(host, () =>
        {
            var name = parsed.GetRequiredValue(format);
            var file = parsed.GetValue(output);
            if (name == "parquet" && file is null) throw CliException.Usage("parquet is written into a file: add -o events.parquet");
            using var ledger = o.Open(parsed);
            var query = WhereClause.Apply(o.Query(parsed, ledger), parsed.GetValue(where) ?? [], ledger) with { Order = Ledger.EventOrder.OldestFirst };
            if (name is "gold" or "training") query = query with { IncludeRejected = true };
            var records = ExportRecord.Read(ledger, query);
            if (file is null)
            {
                Formats[name](host.StandardOutput, records);
                return ExitCodes.Ok;
            }
            // Written beside and moved into place, so that a cut-off export leaves no half file.
            var partial = file + ".partial";
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite)) Formats[name](stream, records);
            File.Move(partial, file, overwrite: true);
            return ExitCodes.Ok;
        }));
        return verb;
    }
}
