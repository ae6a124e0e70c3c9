using Demarche.Cli.Hosting;
using Xunit;

namespace Demarche.Cli.Tests;

public sealed class LearnCommandTests
{
    private const string Line = """{"id":"r1","date":"1985-05-02","text":"Swiss foreign minister Aldo Quintavalle-Brunner opened the talks."}""";

    [Fact]
    public void ProposesAnOverlayWithEvidence()
    {
        var run = CliRun.Of(["knowledge", "learn", Corpus(Line), "--least", "1", "--quiet"]);
        Assert.Equal(ExitCodes.Ok, run.ExitCode);
        Assert.Contains("person aldo-quintavalle-brunner", run.People);
        Assert.Contains("role CHE foreign-minister 1985-05-02..1985-05-03", run.People);
        Assert.Contains("see r1", run.People);
    }

    [Fact]
    public void SeenOnceIsNotEnoughByItself()
    {
        var run = CliRun.Of(["knowledge", "learn", Corpus(Line), "--quiet"]);
        Assert.Equal(ExitCodes.Ok, run.ExitCode);
        Assert.DoesNotContain("person ", run.People);
    }

    [Fact]
    public void AMissingCorpusAndAWrongNumberAreNamed()
    {
        Assert.Equal(ExitCodes.NoInput, CliRun.Of(["knowledge", "learn", "no-such-corpus.jsonl"]).ExitCode);
        Assert.Equal(ExitCodes.Usage, CliRun.Of(["knowledge", "learn", Corpus(Line), "--least", "0"]).ExitCode);
    }

    private static string Corpus(string line)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("learn").FullName, "corpus.jsonl");
        File.WriteAllText(file, line + "\n");
        return file;
    }
}
