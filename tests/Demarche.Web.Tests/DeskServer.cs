using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Demarche.Web.Tests;

/// <summary>The real program serving a ledger, as a user starts it, on a free port.</summary>
public sealed partial class DeskServer : IAsyncDisposable
{
    private readonly Process _process;

    private DeskServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The program as built beside the tests' configuration.</summary>
    private static string Program { get; } =
        Path.Combine(RepositoryRoot, "src", "Demarche.Cli", "bin", ConfigurationOf(AppContext.BaseDirectory), "net10.0", "demarche.dll");

    /// <summary>The program's list of assets.</summary>
    public static string AssetsManifest => Path.ChangeExtension(Program, ".staticwebassets.endpoints.json");

    public static async Task<DeskServer> StartAsync(string ledger, params string[] options)
    {
        var process = Start(["serve", "--ledger", ledger, "--port", "0", .. options]);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            if (AddressLine().Match(line) is { Success: true } m) return new DeskServer(process, new Uri(m.Value));
        throw new InvalidOperationException($"the desk did not start: {await process.StandardError.ReadToEndAsync(limit.Token)}");
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"demarche {string.Join(' ', arguments)}: {await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static string ConfigurationOf(string folder) =>
        folder.Contains($"{Path.DirectorySeparatorChar}Debug{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Debug" : "Release";

    private static string FindRoot()
    {
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "Demarche.slnx"))) return d.FullName;
        throw new InvalidOperationException("the repository's root is above no folder of the tests");
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex AddressLine();
}
