using Demarche.Cli.Hosting;
using Spectre.Console;

namespace Demarche.Cli.Output;

/// <summary>
/// A progress bar on standard error, drawn only where that is a terminal. How much there is to do is the size of the input
/// files; without sizes (standard input) only the counts are shown.
/// </summary>
internal static class ProgressDisplay
{
    /// <param name="total">Bytes to be read, or null where unknown.</param>
    /// <param name="run">Given an action to be told (documents, bytes read) as work goes on.</param>
    public static void Show(CliHost host, bool quiet, long? total, Action<Action<int, long>> run)
    {
        if (quiet || !host.CanShowProgress)
        {
            run(static (_, _) => { });
            return;
        }
        host.ErrorConsole.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                var task = context.AddTask("documents", maxValue: total ?? 1);
                task.IsIndeterminate = total is null;
                var documents = 0;
                run((count, bytes) =>
                {
                    documents += count;
                    task.Value = Math.Min(task.Value + bytes, task.MaxValue * 0.999);
                    task.Description = $"{documents:N0} documents";
                });
                task.Value = task.MaxValue;
            });
    }
}
