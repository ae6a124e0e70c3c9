using System.CommandLine;
using Demarche.Cli.Hosting;
using Demarche.Knowledge;
using Demarche.Knowledge.Artefact;
using Demarche.Knowledge.Import;
using Demarche.Knowledge.Text;

namespace Demarche.Cli.Commands;

/// <summary><c>knowledge</c>: checks the files of an overlay and reads other people's dictionaries.</summary>
public static class KnowledgeCommand
{
    public static Command Create(CliHost host) => new("knowledge", Examples.With(
        "Checks knowledge that you write and imports dictionaries that you have.",
        "demarche knowledge check my-knowledge", "demarche knowledge import Phoenix.agents.txt -o my-knowledge/agents.txt"))
    {
        Check(host),
        Import(host),
        LearnCommand.Create(host),
    };

    private static Command Check(CliHost host)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder with your .txt files." };
        var alone = new Option<bool>("--alone") { Description = "Take it as knowledge by itself, not laid over the built-in one." };
        var verb = new Command("check", Examples.With(
            "Checks a knowledge folder: every fault with line, column and what to do about it.",
            "demarche knowledge check my-knowledge")) { folder, alone };
        verb.SetAction(parsed => ErrorReport.Guard(host, () =>
        {
            var path = parsed.GetRequiredValue(folder);
            if (!Directory.Exists(path)) throw new CliException(ExitCodes.NoInput, $"{path}: no such folder; give one with your .txt files");
            var files = KnowledgeSources.Read(path);
            var below = parsed.GetValue(alone) ? null : ArtefactFile.Read(KnowledgeBase.DefaultPath);
            var diagnostics = new DiagnosticBag();
            KnowledgeCompiler.Compile(KnowledgeSections.All, files, below, diagnostics);
            var found = diagnostics.Sorted().Where(d => !d.File.StartsWith("built-in/", StringComparison.Ordinal)).ToList();
            var output = host.Console.Profile.Out.Writer;
            foreach (var d in found) output.WriteLine(d);
            output.WriteLine(Summary(files.Count, found));
            return found.Any(d => d.Severity == Severity.Error) ? ExitCodes.Data : ExitCodes.Ok;
        }));
        return verb;
    }

    private static Command Import(CliHost host)
    {
        var file = new Argument<string>("FILE") { Description = "A PETRARCH actors or agents file, or CountryInfo." };
        var target = new Option<string?>("--output", "-o") { Description = "Where to write; standard output by default.", HelpName = "FILE" };
        var verb = new Command("import", Examples.With(
            "Turns an actor, agent or country dictionary of PETRARCH into knowledge text, for review and for --knowledge.",
            "demarche knowledge import Phoenix.Countries.actors.txt -o my-knowledge/actors/phoenix.txt")) { file, target };
        verb.SetAction(parsed => ErrorReport.Guard(host, () =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path)) throw new CliException(ExitCodes.NoInput, $"{path}: no such file; give a dictionary to import");
            var knowledge = KnowledgeBase.Load();
            var diagnostics = new DiagnosticBag();
            var text = DictionaryImport.Convert(new SourceFile(path, path, File.ReadAllText(path)), knowledge.Actors.IsState, diagnostics);
            if (parsed.GetValue(target) is { } output)
            {
                if (Path.GetDirectoryName(Path.GetFullPath(output)) is { } parent) Directory.CreateDirectory(parent);
                File.WriteAllText(output, text);
            }
            else
            {
                host.Console.Profile.Out.Writer.Write(text);
            }
            foreach (var d in diagnostics.Sorted()) host.Problem(d.ToString());
            return ExitCodes.Ok;
        }));
        return verb;
    }

    private static string Summary(int files, List<Diagnostic> found)
    {
        var errors = found.Count(d => d.Severity == Severity.Error);
        return $"{files} file{(files == 1 ? "" : "s")}: {errors} error{(errors == 1 ? "" : "s")}, {found.Count - errors} warning{(found.Count - errors == 1 ? "" : "s")}";
    }
}
