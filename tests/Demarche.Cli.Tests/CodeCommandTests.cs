using System.Text;
using System.Text.Json;
using Xunit;

namespace Demarche.Cli.Tests;

public sealed class CodeCommandTests
{
    private static readonly string Many = string.Concat(Enumerable.Range(0, 1500).Select(i =>
        $$"""{"id":"d{{i}}","date":"2024-05-{{1 + i % 28:00}}","text":"{{(i % 3 == 0 ? "Ruritania met Freedonia 👍." : "Sylvania accused Ruritania, claimed Freedonia.")}} No. {{i}}"}""" + "\n"));

    [Fact]
    public void Bytes_are_the_same_whatever_the_number_of_threads()
    {
        var one = CliRun.Of(["code", "-", "--threads", "1"], Many);
        Assert.Equal(ExitCodes.Ok, one.ExitCode);
        Assert.Equal(1500, one.Output.Count(c => c == '\n'));
        foreach (var n in new[] { "2", "3", "8" }) Assert.Equal(one.Bytes, CliRun.Of(["code", "-", "--threads", n], Many).Bytes);
    }

    [Fact]
    public void Events_come_in_the_order_of_the_documents()
    {
        var ids = CliRun.Of(["code", "-", "--threads", "4"], Many).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("document").GetString());
        Assert.Equal(Enumerable.Range(0, 1500).Select(i => $"d{i}"), ids);
    }

    [Fact]
    public void A_line_holds_the_whole_contract() =>
        Snapshot.Matches("code", CliRun.Of(
            ["code", "-", "--explain"],
            """{"id":"a","date":"2024-05-14","text":"In 2014 Ruritania expelled 3 diplomats of Freedonia. Freedonia accused Sylvania, claimed Ruritania."}""").Output);

    [Fact]
    public void A_summary_goes_to_standard_error_unless_quiet()
    {
        Assert.Contains("1,500 documents, 3,000 sentences, 1,500 events", CliRun.Of(["code", "-"], Many).Errors);
        Assert.Equal("", CliRun.Of(["code", "-", "--quiet"], Many).Errors);
    }

    [Fact]
    public void Output_can_go_to_a_file()
    {
        var path = Path.GetTempFileName();
        try
        {
            var run = CliRun.Of(["code", "-", "-o", path], Many);
            Assert.Empty(run.Bytes);
            Assert.Equal(CliRun.Of(["code", "-"], Many).Bytes, File.ReadAllBytes(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    public void What_was_coded_before_a_fault_is_written(string threads)
    {
        var run = CliRun.Of(["code", "-", "--threads", threads], Many + """{"id":"bad","text":"CRASH"}""" + "\n");
        Assert.Equal(ExitCodes.Software, run.ExitCode);
        Assert.Contains("bad", run.Errors);
        Assert.Contains("the engine is broken", run.Errors);
        Assert.True(run.Output.Count(c => c == '\n') > 1400);
    }
}
