using Xunit;

namespace Demarche.Cli.Tests;

public sealed class ExplainCommandTests
{
    [Fact]
    public void Each_event_comes_with_its_steps() =>
        Snapshot.Matches("explain", CliRun.Of(["explain", "-"], "Ruritania met Freedonia. Nothing else happened.").People);

    [Fact]
    public void One_sentence_can_be_asked_for() =>
        Assert.Equal("", CliRun.Of(["explain", "-", "--sentence", "7"], "Ruritania met Freedonia.").People);
}
