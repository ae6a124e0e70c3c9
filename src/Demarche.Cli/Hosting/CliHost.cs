using Spectre.Console;

namespace Demarche.Cli.Hosting;

/// <summary>
/// What a verb needs of the world: streams, consoles and the engine. Tests inject their own; the program uses <see cref="Create"/>.
/// </summary>
public sealed class CliHost
{
    public required Stream StandardInput { get; init; }

    /// <summary>Where machine-readable output goes. People's output goes to <see cref="Console"/>; a verb uses one of the two.</summary>
    public required Stream StandardOutput { get; init; }

    /// <summary>Standard output for people: colours and width of the terminal, plain text elsewhere.</summary>
    public required IAnsiConsole Console { get; init; }

    /// <summary>Standard error: problems and progress.</summary>
    public required IAnsiConsole ErrorConsole { get; init; }

    public required IEngineLoader Engines { get; init; }

    /// <summary>True where standard error is a terminal, so that progress may be drawn.</summary>
    public bool CanShowProgress { get; init; }

    /// <summary>True where standard output is a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    public static CliHost Create()
    {
        var output = System.Console.OpenStandardOutput();
        return new CliHost
        {
            StandardInput = System.Console.OpenStandardInput(),
            StandardOutput = output,
            Console = Consoles.For(new StreamWriter(output, Consoles.Utf8) { AutoFlush = false }, System.Console.IsOutputRedirected),
            ErrorConsole = Consoles.For(new StreamWriter(System.Console.OpenStandardError(), Consoles.Utf8) { AutoFlush = true }, System.Console.IsErrorRedirected),
            Engines = new ShippedEngines(),
            CanShowProgress = !System.Console.IsErrorRedirected,
            OutputIsTerminal = !System.Console.IsOutputRedirected,
        };
    }

    /// <summary>Writes one problem as one line on standard error.</summary>
    public void Problem(string message)
    {
        ErrorConsole.Profile.Out.Writer.WriteLine($"demarche: {message.ReplaceLineEndings(" ")}");
        ErrorConsole.Profile.Out.Writer.Flush();
    }
}
