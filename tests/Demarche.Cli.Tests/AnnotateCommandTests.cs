using Xunit;

namespace Demarche.Cli.Tests;

public sealed class AnnotateCommandTests
{
    [Fact]
    public void Conllu_names_documents_and_sentences() =>
        Snapshot.Matches("annotate-conllu", CliRun.Of(["annotate", "-", "--layer", "conllu"], """{"id":"a","text":"Ruritania met Freedonia."}""").Output);

    [Fact]
    public void A_layer_without_entries_writes_nothing()
    {
        var run = CliRun.Of(["annotate", "-", "--layer", "times"], """{"id":"a","text":"Ruritania met Freedonia."}""");
        Assert.Equal((ExitCodes.Ok, ""), (run.ExitCode, run.Output));
    }
}
