using Demarche.Cli.Hosting;
using Xunit;

namespace Demarche.Cli.Tests;

public sealed class KnowledgeCommandTests
{
    [Fact]
    public void CheckNamesLineColumnAndRemedy()
    {
        var run = CliRun.Of(["knowledge", "check", Folder("state XXA \"Examplia\"\n  borders: QQQ\n"), "--alone"]);
        Assert.Equal(ExitCodes.Data, run.ExitCode);
        Assert.Contains("(2,12): error KN023", run.People.Replace("\n", ""));
        Assert.Contains("1 file: 1 error, 0 warnings", run.People);
    }

    [Fact]
    public void CheckOfAGoodFolderSaysSo()
    {
        var run = CliRun.Of(["knowledge", "check", Folder("state XXA \"Examplia\"\n  adjectives: Examplian\n")]);
        Assert.Equal(ExitCodes.Ok, run.ExitCode);
        Assert.Contains("1 file: 0 errors, 0 warnings", run.People);
    }

    [Fact]
    public void AMissingFolderAndAMissingFileAreNamed()
    {
        Assert.Equal(ExitCodes.NoInput, CliRun.Of(["knowledge", "check", "no/such/folder"]).ExitCode);
        Assert.Equal(ExitCodes.NoInput, CliRun.Of(["knowledge", "import", "no-such-file.txt"]).ExitCode);
    }

    [Fact]
    public void ImportWritesKnowledgeText()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("import").FullName, "agents.txt");
        File.WriteAllText(file, "HARBOUR_PILOT [~LAB]\n");
        var run = CliRun.Of(["knowledge", "import", file]);
        Assert.Equal(ExitCodes.Ok, run.ExitCode);
        Assert.Contains("nouns: harbour pilot", run.People);
    }

    private static string Folder(string text)
    {
        var folder = Directory.CreateTempSubdirectory("k").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "actors"));
        File.WriteAllText(Path.Combine(folder, "actors", "mine.txt"), text);
        return folder;
    }
}
