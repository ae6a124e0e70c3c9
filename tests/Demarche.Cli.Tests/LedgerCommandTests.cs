using System.Text.Json;
using Xunit;

namespace Demarche.Cli.Tests;

public sealed class LedgerCommandTests : IDisposable
{
    private const string News =
        """
        {"id":"a","date":"2024-05-01","text":"Ruritania expelled 3 diplomats of Freedonia. They left at once.","publisher":"Herald"}
        {"id":"b","date":"2024-05-04","text":"Freedonia expelled 3 diplomats of Ruritania. The quarrel goes on.","publisher":"Tribune"}
        {"id":"c","date":"2024-06-04","text":"Sylvania met Freedonia."}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("demarche-cli-").FullName;

    private string Ledger => Path.Combine(_folder, "news.ledger");

    public LedgerCommandTests() => Assert.Equal(ExitCodes.Ok, Run(["ingest", "-"], News).ExitCode);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private CliRun Run(string[] args, string? input = null) => CliRun.Of([.. args, "--ledger", Ledger], input);

    private static List<JsonElement> Lines(CliRun run)
    {
        Assert.Equal(ExitCodes.Ok, run.ExitCode);
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    [Fact]
    public void Ingest_tells_what_it_did_and_skips_what_is_there()
    {
        Assert.Contains("3 documents: 0 new, 0 changed, 3 as before", Run(["ingest", "-"], News).Errors);
        Assert.Equal("", Run(["ingest", "-", "--quiet"], News).Errors);
    }

    [Fact]
    public void A_wire_story_in_two_papers_is_one_source()
    {
        var story = "Ruritania expelled 7 diplomats of Sylvania. " + string.Join(' ', Enumerable.Range(0, 120).Select(i => $"Word{i} follows word{i * 7 % 120}."));
        var lines = $$"""{"id":"w1","date":"2025-01-01","text":"{{story}}","publisher":"Herald"}""" + "\n" + $$"""{"id":"w2","date":"2025-01-02","text":"(Wire) {{story}} Edited here.","publisher":"Tribune"}""";
        Assert.Equal(ExitCodes.Ok, Run(["ingest", "-"], lines).ExitCode);
        var e = Assert.Single(Lines(Run(["events", "--since", "2025-01-01", "--json"])));
        Assert.Equal((2, 1), (e.GetProperty("documents").GetInt32(), e.GetProperty("reports").GetInt32()));
    }

    [Fact]
    public void Exchanges_have_the_members_of_the_contract()
    {
        var x = Assert.Single(Lines(Run(["exchanges", "RUR", "FRE", "--json"])));
        Assert.Equal(3, x.GetProperty("lag_days").GetInt32());
        Assert.False(x.GetProperty("told").GetBoolean());
        Assert.Equal(1, x.GetProperty("proportion").GetDouble());
        Assert.Equal("RUR", x.GetProperty("provocation").GetProperty("source").GetProperty("country").GetString());
        Assert.Equal(2, x.GetProperty("evidence").GetArrayLength());
        Assert.InRange(x.GetProperty("confidence").GetDouble(), .4, 1);
    }

    [Fact]
    public void Exchanges_are_drawn_as_a_ladder()
    {
        var people = Run(["exchanges", "Ruritania"]).People;
        Assert.Contains("RUR → FRE: diplomats expelled (3)", people);
        Assert.Contains("3 days, inferred, 3 for 3", people);
    }

    [Fact]
    public void The_state_says_what_is_unknown()
    {
        var people = Run(["ledger", "RUR", "FRE", "--at", "2024-05-31"]).People;
        Assert.Contains("3 in 1 measure", people);
        Assert.Contains("Unknown, since nothing is on record: relations, recognition, mission", people);
        Assert.DoesNotContain("2024-05-04", Run(["ledger", "RUR", "FRE", "--at", "2024-05-02"]).People);
    }

    [Fact]
    public void Relations_can_be_charted_and_plotted()
    {
        Assert.Contains("│", Run(["relations", "RUR", "FRE", "--chart"]).People);
        Assert.Contains("index = S / (N + 4)", Run(["relations", "RUR", "FRE"]).People);
        foreach (var name in new[] { "chart.svg", "chart.png" })
        {
            var path = Path.Combine(_folder, name);
            Assert.Equal(ExitCodes.Ok, Run(["relations", "RUR", "FRE", "--by", "day", "--out", path]).ExitCode);
            Assert.True(new FileInfo(path).Length > 1000);
        }
        Assert.Equal(ExitCodes.Usage, Run(["relations", "RUR", "FRE", "--out", "chart.gif"]).ExitCode);
    }

    [Fact]
    public void Corrections_are_made_listed_and_undone()
    {
        var id = Lines(Run(["events", "--kind", "diplomats_expelled", "--actor", "Ruritania", "--json"]))[0].GetProperty("id").GetString()!;
        Assert.Contains("correction 1: edit", Run(["correct", "edit", id, "--set", "count=4", "--author", "ana"]).People);
        Assert.Equal(4, Event(id).GetProperty("measure").GetProperty("count").GetInt32());
        Assert.Equal(ExitCodes.Ok, Run(["correct", "undo", "1", "--author", "ana"]).ExitCode);
        Assert.Equal(3, Event(id).GetProperty("measure").GetProperty("count").GetInt32());
        Assert.Equal(2, Lines(Run(["correct", "list"])).Count);
        var wrong = Run(["correct", "accept", "none", "--author", "ana"]);
        Assert.Equal(ExitCodes.Usage, wrong.ExitCode);
        Assert.Contains("There is no event none", wrong.Errors);

        JsonElement Event(string wanted) => Lines(Run(["events", "--json"])).Single(e => e.GetProperty("id").GetString() == wanted);
    }

    [Fact]
    public void Changes_come_after_their_cursor()
    {
        var all = Lines(Run(["events", "--changes-since", "0"]));
        Assert.Equal(3, all.Count);
        Assert.Empty(Lines(Run(["events", "--changes-since", all[^1].GetProperty("cursor").GetRawText()])));
    }

    [Theory]
    [InlineData("csv", 4)]
    [InlineData("jsonl", 3)]
    [InlineData("gdelt2", 3)]
    [InlineData("icews", 4)]
    [InlineData("polecat", 4)]
    public void Exports_write_a_line_an_event(string format, int lines) =>
        Assert.Equal(lines, Run(["export", "--format", format]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

    [Fact]
    public void Exports_can_be_filtered_written_into_files_and_imported()
    {
        var file = Path.Combine(_folder, "events.tsv");
        Assert.Equal(ExitCodes.Ok, Run(["export", "--format", "gdelt1", "--where", "actor=Sylvania", "-o", file]).ExitCode);
        Assert.Single(File.ReadAllLines(file));
        Assert.Contains("1 new", Run(["ingest", file, "--import", "gdelt1"]).Errors);
        File.WriteAllText(file, "a\tb\n");
        Assert.Equal(ExitCodes.Data, Run(["ingest", file, "--import", "gdelt1"]).ExitCode);
        Assert.Equal(ExitCodes.Usage, Run(["export", "--format", "parquet"]).ExitCode);
        Assert.Equal(ExitCodes.Usage, Run(["export", "--format", "csv", "--where", "weather=fine"]).ExitCode);
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        var none = CliRun.Of(["events", "--ledger", Path.Combine(_folder, "none.ledger")]);
        Assert.Equal(ExitCodes.NoInput, none.ExitCode);
        Assert.Contains("There is no ledger at", none.Errors);
        var text = Path.Combine(_folder, "text");
        File.WriteAllText(text, string.Concat(Enumerable.Repeat("no ledger ", 100)));
        Assert.Equal(ExitCodes.Data, CliRun.Of(["events", "--ledger", text]).ExitCode);
        var party = Run(["ledger", "Atlantis", "FRE"]);
        Assert.Equal(ExitCodes.NoInput, party.ExitCode);
        Assert.Contains("no party 'Atlantis'", party.Errors);
        Assert.Equal(ExitCodes.Usage, Run(["events", "--kind", "shouting"]).ExitCode);
        Assert.Equal(ExitCodes.Usage, Run(["ingest"]).ExitCode);
    }

    [Fact]
    public void Measures_can_be_asked_for_by_pair_and_by_what_is_open()
    {
        Assert.Equal(2, Lines(Run(["measures", "RUR", "FRE", "--json"])).Count);
        Assert.Equal("FRE", Assert.Single(Lines(Run(["measures", "--unanswered", "--json"]))).GetProperty("source").GetProperty("country").GetString());
        Assert.Contains("in force", Run(["measures"]).People);
    }
}
