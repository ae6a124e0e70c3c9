using System.Text.Json;
using System.Text.RegularExpressions;
using Demarche.Coding.Scoring;
using Demarche.Language;
using Demarche.Training.Syntax;

namespace Demarche.Training.Scoring;

/// <summary>
/// Trains the classifier of event classes on plv_train (and, for the weights that ship, joint_dev), with word classes learnt from
/// the news and reports of sport, weather and the like as examples of no event.
/// </summary>
internal static partial class ClassCommand
{
    private const int VectorSize = 100;
    private const int ClassedWords = 14_000;

    public static int Run(string events, string news, string models, bool withDev, int newsLimit = int.MaxValue)
    {
        var pipeline = LanguagePipeline.Load();
        var (texts, quiet) = ReadNews(news, pipeline, newsLimit);
        var (lemmas, vectors) = Vectors(texts);
        var words = LemmaVectors.Cluster([.. lemmas.Take(ClassedWords)], vectors, VectorSize, 150, 600);
        var train = Read(Path.Combine(events, "plv_train.jsonl"), pipeline, words);
        var dev = Read(Path.Combine(events, "joint_dev.jsonl"), pipeline, words);
        var negatives = ReadNegatives(Path.Combine(events, "negatives_dev.jsonl"), pipeline, words);
        var none = quiet.Select((d, i) => Example($"quiet-{i}", EventClass.None, 0.5f, d, words)).ToList();
        Console.WriteLine($"{train.Count} train, {dev.Count} dev, {none.Count} without event, {lemmas.Count} lemmas");

        foreach (var minimum in new[] { 1, 2 })
        {
            var folds = Enumerable.Range(0, 5).Average(k => Accuracy(
                ClassTrainer.Train([.. train.Where((_, i) => i % 5 != k), .. none], words, minimum, 1), [.. train.Where((_, i) => i % 5 == k)]));
            var plain = ClassTrainer.Train([.. train, .. none], words, minimum, 1);
            var devFolds = Enumerable.Range(0, 5).Average(k => Accuracy(
                ClassTrainer.Train([.. train, .. none, .. dev.Where((_, i) => i % 5 != k)], words, minimum, 1), [.. dev.Where((_, i) => i % 5 == k)]));
            Console.WriteLine($"features seen {minimum}+ times: plv_train five-fold {folds:f3}, joint_dev without it {Accuracy(plain, dev):f3}, "
                + $"joint_dev five-fold {devFolds:f3}, negatives taken for none {Accuracy(plain, negatives):f3}");
        }
        var shipped = ClassTrainer.Train(withDev ? [.. train, .. dev, .. none] : [.. train, .. none], words, 2, 1);
        shipped.Save(Path.Combine(models, ClassModel.FileName));
        return 0;
    }

    public static double Accuracy(ClassModel model, IReadOnlyList<ClassExample> examples)
    {
        var p = new float[EventClasses.Count];
        return examples.Average(e =>
        {
            model.Probabilities(e.Features, p);
            if (e.Class != EventClass.None) p[0] = 0;
            return Array.IndexOf(p, p.Max()) == (int)e.Class ? 1.0 : 0.0;
        });
    }

    private static (List<string[]> Texts, List<ParsedDocument> Quiet) ReadNews(string news, LanguagePipeline pipeline, int limit)
    {
        var lines = File.ReadLines(news).Take(limit).ToArray();
        var texts = new string[lines.Length][];
        var quiet = new ParsedDocument?[lines.Length];
        Parallel.For(0, lines.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            using var json = JsonDocument.Parse(lines[i]);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var parsed = pipeline.Parse(new Document(i.ToString(), text));
            texts[i] = [.. parsed.Sentences.SelectMany(s => s.Tokens).Select(t => t.Lemma.ToLowerInvariant())];
            var topic = json.RootElement.GetProperty("topic").GetString();
            if (topic is not null && QuietTopics().IsMatch(topic) && i % 3 == 0) quiet[i] = parsed;
        });
        return ([.. texts], [.. quiet.OfType<ParsedDocument>().Take(1500)]);
    }

    private static (List<string> Lemmas, float[] Vectors) Vectors(List<string[]> texts)
    {
        var names = new Dictionary<ulong, string>();
        var hashed = texts.Select(t => t.Select(w =>
        {
            var h = Hash(w);
            names.TryAdd(h, w);
            return h;
        }).ToArray()).ToList();
        var vectors = WordVectors.Train(hashed, 5, VectorSize, 5, 1, window: 5);
        var keep = vectors.Forms.Select((h, i) => (Name: names[h], i)).Where(x => char.IsLetter(x.Name[0])).ToList();
        var values = new float[keep.Count * VectorSize];
        for (var k = 0; k < keep.Count; k++) vectors.Values.AsSpan(keep[k].i * VectorSize, VectorSize).CopyTo(values.AsSpan(k * VectorSize));
        return ([.. keep.Select(x => x.Name)], values);
    }

    private static ulong Hash(string word)
    {
        var h = 0xCBF29CE484222325ul;
        foreach (var c in word) h = (h ^ c) * 0x100000001B3;
        return h;
    }

    private static List<ClassExample> Read(string path, LanguagePipeline pipeline, WordClasses words) =>
        [.. File.ReadLines(path).Select(l => JsonDocument.Parse(l).RootElement).Where(r => r.TryGetProperty("plover15", out _))
            .Select(r => Example(r.GetProperty("id").GetString()!, EventClasses.OfPlover(r.GetProperty("plover15").GetString()), 1,
                pipeline.Parse(new Document(r.GetProperty("id").GetString()!, r.GetProperty("text").GetString()!)), words))];

    private static List<ClassExample> ReadNegatives(string path, LanguagePipeline pipeline, WordClasses words) =>
        [.. File.ReadLines(path).Select(l => JsonDocument.Parse(l).RootElement)
            .Select(r => Example(r.GetProperty("id").GetString()!, EventClass.None, 1, pipeline.Parse(new Document("n", r.GetProperty("text").GetString()!)), words))];

    private static ClassExample Example(string id, EventClass of, float weight, ParsedDocument document, WordClasses words)
    {
        var all = new List<ClassFeature>();
        var one = new List<ClassFeature>();
        foreach (var s in document.Sentences)
        {
            ClassFeatures.Read(s, words, one);
            all.AddRange(one);
        }
        var scale = 1 / MathF.Sqrt(Math.Max(1, document.Sentences.Count));
        return new ClassExample(id, of, weight, [.. all.GroupBy(f => f.Key).Select(g => g.First() with { Value = g.Max(f => f.Value) * scale })]);
    }

    [GeneratedRegex("Olympic|World Cup|UEFA|Championship|Super Bowl|Grand Prix|Tour de|Premier League|NBA|NFL|Wimbledon|Nobel|Academy Award|hurricane season|typhoon|earthquake|tornado|eclipse|spaceflight|Mars|Spotify|Grammy|Cricket|Rugby|Golf|Tennis|Masters")]
    private static partial Regex QuietTopics();
}
