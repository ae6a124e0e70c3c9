using System.CommandLine;
using Demarche.Cli.Commands;
using Demarche.Cli.Hosting;

namespace Demarche.Cli;

/// <summary>The verbs of <c>demarche</c>. Each verb is a class of its own; this file only lists them.</summary>
public static class CommandTree
{
    public static RootCommand Build(CliHost host) =>
        new("Reads the news and keeps the record: who did what to whom, when, where, and on whose word.")
        {
            ReadCommand.Create(host),
            CodeCommand.Create(host),
            AnnotateCommand.Create(host),
            EvalCommand.Create(host),
            ExplainCommand.Create(host),
            WatchCommand.Create(host),
            KnowledgeCommand.Create(host),
            IngestCommand.Create(host),
            EventsCommand.Create(host),
            MeasuresCommand.Create(host),
            LedgerCommand.Create(host),
            ExchangesCommand.Create(host),
            RelationsCommand.Create(host),
            CorrectCommand.Create(host),
            ExportCommand.Create(host),
            ServeCommand.Create(host),
        };

    /// <summary>Parses and runs a command line; wrong ones end with a line that says so and <see cref="ExitCodes.Usage"/>.</summary>
    public static int Run(CliHost host, IReadOnlyList<string> args)
    {
        var tree = Build(host);
        if (args.Count == 0)
        {
            Invoke(host, tree.Parse(["--help"]));
            return ExitCodes.Usage;
        }
        var parsed = tree.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not System.CommandLine.Help.HelpAction)
        {
            foreach (var e in parsed.Errors) host.Problem(e.Message);
            host.Problem($"see: {string.Join(' ', Path(parsed.CommandResult))} --help");
            return ExitCodes.Usage;
        }
        return Invoke(host, parsed);
    }

    private static int Invoke(CliHost host, ParseResult parsed) => parsed.Invoke(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        Output = host.Console.Profile.Out.Writer,
        Error = host.ErrorConsole.Profile.Out.Writer,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(2),
    });

    private static Stack<string> Path(System.CommandLine.Parsing.CommandResult command)
    {
        var names = new Stack<string>();
        for (var c = command; c is not null; c = c.Parent as System.CommandLine.Parsing.CommandResult)
            names.Push(c.Command is RootCommand ? "demarche" : c.Command.Name);
        return names;
    }
}
