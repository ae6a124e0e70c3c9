using System.CommandLine;
using System.Globalization;
using Demarche.Cli.Hosting;
using Demarche.Intake;
using Demarche.Intake.Feeds;

namespace Demarche.Cli.Commands;

/// <summary><c>watch</c>: reads feeds, once or again and again, and keeps every article once.</summary>
public static class WatchCommand
{
    public static Command Create(CliHost host)
    {
        var feeds = new Argument<string>("FEEDS") { Description = "OPML file, or a text file with a feed's address a line." };
        var every = new Option<TimeSpan>("--every")
        {
            Description = "Time between two rounds: 90s, 10m, 2h.",
            HelpName = "TIME",
            DefaultValueFactory = _ => TimeSpan.FromMinutes(10),
            CustomParser = r => ParseTime(r.Tokens[0].Value, r.AddError),
        };
        var once = new Option<bool>("--once") { Description = "One round, then end." };
        var state = new Option<string?>("--state") { Description = "File that remembers what was read (FEEDS with .watch added).", HelpName = "FILE" };
        var output = new Option<string?>("--out") { Description = "Append the articles to this JSONL file; without it they are written to standard output.", HelpName = "FILE" };
        var feedText = new Option<bool>("--feed-text") { Description = "Take the text in the feeds and fetch no pages." };
        var allowPrivate = new Option<bool>("--allow-private") { Description = "Allow addresses of this machine and of private networks." };
        var pace = new Option<TimeSpan>("--pace")
        {
            Description = "Least time between two requests to one host.",
            HelpName = "TIME",
            DefaultValueFactory = _ => TimeSpan.FromSeconds(1),
            CustomParser = r => ParseTime(r.Tokens[0].Value, r.AddError),
        };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Say nothing of the feeds on standard error." };
        var verb = SharedOptions.With(
            new Command("watch", Examples.With(
                "Reads feeds politely, once or again and again, and keeps every article once.",
                "demarche watch feeds.opml --once --out news.jsonl", "demarche watch feeds.opml --every 10m | demarche code -")),
            feeds, every, once, state, output, feedText, allowPrivate, pace, quiet);
        verb.SetAction((parsed, cancel) => Task.FromResult(ErrorReport.Guard(host, () =>
        {
            var path = parsed.GetRequiredValue(feeds);
            var options = new WatchOptions
            {
                Intake = new IntakeOptions { AllowPrivate = parsed.GetValue(allowPrivate) },
                FetchArticles = !parsed.GetValue(feedText),
                Pace = parsed.GetValue(pace),
            };
            return Watch(
                host, path, parsed.GetValue(state) ?? path + ".watch", parsed.GetValue(output), options,
                parsed.GetValue(once) ? null : parsed.GetValue(every), parsed.GetValue(quiet), cancel).GetAwaiter().GetResult();
        })));
        return verb;
    }

    private static async Task<int> Watch(
        CliHost host, string path, string state, string? output, WatchOptions options, TimeSpan? every, bool quiet, CancellationToken cancel)
    {
        using var store = new WatchStore(state);
        using var watcher = new FeedWatcher(store, options);
        var written = output is null ? store.Articles(0).Select(a => a.Number).LastOrDefault() : 0;
        while (true)
        {
            IReadOnlyList<Uri> feeds;
            try
            {
                feeds = FeedList.Read(path);
            }
            catch (IntakeException e)
            {
                host.Problem($"{path}: {e.Name}: {e.Message}");
                return e.Kind == IntakeFailure.Missing ? ExitCodes.NoInput : ExitCodes.Data;
            }

            var total = 0;
            await watcher.RoundAsync(
                feeds,
                r =>
                {
                    total += r.New;
                    if (!quiet) host.Problem(Line(r));
                },
                cancel).ConfigureAwait(false);
            if (output is not null) WatchJournal.Append(store, output);
            else
                foreach (var (number, document) in store.Articles(written))
                {
                    WatchJournal.Write(host.StandardOutput, document);
                    written = number;
                }
            host.StandardOutput.Flush();
            if (!quiet) host.Problem($"{feeds.Count} feeds, {total} new articles");
            if (every is not { } wait) return ExitCodes.Ok;
            await Task.Delay(wait, cancel).ConfigureAwait(false);
        }
    }

    private static string Line(FeedReport r) => r.Outcome == "read"
        ? FormattableString.Invariant($"{r.Feed}: {r.Items} items, {r.New} new")
            + (r.OtherLanguages > 0 ? FormattableString.Invariant($", {r.OtherLanguages} not in English") : "")
            + (r.Failed > 0 ? FormattableString.Invariant($", {r.Failed} could not be read") : "")
        : $"{r.Feed}: {r.Outcome}{(r.Message is null ? "" : $": {r.Message}")}";

    private static TimeSpan ParseTime(string text, Action<string> error)
    {
        if (text.Length > 1 && double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && n is >= 0 and < 100_000)
        {
            switch (text[^1])
            {
                case 's': return TimeSpan.FromSeconds(n);
                case 'm': return TimeSpan.FromMinutes(n);
                case 'h': return TimeSpan.FromHours(n);
            }
        }

        error($"'{text}' is not a time: write it as 90s, 10m or 2h");
        return TimeSpan.Zero;
    }
}
