using System.CommandLine;
using Demarche.Cli.Hosting;
using Demarche.Cli.Output;
using Demarche.Cli.Reading;

namespace Demarche.Cli.Commands;

/// <summary><c>explain</c>: sentence by sentence, what was found and how each event came about.</summary>
public static class ExplainCommand
{
    public static Command Create(CliHost host)
    {
        var shared = new SharedOptions();
        var sentence = new Option<int?>("--sentence") { Description = "Only this sentence, from 1.", HelpName = "N" };
        var verb = SharedOptions.With(
            new Command("explain", Examples.With(
                "Goes through a report sentence by sentence: actors, times, places and claims found, and how each event came about.",
                "demarche explain samples/expulsion.txt", "demarche explain article.txt --sentence 3")),
            shared.Inputs, sentence, shared.Date, shared.From, shared.Columns, shared.AllowPrivate, shared.Knowledge, shared.NoLearned, shared.Strict);
        verb.SetAction(parsed => ErrorReport.Guard(host, () =>
        {
            var reading = new InputReading(host, parsed.GetRequiredValue(shared.Inputs), shared.Intake(parsed));
            var parser = host.Engines.LoadParser();
            var coder = host.Engines.LoadCoder(shared.Engine(parsed, explain: true));
            foreach (var input in reading.Read())
            {
                var coded = EventLineWorker.Coded(coder, input.Document);
                var sentences = parser.Parse(input.Document).Sentences;
                foreach (var part in ExplanationView.Of(coded, sentences, parsed.GetValue(sentence))) host.Console.Write(part);
            }
            return reading.ExitCode();
        }));
        return verb;
    }
}
