using BenchmarkDotNet.Attributes;
using Demarche.Language;

namespace Demarche.Benchmarks;

/// <summary>Segmenting, tagging and parsing 2,000 news reports (about 55,000 words), by number of threads; and loading the models.</summary>
[MemoryDiagnoser]
public class SyntaxBenchmarks
{
    private readonly LanguagePipeline _pipeline = LanguagePipeline.Load();
    private Document[] _documents = [];

    [GlobalSetup]
    public void SetUp() => _documents = [.. NewsSample.Texts(2000).Select((t, i) => new Document($"d{i}", t))];

    /// <summary>One report after the other, as the coder takes them.</summary>
    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public void ParseEach(int threads) =>
        Parallel.ForEach(_documents, new ParallelOptions { MaxDegreeOfParallelism = threads }, d => _pipeline.Parse(d));

    /// <summary>Sixteen reports at a time.</summary>
    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public void ParseBatches(int threads) =>
        Parallel.ForEach(_documents.Chunk(16), new ParallelOptions { MaxDegreeOfParallelism = threads }, d => _pipeline.Parse(d));

    [Benchmark]
    public LanguagePipeline Load() => LanguagePipeline.Load();
}
