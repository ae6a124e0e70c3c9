using System.Text.Json;
using Xunit;

namespace Demarche.Cli.Tests;

public sealed class ReadCommandTests
{
    private const string Report =
        "Ruritania expelled 3 diplomats of Freedonia on Monday. Freedonia accused Sylvania, claimed Ruritania, and nobody at the long table "
        + "in the old customs house by the river, where the delegations had been waiting since the early hours, said a word of comfort, or of "
        + "anything else. Sylvania never met\nRuritania 👍. In 2014 Freedonia met Sylvania.";

    [Fact]
    public void The_record_for_people() =>
        Snapshot.Matches("read", CliRun.Of(["read", "-", "--date", "2024-05-14"], Report).People);

    [Fact]
    public void The_record_with_reasons() =>
        Snapshot.Matches("read-explain", CliRun.Of(["read", "-", "--explain"], Report).People);

    [Fact]
    public void A_report_without_events_says_so()
    {
        var run = CliRun.Of(["read", "-"], "It rained.");
        Assert.Equal(ExitCodes.Ok, run.ExitCode);
        Snapshot.Matches("read-nothing", run.People);
    }

    [Fact]
    public void Json_quotes_the_text_by_code_points()
    {
        var run = CliRun.Of(["read", "-", "--json"], "👍 Ruritania met Freedonia.");
        Assert.Equal("", run.People);
        var root = JsonDocument.Parse(run.Bytes).RootElement;
        var trigger = root.GetProperty("events")[0].GetProperty("trigger");
        Assert.Equal("met", trigger.GetProperty("text").GetString());
        Assert.Equal(12, trigger.GetProperty("start").GetInt32());
        Assert.Equal(15, trigger.GetProperty("end").GetInt32());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("document").GetProperty("date").ValueKind);
    }

    [Fact]
    public void Options_reach_the_engine()
    {
        var engines = new ScriptedEngines();
        CliRun.Of(["read", "-", "--explain", "--no-learned", "--knowledge", "mine"], Report, engines);
        Assert.Equal(new Hosting.EngineOptions("mine", Explain: true, Learned: false), engines.Asked);
    }
}
