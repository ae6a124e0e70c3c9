using System.Globalization;
using Demarche.Cli.Hosting;
using Demarche.Language;
using Demarche.Ledger;
using Spectre.Console;

namespace Demarche.Cli.LedgerViews;

/// <summary>Progress of an ingest on standard error, drawn only on a terminal: share of the input, rate and remaining time.</summary>
internal sealed class IngestProgressView : IProgress<IngestProgress>
{
    private readonly ProgressTask? _task;
    private long _bytes;

    private IngestProgressView(ProgressTask? task) => _task = task;

    public static void Show(CliHost host, bool quiet, long? total, Action<IngestProgressView> run)
    {
        if (quiet || !host.CanShowProgress)
        {
            run(new IngestProgressView(null));
            return;
        }
        host.ErrorConsole.Progress().AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                var task = context.AddTask("documents", maxValue: total ?? 1);
                task.IsIndeterminate = total is null;
                run(new IngestProgressView(task));
                task.Value = task.MaxValue;
            });
    }

    /// <summary>Counts what is read on its way.</summary>
    public Document Count(Document document, long bytes)
    {
        Interlocked.Add(ref _bytes, bytes);
        return document;
    }

    public void Report(IngestProgress value)
    {
        if (_task is null) return;
        if (!_task.IsIndeterminate) _task.Value = Math.Min(Interlocked.Read(ref _bytes), _task.MaxValue * 0.999);
        _task.Description = string.Create(CultureInfo.InvariantCulture, $"{value.Done:N0} documents, {value.Rate:N0} a second");
    }
}
