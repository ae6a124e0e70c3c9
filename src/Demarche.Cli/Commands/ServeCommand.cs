using System.CommandLine;
using Demarche.Cli.Hosting;
using Demarche.Web.Hosting;

namespace Demarche.Cli.Commands;

/// <summary><c>serve</c>: the desk in a browser, over one ledger.</summary>
public static class ServeCommand
{
    public static Command Create(CliHost host)
    {
        var ledger = new LedgerOptions().Ledger;
        var port = new Option<int>("--port") { Description = "Port to listen on; 0 takes a free one.", HelpName = "N", DefaultValueFactory = _ => 5410 };
        var verb = SharedOptions.With(
            new Command("serve", Examples.With(
                "Opens the desk: the record in a browser, on this machine alone unless told otherwise.",
                "demarche serve", "demarche serve --ledger news.ledger --port 8080")),
            ledger, port);
        verb.SetAction((parsed, cancel) => Task.FromResult(ErrorReport.Guard(host, () =>
        {
            DeskHost.RunAsync(
                new DeskOptions
                {
                    Ledger = parsed.GetValue(ledger)!,
                    Port = parsed.GetValue(port),
                    Versions = () => IngestCommand.Versions(nameof(Coding.EventCoder), new EngineOptions()),
                    Started = address =>
                    {
                        host.Console.Profile.Out.Writer.WriteLine($"Demarche's desk is at {address} (Ctrl-C ends it)");
                        host.Console.Profile.Out.Writer.Flush();
                    },
                },
                cancel).GetAwaiter().GetResult();
            return ExitCodes.Ok;
        })));
        return verb;
    }
}
