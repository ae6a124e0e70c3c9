using System.Collections.Immutable;
using System.CommandLine;
using Demarche.Cli.Hosting;
using Demarche.Formats.Ledger;
using Demarche.Ledger;

namespace Demarche.Cli.Commands;

/// <summary><c>correct</c>: what a person says of the record.</summary>
public static class CorrectCommand
{
    public static Command Create(CliHost host)
    {
        var verb = new Command("correct", Examples.With(
            "Accepts, rejects, edits, merges or splits events. Corrections are only ever added, and hold after re-coding.",
            "demarche correct accept 9f2c41d0aa31b7e5 --author ana", "demarche correct edit 9f2c41d0aa31b7e5 --set count=8 --set day=2021-10-06 --author ana",
            "demarche correct merge 9f2c41d0aa31b7e5 81b0c7de00f2a914 --author ana", "demarche correct undo 3 --author ana", "demarche correct list --json"));
        verb.Add(One(host, "accept", CorrectionAction.Accept, "The event is right."));
        verb.Add(One(host, "reject", CorrectionAction.Reject, "The event is not one."));
        verb.Add(Edit(host));
        verb.Add(Merge(host));
        verb.Add(Split(host));
        verb.Add(Undo(host));
        verb.Add(List(host));
        return verb;
    }

    private static Command One(CliHost host, string name, CorrectionAction action, string description)
    {
        var ids = new Argument<string[]>("EVENT") { Description = "Ids of events.", Arity = ArgumentArity.OneOrMore };
        return Verb(host, name, description, [ids], parsed => parsed.GetRequiredValue(ids).Select(id => Request(action) with { EventId = id }));
    }

    private static Command Edit(CliHost host)
    {
        var id = new Argument<string>("EVENT") { Description = "Id of the event." };
        var set = new Option<string[]>("--set") { Description = "field=value; source, target, cameo, kind, count, day, status, place or country. An empty value clears it.", Required = true };
        set.Validators.Add(r =>
        {
            foreach (var t in r.Tokens.Where(t => !t.Value.Contains('=', StringComparison.Ordinal))) r.AddError($"--set takes field=value, not '{t.Value}'");
        });
        return Verb(host, "edit", "Sets fields of an event.", [id, set], parsed =>
        [
            Request(CorrectionAction.Edit) with
            {
                EventId = parsed.GetRequiredValue(id),
                Fields = parsed.GetRequiredValue(set).Select(s => s.Split('=', 2)).ToImmutableSortedDictionary(p => p[0].Trim(), p => p[1].Length > 0 ? p[1] : null, StringComparer.Ordinal),
            },
        ]);
    }

    private static Command Merge(CliHost host)
    {
        var ids = new Argument<string[]>("EVENT") { Description = "Ids of the events that are one.", Arity = new ArgumentArity(2, 100) };
        return Verb(host, "merge", "The events are one occurrence.", [ids], parsed =>
            [Request(CorrectionAction.Merge) with { EventId = parsed.GetRequiredValue(ids)[0], Others = [.. parsed.GetRequiredValue(ids).Skip(1)] }]);
    }

    private static Command Split(CliHost host)
    {
        var id = new Argument<string>("EVENT") { Description = "Id of the event." };
        var mentions = new Option<string[]>("--mention") { Description = "Ids of the mentions that are an occurrence of their own.", Required = true, AllowMultipleArgumentsPerToken = true };
        return Verb(host, "split", "Some mentions tell of another occurrence.", [id, mentions], parsed =>
            [Request(CorrectionAction.Split) with { EventId = parsed.GetRequiredValue(id), MentionIds = [.. parsed.GetRequiredValue(mentions)] }]);
    }

    private static Command Undo(CliHost host)
    {
        var number = new Argument<long>("NUMBER") { Description = "Number of the correction." };
        return Verb(host, "undo", "Takes a correction back.", [number], parsed => [Request(CorrectionAction.Undo) with { Undoes = parsed.GetRequiredValue(number) }]);
    }

    private static Command List(CliHost host)
    {
        var o = new LedgerOptions();
        var verb = SharedOptions.With(new Command("list", "All corrections, newest first, as JSON lines."), o.Ledger, o.Json);
        verb.SetAction(parsed => ErrorReport.Guard(host, () =>
        {
            using var ledger = o.Open(parsed);
            LedgerOptions.Lines(host, ledger.Corrections(), RecordJson.Write);
            return ExitCodes.Ok;
        }));
        return verb;
    }

    private static CorrectionRequest Request(CorrectionAction action) => new(action, "");

    private static Command Verb(CliHost host, string name, string description, Symbol[] symbols, Func<ParseResult, IEnumerable<CorrectionRequest>> requests)
    {
        var o = new LedgerOptions();
        var author = new Option<string>("--author") { Description = "Who says so.", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };
        var note = new Option<string?>("--note") { Description = "Why.", HelpName = "TEXT" };
        var verb = SharedOptions.With(new Command(name, description), [.. symbols, o.Ledger, author, note]);
        verb.SetAction(parsed => ErrorReport.Guard(host, () =>
        {
            var corrections = new LedgerCorrections(parsed.GetValue(o.Ledger)!);
            foreach (var request in requests(parsed))
            {
                var done = corrections.Add(request with { Author = parsed.GetValue(author)!, Note = parsed.GetValue(note) });
                host.Console.Write(new Spectre.Console.Text(FormattableString.Invariant(
                    $"correction {done.Number}: {name}{(done.Applied ? "" : ", to be taken up by the ingest that is running")}\n")));
            }
            return ExitCodes.Ok;
        }));
        return verb;
    }
}
