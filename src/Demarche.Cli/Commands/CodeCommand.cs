using System.CommandLine;
using System.Diagnostics;
using Demarche.Cli.Hosting;
using Demarche.Cli.Output;

namespace Demarche.Cli.Commands;

/// <summary><c>code</c>: events of many documents, one a line, in the order of the input whatever the number of threads.</summary>
public static class CodeCommand
{
    public static Command Create(CliHost host)
    {
        var shared = new SharedOptions();
        var format = new Option<string>("--format") { Description = "Output format.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        var output = new Option<string?>("--output", "-o") { Description = "Write into a file instead of standard output.", HelpName = "FILE" };
        var verb = SharedOptions.With(
            new Command("code", Examples.With(
                "Codes documents into events, one JSON object a line.",
                "demarche code news.jsonl --format jsonl > events.jsonl", "demarche code reports/ 'archive/**/*.txt' -o events.jsonl --threads 4", "demarche code news.jsonl --least 0.8 > surer.jsonl", "cat news.jsonl | demarche code - --quiet | jq .event.cameo")),
            shared.Inputs, format, output, shared.Threads, shared.Explain, shared.Date, shared.From, shared.Columns, shared.AllowPrivate, shared.Knowledge, shared.NoLearned, shared.Least,
            shared.Strict, shared.Quiet);
        // Not on the caller's thread: only then does Ctrl-C reach the cancellation token.
        verb.SetAction((parsed, cancel) => Task.Run(() => ErrorReport.Guard(host, () =>
        {
            var explain = parsed.GetValue(shared.Explain);
            var inputs = parsed.GetRequiredValue(shared.Inputs);
            var reading = new InputReading(host, inputs, shared.Intake(parsed));
            var coder = host.Engines.LoadCoder(shared.Engine(parsed, explain));
            var counts = new CodeCounts();
            var run = new LineRun(host, inputs, reading)
            {
                Threads = parsed.GetValue(shared.Threads),
                Quiet = parsed.GetValue(shared.Quiet),
                OutputFile = parsed.GetValue(output),
            };
            var clock = Stopwatch.StartNew();
            run.Execute(() => new EventLineWorker(coder, counts, explain), cancel);
            if (!parsed.GetValue(shared.Quiet)) Summarize(host, reading, counts, clock.Elapsed);
            return reading.ExitCode();
        }), CancellationToken.None));
        return verb;
    }

    private static void Summarize(CliHost host, InputReading reading, CodeCounts counts, TimeSpan time)
    {
        var problems = reading.Problems > 0 ? $", {reading.Problems:N0} not read" : "";
        host.Problem(FormattableString.Invariant(
            $"{reading.Documents:N0} documents{problems}, {counts.Sentences:N0} sentences, {counts.Events:N0} events in {time.TotalSeconds:N1} s"));
    }
}
