using System.CommandLine;
using Demarche.Cli.Hosting;
using Demarche.Cli.Output;
using Demarche.Knowledge;
using Demarche.Knowledge.Learning;

namespace Demarche.Cli.Commands;

/// <summary><c>knowledge learn</c>: what a corpus says of office holders and the knowledge does not hold.</summary>
public static class LearnCommand
{
    public static Command Create(CliHost host)
    {
        var shared = new SharedOptions();
        var least = new Option<int>("--least") { Description = "Propose what was seen at least so often.", DefaultValueFactory = _ => 2, HelpName = "N" };
        least.Validators.Add(r =>
        {
            if (r.Tokens.Count == 1 && (!int.TryParse(r.Tokens[0].Value, out var n) || n < 1)) r.AddError($"--least takes a number from 1 on, not '{r.Tokens[0].Value}'");
        });
        var target = new Option<string?>("--output", "-o") { Description = "Where to write; standard output by default.", HelpName = "FILE" };
        var verb = SharedOptions.With(
            new Command("learn", Examples.With(
                "Proposes persons, roles and names from a corpus, with first and last days, counts and evidence, as overlay text for review.",
                "demarche knowledge learn news.jsonl -o my-knowledge/actors/learnt.txt", "demarche knowledge learn archive/ --least 3")),
            shared.Inputs, least, target, shared.Date, shared.From, shared.Knowledge, shared.Strict, shared.Quiet);
        verb.SetAction(parsed => ErrorReport.Guard(host, () =>
        {
            var folder = parsed.GetValue(shared.Knowledge);
            var actors = KnowledgeBase.Load(overlays: folder is null ? null : [folder]).Actors;
            var reading = new InputReading(host, parsed.GetRequiredValue(shared.Inputs), shared.Intake(parsed));
            var learner = new ActorLearner(actors);
            var undated = 0;
            foreach (var d in reading.Read())
            {
                if (d.Document.Date is { } date) learner.Read(d.Document.Id, d.Document.Text, date);
                else undated++;
            }
            var proposals = learner.Proposals(parsed.GetValue(least));
            Write(host, parsed.GetValue(target), ProposalWriter.Write(proposals, actors));
            if (!parsed.GetValue(shared.Quiet))
                host.Problem(FormattableString.Invariant(
                    $"{reading.Documents:N0} documents, {undated:N0} without a date; {learner.Sightings:N0} office holders named, {learner.Known:N0} known, {learner.Contested:N0} against a known holder; {proposals.Count:N0} proposals"));
            return reading.ExitCode();
        }));
        return verb;
    }

    private static void Write(CliHost host, string? output, string text)
    {
        if (output is null)
        {
            host.Console.Profile.Out.Writer.Write(text);
            return;
        }
        if (Path.GetDirectoryName(Path.GetFullPath(output)) is { } parent) Directory.CreateDirectory(parent);
        File.WriteAllText(output, text);
    }
}
