using Demarche.Knowledge;
using Demarche.Language.Models;
using Demarche.Ledger;
using Demarche.Web.Hosting;

namespace Demarche.Cli.Hosting;

/// <summary>Runs a verb and turns whatever ends it into one line and an exit code.</summary>
public static class ErrorReport
{
    public static int Guard(CliHost host, Func<int> run)
    {
        try
        {
            var code = run();
            host.Console.Profile.Out.Writer.Flush();
            host.StandardOutput.Flush();
            return code;
        }
        catch (Exception e) when (Describe(Unwrap(e)) is { } told)
        {
            if (told.Message is not null) host.Problem(told.Message);
            return told.ExitCode;
        }
    }

    private static Exception Unwrap(Exception e) => e is AggregateException { InnerException: { } inner } ? inner : e;

    /// <summary>Message and exit code; a message of null ends quietly.</summary>
    private static (string? Message, int ExitCode)? Describe(Exception e) => e switch
    {
        CliException x => (x.Message, x.ExitCode),
        OperationCanceledException => ("interrupted", ExitCodes.Interrupted),
        ModelException x => (x.Message, ExitCodes.Software),
        KnowledgeException x => (x.Message, x.IsUsersData ? ExitCodes.Data : ExitCodes.Software),
        LedgerException x => (x.Message, ExitOf(x.Fault)),
        DocumentCodingException x => (x.Message, ExitCodes.Software),
        DeskException x => (x.Message, ExitCodes.Usage),
        IOException x when IsClosedPipe(x) => (null, ExitCodes.Ok),
        IOException x when IsFull(x) => ("output: no space left on the device: free some space or write elsewhere", ExitCodes.Software),
        IOException x => ($"{x.Message}", ExitCodes.Software),
        UnauthorizedAccessException x => ($"{x.Message}: check the permissions", ExitCodes.Software),
        // Any other exception is a bug of ours: say so with its place, under the code for that.
        _ => ($"internal error: {e.GetType().Name}: {e.Message} ({Place(e)}); please report it with the input that caused it", ExitCodes.Software),
    };

    private static int ExitOf(LedgerFault fault) => fault switch
    {
        LedgerFault.Missing => ExitCodes.NoInput,
        LedgerFault.NotALedger or LedgerFault.NewerVersion or LedgerFault.Damaged => ExitCodes.Data,
        LedgerFault.BadCorrection => ExitCodes.Usage,
        _ => ExitCodes.Software,
    };

    /// <summary>The reader of our output has gone (<c>demarche code … | head</c>): nothing is left to do.</summary>
    private static bool IsClosedPipe(IOException e) => (e.HResult & 0xFFFF) is 32 or 109 or 232 || e.Message.Contains("Broken pipe", StringComparison.Ordinal);

    private static bool IsFull(IOException e) => (e.HResult & 0xFFFF) is 28 or 112 or 39 || e.Message.Contains("No space left", StringComparison.Ordinal);

    /// <summary>The topmost place of ours in the exception's trace.</summary>
    internal static string Place(Exception e) =>
        e.StackTrace?.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Contains("Demarche", StringComparison.Ordinal)) ?? "no place known";
}
