using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Demarche.Cli;
using Demarche.Cli.Hosting;
using Spectre.Console;

namespace Demarche.Benchmarks;

/// <summary><c>demarche code</c> from JSONL bytes to JSONL bytes, 2,000 news reports, by number of threads.</summary>
[MemoryDiagnoser]
public class CodeBenchmarks
{
    private byte[] _input = [];
    private CliHost? _host;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var lines = NewsSample.Texts(2000).Select((t, i) => JsonSerializer.Serialize(new { id = $"d{i}", date = "2020-01-01", text = t }));
        _input = Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    [Benchmark]
    public int Code()
    {
        _host = new CliHost
        {
            StandardInput = new MemoryStream(_input),
            StandardOutput = Stream.Null,
            Console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }),
            ErrorConsole = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }),
            Engines = new ShippedEngines(),
        };
        return CommandTree.Run(_host, ["code", "-", "--quiet", "--threads", $"{Threads}"]);
    }
}
