using System.CommandLine;
using System.Globalization;
using Demarche.Intake;

namespace Demarche.Cli.Hosting;

/// <summary>Options that several verbs have in common, with one wording. Each verb makes its own set and adds what it uses.</summary>
public sealed class SharedOptions
{
    public Argument<string[]> Inputs { get; } = new("INPUT")
    {
        Description = "Files, folders, globs, addresses, or - for standard input: text, JSONL, pages, PDF, mail, feeds, tables, archives.",
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

    public Option<double> Least { get; } = new("--least")
    {
        Description = "Leave out events less sure than this, 0 to 1. Of a dated report the surest event is told from 0.6 unless this asks for less.",
        HelpName = "CONFIDENCE",
    };

    public Option<bool> Explain { get; } = new("--explain") { Description = "Also tell which steps and which frame made each event." };

    public Option<string[]> Columns { get; } = new("--column")
    {
        Description = "Which column or JSON field holds a part, as PART=NAME; parts: id, date, text, title, publisher, url, language.",
        HelpName = "PART=NAME",
    };

    public Option<bool> AllowPrivate { get; } = new("--allow-private") { Description = "Allow addresses of this machine and of private networks." };

    public SharedOptions()
    {
        Columns.Validators.Add(r =>
        {
            foreach (var t in r.Tokens)
                if (t.Value.Split('=', 2) is not [var part, { Length: > 0 }] || Mapped(new ColumnMapping(), part, "") is null)
                    r.AddError($"--column takes PART=NAME with a part of id, date, text, title, publisher, url, language, not '{t.Value}'");
        });
        Inputs.Validators.Add(r =>
        {
            foreach (var t in r.Tokens.Where(t => t.Value.Length > 1 && t.Value[0] == '-' && !File.Exists(t.Value)))
                r.AddError($"there is no option '{t.Value}'");
        });
        Least.Validators.Add(r =>
        {
            if (r.Tokens.Count == 1 && (!double.TryParse(r.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var p) || p is < 0 or > 1 or double.NaN))
                r.AddError($"--least takes a number from 0 to 1, not '{r.Tokens[0].Value}'");
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
        new(parsed.GetValue(Knowledge), explain, !parsed.GetValue(NoLearned), parsed.GetValue(Least));

    public IntakeOptions Intake(ParseResult parsed) => new()
    {
        From = parsed.GetValue(From),
        Strict = parsed.GetValue(Strict),
        Date = parsed.GetValue(Date),
        AllowPrivate = parsed.GetValue(AllowPrivate),
        Columns = (parsed.GetValue(Columns) ?? []).Select(c => c.Split('=', 2))
            .Aggregate(new ColumnMapping(), (columns, c) => Mapped(columns, c[0], c[1]) ?? columns),
    };

    private static ColumnMapping? Mapped(ColumnMapping columns, string part, string name) => part switch
    {
        "id" => columns with { Id = name },
        "date" => columns with { Date = name },
        "text" => columns with { Text = name },
        "title" => columns with { Title = name },
        "publisher" => columns with { Publisher = name },
        "url" => columns with { Url = name },
        "language" => columns with { Language = name },
        _ => null,
    };

    private static DateOnly? ParseDate(string text, Action<string> error)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        error($"'{text}' is not a day: write it as 2021-10-18");
        return null;
    }
}
