using System.Buffers;
using System.CommandLine;
using Demarche.Cli.Hosting;
using Demarche.Cli.Output;
using Demarche.Intake;

namespace Demarche.Cli.Commands;

/// <summary><c>annotate</c>: one layer of what was read: trees, times, claims, actors, places or measures.</summary>
public static class AnnotateCommand
{
    private static readonly string[] Layers = ["conllu", "times", "claims", "actors", "places", "measures"];

    public static Command Create(CliHost host)
    {
        var shared = new SharedOptions();
        var layer = new Option<string>("--layer") { Description = "Which layer to write.", Required = true };
        layer.AcceptOnlyFromAmong(Layers);
        var perLine = new Option<bool>("--sentence-per-line") { Description = "For conllu: each line of the text is one sentence." };
        var verb = SharedOptions.With(
            new Command("annotate", Examples.With(
                "Writes one layer of what was read: CoNLL-U trees, or one JSON object a line.",
                "demarche annotate article.txt --layer conllu", "demarche annotate sentences.txt --layer conllu --sentence-per-line", "demarche annotate news.jsonl --layer measures")),
            shared.Inputs, layer, perLine, shared.Threads, shared.Date, shared.From, shared.Columns, shared.AllowPrivate, shared.Knowledge, shared.NoLearned, shared.Strict, shared.Quiet);
        // Not on the caller's thread: only then does Ctrl-C reach the cancellation token.
        verb.SetAction((parsed, cancel) => Task.Run(() => ErrorReport.Guard(host, () =>
        {
            var name = parsed.GetRequiredValue(layer);
            if (parsed.GetValue(perLine) && name != "conllu") throw CliException.Usage("--sentence-per-line goes with --layer conllu only");
            var inputs = parsed.GetRequiredValue(shared.Inputs);
            var reading = new InputReading(host, inputs, shared.Intake(parsed));
            var run = new LineRun(host, inputs, reading) { Threads = parsed.GetValue(shared.Threads), Quiet = parsed.GetValue(shared.Quiet) };
            run.Execute(Workers(host, name, parsed.GetValue(perLine), shared.Engine(parsed)), cancel);
            return reading.ExitCode();
        }), CancellationToken.None));
        return verb;
    }

    private static Func<OrderedPipeline<IntakeDocument>.Worker> Workers(CliHost host, string layer, bool perLine, EngineOptions engine)
    {
        if (layer == "conllu")
        {
            var parser = perLine ? host.Engines.LoadLineParser() : host.Engines.LoadParser();
            return () => new ConlluWorker(parser);
        }
        var coder = host.Engines.LoadCoder(engine);
        return () => new LayerLineWorker(coder, layer);
    }
}
