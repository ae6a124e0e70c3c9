using Demarche.Knowledge;
using Demarche.Language.Models;
using Xunit;

namespace Demarche.Cli.Tests;

public sealed class ErrorPathTests
{
    private const string Good = """{"id":"a","text":"Ruritania met Freedonia."}""";

    [Theory]
    [InlineData("code")]
    [InlineData("nonsense")]
    [InlineData("read", "-", "--frobnicate")]
    [InlineData("code", "-", "--threads", "none")]
    [InlineData("code", "-", "--threads", "0")]
    [InlineData("code", "-", "--least", "2")]
    [InlineData("code", "-", "--least", "NaN")]
    [InlineData("code", "-", "--format", "parchment")]
    [InlineData("read", "-", "--date", "yesterday")]
    [InlineData("read", "-", "--from", "parchment")]
    [InlineData("annotate", "-", "--layer", "smells")]
    [InlineData("annotate", "-", "--layer", "times", "--sentence-per-line")]
    public void Wrong_command_lines(params string[] args)
    {
        var run = CliRun.Of(args, Good);
        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.NotEmpty(run.ErrorLines);
        Assert.All(run.ErrorLines, l => Assert.StartsWith("demarche: ", l));
    }

    [Fact]
    public void A_missing_file()
    {
        var run = CliRun.Of(["read", "no-such-file.txt"]);
        Assert.Equal(ExitCodes.NoInput, run.ExitCode);
        Assert.Contains("no-such-file.txt", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public void Good_lines_are_coded_and_bad_ones_listed_by_number()
    {
        var run = CliRun.Of(["code", "-", "--quiet"], $"{Good}\n{{broken\n{Good}\n");
        Assert.Equal(ExitCodes.Data, run.ExitCode);
        Assert.Equal(2, run.Output.Count(c => c == '\n'));
        Assert.Contains("-:2: invalid-json", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public void Strict_stops_at_the_first_bad_line()
    {
        var run = CliRun.Of(["code", "-", "--quiet", "--strict"], $"{Good}\n{{broken\n{Good}\n{{broken\n");
        Assert.Equal(ExitCodes.Data, run.ExitCode);
        Assert.Equal(1, run.Output.Count(c => c == '\n'));
        Assert.Single(run.ErrorLines);
    }

    [Fact]
    public void A_missing_model_is_our_fault()
    {
        var run = CliRun.Of(["code", "-"], Good, new ScriptedEngines { OnLoad = ModelException.Missing("models/x.bin") });
        Assert.Equal(ExitCodes.Software, run.ExitCode);
        Assert.Contains("models/x.bin", Assert.Single(run.ErrorLines));
    }

    [Theory]
    [InlineData(KnowledgeFault.ArtefactDamaged, ExitCodes.Software)]
    [InlineData(KnowledgeFault.FolderMissing, ExitCodes.Data)]
    public void Knowledge_faults_tell_ours_from_the_users(KnowledgeFault fault, int exitCode)
    {
        var run = CliRun.Of(["read", "-"], Good, new ScriptedEngines { OnLoad = new KnowledgeException(fault, "look at the folder") });
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains("look at the folder", Assert.Single(run.ErrorLines));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("4")]
    public void A_full_disk(string threads)
    {
        var run = CliRun.Of(["code", "-", "--quiet", "--threads", threads], Good, output: new FailingStream("No space left on device"));
        Assert.Equal(ExitCodes.Software, run.ExitCode);
        Assert.Contains("no space left", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public void A_closed_pipe_ends_quietly()
    {
        var run = CliRun.Of(["code", "-", "--quiet"], Good, output: new FailingStream("Broken pipe"));
        Assert.Equal(ExitCodes.Ok, run.ExitCode);
        Assert.Empty(run.ErrorLines);
    }

    [Fact]
    public void A_bug_is_told_in_one_line()
    {
        var run = CliRun.Of(["read", "-"], "CRASH");
        Assert.Equal(ExitCodes.Software, run.ExitCode);
        Assert.Contains("report", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public void Help_and_version_are_no_errors()
    {
        Assert.Equal(ExitCodes.Ok, CliRun.Of(["--help"]).ExitCode);
        Assert.Equal(ExitCodes.Ok, CliRun.Of(["code", "--help"]).ExitCode);
        Assert.Equal(ExitCodes.Ok, CliRun.Of(["--version"]).ExitCode);
    }

    private sealed class FailingStream(string message) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException(message);

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException(message);
    }
}
