using System.CommandLine;
using System.Text.Json;
using Demarche.Cli.Hosting;
using Demarche.Cli.Output;
using Demarche.Cli.Reading;
using Demarche.Formats.Json;
using Spectre.Console;

namespace Demarche.Cli.Commands;

/// <summary><c>read</c>: the record of a report, for people or as JSON.</summary>
public static class ReadCommand
{
    public static Command Create(CliHost host)
    {
        var shared = new SharedOptions();
        var asJson = new Option<bool>("--json") { Description = "Write the record as JSON instead." };
        var textOnly = new Option<bool>("--text-only") { Description = "Write what was read and code nothing: the text, or with --json {id, title, date, publisher, text} a line." };
        var verb = SharedOptions.With(
            new Command("read", Examples.With(
                "Prints the record of a report: who did what to whom, when, where and on whose word, each line cited.",
                "demarche read samples/expulsion.txt", "demarche read article.txt --date 2021-10-18 --explain", "demarche read - --json < article.txt")),
            shared.Inputs, asJson, textOnly, shared.Explain, shared.Date, shared.From, shared.Columns, shared.AllowPrivate, shared.Knowledge, shared.NoLearned, shared.Strict);
        verb.SetAction(parsed => ErrorReport.Guard(host, () =>
        {
            if (parsed.GetValue(textOnly))
                return TextOutput.Write(host, parsed.GetRequiredValue(shared.Inputs), shared.Intake(parsed), parsed.GetValue(asJson));
            var explain = parsed.GetValue(shared.Explain);
            var reading = new InputReading(host, parsed.GetRequiredValue(shared.Inputs), shared.Intake(parsed));
            var coder = new Lazy<Coding.IDocumentCoder>(() => host.Engines.LoadCoder(shared.Engine(parsed, explain)));
            var json = parsed.GetValue(asJson) ? new Utf8JsonWriter(host.StandardOutput, JsonOutput.Indented) : null;
            var first = true;
            foreach (var input in reading.Read())
            {
                var coded = EventLineWorker.Coded(coder.Value, input.Document);
                if (json is not null)
                {
                    DocumentJson.Write(json, coded, explain);
                    json.Flush();
                    json.Reset();
                    host.StandardOutput.Write("\n"u8);
                    continue;
                }
                if (!first) host.Console.WriteLine();
                first = false;
                var name = input.Input == "-" ? "standard input" : Path.GetFileName(input.Input);
                if (input.Line is { } line) name = $"{name}:{line}";
                foreach (var part in RecordView.Of(coded, name, explain)) host.Console.Write(part);
            }
            return reading.ExitCode();
        }));
        return verb;
    }
}
