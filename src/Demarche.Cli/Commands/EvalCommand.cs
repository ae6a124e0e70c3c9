using System.CommandLine;
using Demarche.Cli.Evaluation;
using Demarche.Cli.Hosting;
using Demarche.Cli.Output;
using Demarche.Coding;
using Demarche.Language;

namespace Demarche.Cli.Commands;

/// <summary><c>eval</c>: codes gold sentences and scores the events.</summary>
public static class EvalCommand
{
    public static Command Create(CliHost host)
    {
        var shared = new SharedOptions();
        var gold = new Argument<string>("GOLD") { Description = "Gold sentences, JSONL: id, text, and plover15, cameo, or gsr_type with src and tgt." };
        var negatives = new Option<string?>("--negatives") { Description = "Reports without a political event, JSONL: how many are given one?", HelpName = "FILE" };
        var worst = new Option<int>("--worst") { Description = "How many wrong cases to show, the surest first.", HelpName = "N", DefaultValueFactory = _ => 10 };
        var verb = SharedOptions.With(
            new Command("eval", Examples.With(
                "Codes gold sentences and scores the events: classes, countries, CAMEO codes, what is taken for what, the worst cases.",
                "demarche eval gold.jsonl", "demarche eval gold.jsonl --negatives sport.jsonl --worst 30")),
            gold, negatives, worst, shared.Threads, shared.Knowledge, shared.NoLearned);
        verb.SetAction(parsed => ErrorReport.Guard(host, () =>
        {
            var sentences = GoldSentence.Read(parsed.GetRequiredValue(gold));
            var neutral = parsed.GetValue(negatives) is { } path ? GoldSentence.Read(path) : null;
            var coder = host.Engines.LoadCoder(shared.Engine(parsed));
            var threads = parsed.GetValue(shared.Threads);
            var rows = sentences.Zip(Code(coder, sentences, threads)).ToList();
            var scores = new EventScores(rows);
            var report = new ScoreReport(host.Console);
            report.Figures(scores);
            report.Confusion(scores);
            report.Worst(rows, parsed.GetValue(worst));
            foreach (var (name, right, of) in scores.Main) report.Line($"{name}: {right} of {of} right");
            report.Line($"sentences with an event: {rows.Count(r => r.Second.Count > 0)} of {rows.Count}, events: {rows.Sum(r => r.Second.Count)}");
            double? alarms = null;
            if (neutral is { Count: > 0 })
            {
                var n = Code(coder, neutral, threads).Count(events => events.Any(e => EventClasses.Type(e) is not null));
                alarms = (double)n / neutral.Count;
                report.Line($"neutral reports given an event: {n} of {neutral.Count}");
            }
            report.Json(scores, alarms);
            return ExitCodes.Ok;
        }));
        return verb;
    }

    private static IReadOnlyList<EventMention>[] Code(IDocumentCoder coder, List<GoldSentence> sentences, int threads)
    {
        var events = new IReadOnlyList<EventMention>[sentences.Count];
        Parallel.For(0, sentences.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
            events[i] = EventLineWorker.Coded(coder, new Document(sentences[i].Id, sentences[i].Text) { Date = sentences[i].Date }).Events);
        return events;
    }
}
