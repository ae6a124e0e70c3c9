using System.Text.Json;
using Xunit;

namespace Demarche.Cli.Tests;

public sealed class IntakeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("demarche-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public void Text_only_gives_a_line_a_page_named_by_its_file()
    {
        var words = string.Concat(Enumerable.Repeat("<p>Ruritania said on Monday that it would call its envoy home, and that the talks were at an end for now.</p>", 5));
        Write("one.html", $"<html lang=en><head><title>Envoy called home</title></head><body><article><h1>Envoy called home</h1>{words}</article></body></html>");
        var run = CliRun.Of(["read", "--text-only", "--json", _folder]);
        Assert.Equal(ExitCodes.Ok, run.ExitCode);
        var line = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(["id", "title", "date", "publisher", "text"], line.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("one", "Envoy called home"), (line.GetProperty("id").GetString(), line.GetProperty("title").GetString()));
    }

    [Fact]
    public void Text_only_without_json_gives_the_bare_text() =>
        Assert.Equal("It rained.\n", CliRun.Of(["read", "--text-only", "-"], "It rained.\n").Output);

    [Fact]
    public void Columns_are_mapped_on_the_command_line()
    {
        var run = CliRun.Of(["read", "--text-only", "--json", "-", "--column", "text=words", "--column", "id=nr"], "{\"nr\":7,\"words\":\"It rained.\"}\n");
        Assert.Equal("7", JsonDocument.Parse(run.Output).RootElement.GetProperty("id").GetString());
        Assert.Equal(ExitCodes.Usage, CliRun.Of(["read", "-", "--column", "words"], "x").ExitCode);
    }

    [Fact]
    public void A_watch_without_its_list_of_feeds_says_so()
    {
        var run = CliRun.Of(["watch", Path.Combine(_folder, "none.opml"), "--once"]);
        Assert.Equal(ExitCodes.NoInput, run.ExitCode);
        Assert.Contains("missing-input", run.Errors, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Data, CliRun.Of(["watch", Write("empty.opml", "<opml><body/></opml>"), "--once"]).ExitCode);
        Assert.Equal(ExitCodes.Usage, CliRun.Of(["watch", "x.opml", "--every", "soon"]).ExitCode);
    }

    [Fact]
    public void A_watch_refuses_addresses_of_this_machine()
    {
        var run = CliRun.Of(["watch", Write("feeds.txt", "http://127.0.0.1:9/rss\n"), "--once"]);
        Assert.Equal(ExitCodes.Ok, run.ExitCode);
        Assert.Contains("private-address", run.Errors, StringComparison.Ordinal);
    }
}
