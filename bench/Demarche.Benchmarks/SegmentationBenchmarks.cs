using BenchmarkDotNet.Attributes;
using Demarche.Language.Segmentation;

namespace Demarche.Benchmarks;

/// <summary>Sentences and words of 2,000 news reports, and the loading of the model.</summary>
[MemoryDiagnoser]
public class SegmentationBenchmarks
{
    private readonly Segmenter _segmenter = Segmenter.Load();
    private string[] _texts = [];

    [GlobalSetup]
    public void SetUp() => _texts = NewsSample.Texts(2000);

    [Benchmark]
    public int Segment()
    {
        var words = 0;
        foreach (var text in _texts)
            foreach (var sentence in _segmenter.Segment(text)) words += sentence.Length;
        return words;
    }

    [Benchmark]
    public Segmenter Load() => Segmenter.Load();
}
