using BenchmarkDotNet.Attributes;
using Demarche.Coding;
using Demarche.Language;

namespace Demarche.Benchmarks;

/// <summary>
/// Coding one sentence of thousands of words, in the shapes that are hardest: many subjects, many verbs, clauses in clauses, phrases in phrases, many
/// events. The time must grow with the length and no faster.
/// </summary>
[MemoryDiagnoser]
public class LongSentenceBenchmarks
{
    private static readonly string[] States = ["France", "Germany", "Russia", "Ukraine", "Turkey", "Iran", "Israel", "China", "Japan", "India"];

    private readonly EventCoder _coder = EventCoder.Load();
    private Document _document = new("long", "");

    [Params(2000, 8000, 32000)]
    public int Words { get; set; }

    [Params("subjects", "verbs", "clauses", "phrases", "events")]
    public string Shape { get; set; } = "";

    [GlobalSetup]
    public void SetUp() => _document = new Document("long", Text(Shape, Words)) { Date = new DateOnly(2021, 10, 18) };

    [Benchmark]
    public int Code() => _coder.Code(_document).Events.Count;

    private static string Text(string shape, int words) => shape switch
    {
        "subjects" => string.Join(", ", Many(words / 2, k => States[k % 10])) + " and Brazil condemned the attack on Israel.",
        "verbs" => "Russia " + string.Join(", ", Many(words / 3, _ => "attacked Ukraine")) + " and threatened Poland.",
        "clauses" => "Russia said " + string.Join(" ", Many(words / 3, k => $"that {States[k % 10]} demanded")) + " that Ukraine withdraw its troops.",
        "phrases" => "The president of " + string.Join(" of ", Many(words / 3, _ => "the council")) + " of France met the president of Germany.",
        _ => string.Join(" and ", Many(words / 7, k => $"{States[k % 10]} accused {States[(k + 3) % 10]} of attacking {States[(k + 5) % 10]}")) + ".",
    };

    private static IEnumerable<string> Many(int count, Func<int, string> make) => Enumerable.Range(0, count).Select(make);
}
