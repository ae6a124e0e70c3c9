using Demarche.Cli.Hosting;
using Demarche.Intake;

namespace Demarche.Cli.Output;

/// <summary>One run of a verb that turns documents into lines: the ordered pipeline, its progress bar and its output.</summary>
internal sealed class LineRun(CliHost host, IReadOnlyList<string> inputs, InputReading reading)
{
    public required int Threads { get; init; }

    public required bool Quiet { get; init; }

    /// <summary>File to write; null for standard output.</summary>
    public string? OutputFile { get; init; }

    public void Execute(Func<OrderedPipeline<IntakeDocument>.Worker> worker, CancellationToken cancel)
    {
        var file = OutputFile is null ? null : Create(OutputFile);
        try
        {
            var pipeline = new OrderedPipeline<IntakeDocument>(Threads, worker);
            // On a terminal the lines themselves show how far it is.
            ProgressDisplay.Show(host, Quiet || (file is null && host.OutputIsTerminal), InputSize.Of(inputs), told =>
                pipeline.Run(Counted(told), file ?? host.StandardOutput, null, cancel));
        }
        finally
        {
            file?.Dispose();
        }
    }

    private IEnumerable<IntakeDocument> Counted(Action<int, long> told)
    {
        var documents = 0;
        var bytes = 0L;
        foreach (var d in reading.Read())
        {
            yield return d;
            documents++;
            bytes += InputSize.Estimate(d);
            if (documents < 64) continue;
            told(documents, bytes);
            (documents, bytes) = (0, 0);
        }
        told(documents, bytes);
    }

    private static FileStream Create(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 64 << 10);
        }
        catch (Exception e) when (e is DirectoryNotFoundException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw CliException.Usage($"cannot write {path}: {e.Message}");
        }
    }
}
