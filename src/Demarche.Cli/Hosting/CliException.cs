namespace Demarche.Cli.Hosting;

/// <summary>Ends the program with a one-line message that says what to do, and an exit code.</summary>
public sealed class CliException(int exitCode, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; } = exitCode;

    public static CliException Usage(string message) => new(ExitCodes.Usage, message);
}
