using System.Text.Json;
using Xunit;

namespace Demarche.Cli.Tests;

public sealed class EvalCommandTests : IDisposable
{
    private const string Gold = """
        {"id":"g1","text":"Ruritania expelled 3 diplomats of Freedonia.","plover15":"SANCTION","cameo":"1611","gsr_type":"SANCTION","src":[{"code":"RUR"}],"tgt":[{"code":"FRE"}]}
        {"id":"g2","text":"Freedonia accused Sylvania.","plover15":"REJECT","cameo":"112","gsr_type":"REJECT","src":[{"code":"FRE"}],"tgt":[{"code":"SYL"}]}
        {"id":"g3","text":"It rained.","plover15":"AID"}
        """;

    private readonly string _gold = Path.GetTempFileName();
    private readonly string _neutral = Path.GetTempFileName();

    public EvalCommandTests()
    {
        File.WriteAllText(_gold, Gold);
        File.WriteAllText(_neutral, """{"id":"n1","text":"Ruritania met Sylvania."}""" + "\n" + """{"id":"n2","text":"It rained."}""");
    }

    public void Dispose()
    {
        File.Delete(_gold);
        File.Delete(_neutral);
    }

    [Fact]
    public void Figures_follow_the_public_scorer()
    {
        var run = CliRun.Of(["eval", _gold, "--negatives", _neutral]);
        Assert.Equal(ExitCodes.Ok, run.ExitCode);
        var last = JsonDocument.Parse(run.People.TrimEnd().Split('\n')[^1]).RootElement;
        double Figure(string name) => last.GetProperty(name).GetDouble();
        Assert.Equal(0.4, Figure("plover type (15)"));           // 1 of 2 found right, 3 gold
        Assert.Equal(0.8, Figure("quad class"));                 // accusing and rejecting are both verbal conflict
        Assert.Equal(1, Figure("country dyad"));
        Assert.Equal(0.5, Figure("country dyad + type"));
        Assert.Equal(0.5, Figure("cameo full code"));            // 161 is not 1611
        Assert.Equal(1, Figure("cameo 3-digit"));
        Assert.Equal(0.3333, Figure("main event type"));
        Assert.Equal(0.5, Figure("false alarms"));
    }

    [Fact]
    public void The_report() => Snapshot.Matches("eval", CliRun.Of(["eval", _gold]).People);

    [Fact]
    public void Bad_gold_is_named_by_line()
    {
        File.AppendAllText(_gold, "\n{\"id\":\"g4\"}\n");
        var run = CliRun.Of(["eval", _gold]);
        Assert.Equal(ExitCodes.Data, run.ExitCode);
        Assert.Contains($"{_gold}:4", Assert.Single(run.ErrorLines));
        Assert.Equal(ExitCodes.NoInput, CliRun.Of(["eval", _gold + "-absent"]).ExitCode);
    }
}
