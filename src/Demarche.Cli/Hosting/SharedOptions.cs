using System.CommandLine;
using System.Globalization;
using Demarche.Intake;

namespace Demarche.Cli.Hosting;

/// <summary>Options that several verbs have in common, with one wording. Each verb makes its own set and adds what it uses.</summary>
public sealed class SharedOptions
{
    public Argument<string[]> Inputs { get; } = new("INPUT")
    {
        Description = "Files, folders, globs, or - for standard input: text, or JSONL with id, date and text.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<string?> From { get; } = new("--from")
    {
        Description = $"Kind of the input, where it shall not be recognised: {string.Join(", ", InputKinds.Names)}.",
        HelpName = "KIND",
    };

    public Option<DateOnly?> Date { get; } = new("--date")
    {
        Description = "Day of publication (2021-10-18) of documents that state none.",
        HelpName = "DATE",
        CustomParser = r => ParseDate(r.Tokens.Count > 0 ? r.Tokens[0].Value : "", r.AddError),
    };

    public Option<string?> Knowledge { get; } = new("--knowledge")
    {
        Description = "Your own knowledge folder, laid over the one that comes with the program.",
        HelpName = "DIR",
    };

    public Option<int> Threads { get; } = new("--threads")
    {
        Description = "Threads that code; the output is the same whatever their number.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress and no summary on standard error." };

    public Option<bool> Strict { get; } = new("--strict") { Description = "Stop at the first bad input instead of listing it and going on." };

    public Option<bool> NoLearned { get; } = new("--no-learned") { Description = "Leave out the learnt scorer: frames alone decide." };

    public Option<bool> Explain { get; } = new("--explain") { Description = "Also tell which steps and which frame made each event." };

    public SharedOptions()
    {
        Inputs.Validators.Add(r =>
        {
            foreach (var t in r.Tokens.Where(t => t.Value.Length > 1 && t.Value[0] == '-' && !File.Exists(t.Value)))
                r.AddError($"there is no option '{t.Value}'");
        });
        Threads.Validators.Add(r =>
        {
            if (r.Tokens.Count == 1 && (!int.TryParse(r.Tokens[0].Value, out var n) || n is < 1 or > 1024))
                r.AddError($"--threads takes a number from 1 to 1024, not '{r.Tokens[0].Value}'");
        });
    }

    /// <summary>Adds the options to a verb and gives the verb back.</summary>
    public static Command With(Command verb, params Symbol[] symbols)
    {
        foreach (var s in symbols)
        {
            if (s is Argument a) verb.Add(a);
            else if (s is Option o) verb.Add(o);
        }
        return verb;
    }

    public EngineOptions Engine(ParseResult parsed, bool explain = false) =>
        new(parsed.GetValue(Knowledge), explain, !parsed.GetValue(NoLearned));

    public IntakeOptions Intake(ParseResult parsed) => new()
    {
        From = parsed.GetValue(From),
        Strict = parsed.GetValue(Strict),
        Date = parsed.GetValue(Date),
    };

    private static DateOnly? ParseDate(string text, Action<string> error)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        error($"'{text}' is not a day: write it as 2021-10-18");
        return null;
    }
}
