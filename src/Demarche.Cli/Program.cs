return Demarche.Cli.CommandTree.Build().Parse(args).Invoke();
