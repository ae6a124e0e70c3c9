using System.CommandLine;
using System.Globalization;
using System.Reflection;
using Demarche.Cli.Hosting;
using Demarche.Cli.LedgerViews;
using Demarche.Cli.Output;
using Demarche.Coding;
using Demarche.Formats.Import;
using Demarche.Ledger;

namespace Demarche.Cli.Commands;

/// <summary><c>ingest</c>: codes documents into a ledger.</summary>
public static class IngestCommand
{
    public static Command Create(CliHost host)
    {
        var shared = new SharedOptions();
        var options = new LedgerOptions();
        shared.Inputs.Arity = ArgumentArity.ZeroOrMore;
        var recode = new Option<bool>("--recode") { Description = "Code again what another version coded; without INPUT, all that is stored. Corrections are kept." };
        var import = new Option<string?>("--import") { Description = $"The input is another system's events: {string.Join(", ", TableImport.Names)}.", HelpName = "TABLE" };
        import.AcceptOnlyFromAmong([.. TableImport.Names]);
        var verb = SharedOptions.With(
            new Command("ingest", Examples.With(
                "Codes documents into a ledger. What is there already is skipped; a run that was cut off is continued by the same command.",
                "demarche ingest news.jsonl --ledger news.ledger", "demarche ingest archive/ --ledger news.ledger --threads 2", "demarche ingest --recode --ledger news.ledger",
                "demarche ingest events.tsv --import icews --ledger old.ledger")),
            shared.Inputs, options.Ledger, recode, import, shared.Threads, shared.Date, shared.From, shared.Columns, shared.AllowPrivate, shared.Knowledge, shared.NoLearned, shared.Strict, shared.Quiet);
        verb.SetAction((parsed, cancel) => Task.FromResult(ErrorReport.Guard(host, () =>
        {
            var inputs = parsed.GetValue(shared.Inputs) ?? [];
            var path = parsed.GetValue(options.Ledger)!;
            var quiet = parsed.GetValue(shared.Quiet);
            if (parsed.GetValue(import) is { } table) return Import(host, table, inputs, path, quiet, cancel);
            if (inputs.Length == 0 && !parsed.GetValue(recode)) throw CliException.Usage("give the documents to ingest, or --recode to code the stored ones again");
            var engine = shared.Engine(parsed);
            var coder = host.Engines.LoadCoder(engine);
            var reprints = new IngestReprints(path);
            var ingest = new LedgerIngest(path, coder, new IngestOptions(Versions(coder.GetType().Name, engine))
            {
                Threads = parsed.GetValue(shared.Threads),
                Recode = parsed.GetValue(recode),
                OriginOf = reprints.OriginOf,
                SignatureOf = reprints.SignatureOf,
            });
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var reading = new InputReading(host, inputs, shared.Intake(parsed));
            IngestProgress done = null!;
            IngestProgressView.Show(host, quiet, InputSize.Of(inputs), view =>
            {
                done = inputs.Length == 0
                    ? ingest.Recode(view, stop.Token)
                    : ingest.Run(reading.Read().Select(d => view.Count(reprints.Seen(d.Document), InputSize.Estimate(d))), view, stop.Token);
            });
            if (!quiet) Summarize(host, done);
            return stop.IsCancellationRequested ? ExitCodes.Interrupted : inputs.Length == 0 ? ExitCodes.Ok : reading.ExitCode();
        })));
        return verb;
    }

    private static int Import(CliHost host, string table, string[] inputs, string path, bool quiet, CancellationToken cancel)
    {
        if (inputs.Length == 0) throw CliException.Usage("give the files to import");
        foreach (var missing in inputs.Where(f => !File.Exists(f))) throw new CliException(ExitCodes.NoInput, $"{missing}: there is no such file");
        var coder = new ImportCoder();
        var ingest = new LedgerIngest(path, coder, new IngestOptions(new CoderVersions($"import {table}", "none", "none")) { Threads = 1 });
        var done = ingest.Run(inputs.SelectMany(f => coder.Documents(table, f)), cancel: cancel);
        if (!quiet) Summarize(host, done);
        return ExitCodes.Ok;
    }

    /// <summary>What codes, by name of the coder, with the hashes of its files.</summary>
    internal static CoderVersions Versions(string coder, EngineOptions engine)
    {
        var program = typeof(IngestCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
        var files = EngineFingerprint.Of(engine.Knowledge);
        return new CoderVersions($"demarche {program}, {coder}{(engine.Learned ? "" : " without the learnt scorer")}", files.Model, files.Knowledge);
    }

    private static void Summarize(CliHost host, IngestProgress p) => host.Problem(string.Create(CultureInfo.InvariantCulture,
        $"{p.Seen:N0} documents: {p.Added:N0} new, {p.Changed:N0} changed, {p.Unchanged:N0} as before; {p.Mentions:N0} mentions of events in {p.Elapsed.TotalSeconds:N1} s"));
}
