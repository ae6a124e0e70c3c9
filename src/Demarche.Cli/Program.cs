using Demarche.Cli;
using Demarche.Cli.Hosting;

var host = CliHost.Create();
var code = CommandTree.Run(host, args);
return ErrorReport.Guard(host, () => code);
