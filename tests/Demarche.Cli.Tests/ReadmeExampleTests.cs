using System.Runtime.CompilerServices;
using Demarche.Coding;
using Demarche.Language;
using Xunit;

namespace Demarche.Cli.Tests;

/// <summary>The library example of the README is this code, to the letter, and it runs on the shipped models and knowledge.</summary>
public sealed class ReadmeExampleTests
{
    [Fact]
    public void The_library_example_compiles_and_tells_what_happened()
    {
        var written = new StringWriter();
        var before = Console.Out;
        Console.SetOut(written);
        try
        {
            Example();
        }
        finally
        {
            Console.SetOut(before);
        }
        Assert.Equal("NOR 161 RUS Actual expelled", written.ToString().Trim());
    }

    [Fact]
    public void The_readme_shows_this_code()
    {
        var source = File.ReadAllLines(ThisFile()).Select(l => l.Trim()).ToList();
        var first = source.IndexOf("// <example>") + 1;
        var code = source.Skip(first).TakeWhile(l => l != "// </example>").ToList();
        var readme = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "README.md")).Select(l => l.Trim()).ToList();
        Assert.NotEmpty(code);
        Assert.All(code, line => Assert.Contains(line, readme));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private static void Example()
    {
        // <example>
        var coder = EventCoder.Load();
        var coded = coder.Code(new Document("d1", "Norway expelled two Russian diplomats on Thursday.") { Date = new DateOnly(2024, 5, 3) });
        foreach (var e in coded.Events)
            Console.WriteLine($"{e.Source?.Actor.Country} {e.Type.Cameo} {e.Target?.Actor.Country} {e.Status} {e.Trigger.Quote(coded.Document.Text)}");
        // </example>
    }
}
