using System.Text;
using Demarche.Cli.Hosting;
using Spectre.Console.Testing;

namespace Demarche.Cli.Tests;

/// <summary>One run of the program with injected streams, consoles and engine.</summary>
internal sealed class CliRun
{
    private CliRun(int exitCode, byte[] output, string people, string errors)
    {
        ExitCode = exitCode;
        Bytes = output;
        People = people;
        Errors = errors;
    }

    public int ExitCode { get; }

    /// <summary>What machines read.</summary>
    public byte[] Bytes { get; }

    public string Output => Encoding.UTF8.GetString(Bytes);

    /// <summary>What people read.</summary>
    public string People { get; }

    public string Errors { get; }

    public IReadOnlyList<string> ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static CliRun Of(string[] args, string? input = null, IEngineLoader? engines = null, Stream? output = null)
    {
        var bytes = new MemoryStream();
        var people = new TestConsole().Width(100);
        var errors = new TestConsole().Width(200);
        var host = new CliHost
        {
            StandardInput = new MemoryStream(Encoding.UTF8.GetBytes(input ?? "")),
            StandardOutput = output ?? bytes,
            Console = people,
            ErrorConsole = errors,
            Engines = engines ?? new ScriptedEngines(),
        };
        var code = CommandTree.Run(host, args);
        return new CliRun(code, bytes.ToArray(), people.Output, errors.Output);
    }
}
