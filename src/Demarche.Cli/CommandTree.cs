using System.CommandLine;

namespace Demarche.Cli;

/// <summary>The verbs of <c>demarche</c>. Each verb is a class of its own; this file only lists them.</summary>
public static class CommandTree
{
    public static RootCommand Build() =>
        new("Reads the news and keeps the record: who did what to whom, when, where, and on whose word.");
}
