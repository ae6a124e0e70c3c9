using System.Text.Json;
using System.Text.RegularExpressions;
using Demarche.Coding.Scoring;
using Demarche.Knowledge;
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

    /// <param name="known">A classifier whose word classes are taken over; null learns them from the news, which takes minutes.</param>
    public static int Run(string events, string news, string models, bool withDev, string? known = null)
    {
        var pipeline = LanguagePipeline.Load();
        var (texts, quiet) = ReadNews(news, pipeline, quietOnly: known is not null);
        var words = known is not null ? ClassModel.Load(known).Words : Classes(texts);
        var train = Read(Path.Combine(events, "plv_train.jsonl"), pipeline);
        var dev = Read(Path.Combine(events, "joint_dev.jsonl"), pipeline);
        var negatives = File.ReadLines(Path.Combine(events, "negatives_dev.jsonl")).Select(l => Parse(pipeline, JsonDocument.Parse(l).RootElement)).ToList();
        var trainRows = train.Select(x => Example(x.Class, 1, x.Document, words)).ToList();
        var devRows = dev.Select(x => Example(x.Class, 1, x.Document, words)).ToList();
        var none = quiet.Select(d => Example(EventClass.None, 0.5f, d, words)).ToList();
        var noneDev = negatives.Select(d => Example(EventClass.None, 1, d, words)).ToList();
        Console.WriteLine($"{train.Count} train, {dev.Count} dev, {none.Count} without event");

        var folds = Enumerable.Range(0, 5).Select(k => ClassTrainer.Train([.. trainRows.Where((_, i) => i % 5 != k), .. none.Where((_, i) => i % 5 != k)], words, 2, 1)).ToArray();
        var plain = ClassTrainer.Train([.. trainRows, .. none], words, 2, 1);
        Console.WriteLine($"classifier alone: plv_train five-fold {Enumerable.Range(0, 5).Average(k => Accuracy(folds[k], [.. trainRows.Where((_, i) => i % 5 == k)])):f3}, "
            + $"joint_dev {Accuracy(plain, devRows):f3}, negatives taken for none {Accuracy(plain, noneDev):f3}");
        var second = new CandidateTraining(pipeline, KnowledgeBase.Load()).Train(
            [.. train.Select((x, i) => (x.Document, x.Class, folds[i % 5])), .. quiet.Select((d, i) => (d, EventClass.None, folds[i % 5]))]);
        var shipped = withDev ? ClassTrainer.Train([.. trainRows, .. devRows, .. none], words, 2, 1) : plain;
        Directory.CreateDirectory(models);
        shipped.With(second).Save(Path.Combine(models, ClassModel.FileName));
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

    private static (List<string[]> Texts, List<ParsedDocument> Quiet) ReadNews(string news, LanguagePipeline pipeline, bool quietOnly)
    {
        var lines = File.ReadLines(news).ToArray();
        var texts = new string[lines.Length][];
        var quiet = new ParsedDocument?[lines.Length];
        Parallel.For(0, lines.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            using var json = JsonDocument.Parse(lines[i]);
            var topic = json.RootElement.GetProperty("topic").GetString();
            var isQuiet = topic is not null && QuietTopics().IsMatch(topic) && i % 3 == 0;
            texts[i] = [];
            if (quietOnly && !isQuiet) return;
            var parsed = Parse(pipeline, json.RootElement);
            texts[i] = [.. parsed.Sentences.SelectMany(s => s.Tokens).Select(t => t.Lemma.ToLowerInvariant())];
            if (isQuiet) quiet[i] = parsed;
        });
        return ([.. texts], [.. quiet.OfType<ParsedDocument>().Take(1500)]);
    }

    private static WordClasses Classes(List<string[]> texts)
    {
        var names = new Dictionary<ulong, string>();
        var hashed = texts.Select(t => t.Select(w =>
        {
            var h = Hash(w);
            names.TryAdd(h, w);
            return h;
        }).ToArray()).ToList();
        var vectors = WordVectors.Train(hashed, 5, VectorSize, 5, 1, window: 5);
        var keep = vectors.Forms.Select((h, i) => (Name: names[h], i)).Where(x => char.IsLetter(x.Name[0])).Take(ClassedWords).ToList();
        var values = new float[keep.Count * VectorSize];
        for (var k = 0; k < keep.Count; k++) vectors.Values.AsSpan(keep[k].i * VectorSize, VectorSize).CopyTo(values.AsSpan(k * VectorSize));
        return LemmaVectors.Cluster([.. keep.Select(x => x.Name)], values, VectorSize, 150, 600);
    }

    private static ulong Hash(string word)
    {
        var h = 0xCBF29CE484222325ul;
        foreach (var c in word) h = (h ^ c) * 0x100000001B3;
        return h;
    }

    private static List<(ParsedDocument Document, EventClass Class)> Read(string path, LanguagePipeline pipeline) =>
        [.. File.ReadLines(path).Select(l => JsonDocument.Parse(l).RootElement).Where(r => r.TryGetProperty("plover15", out _))
            .Select(r => (Parse(pipeline, r), EventClasses.OfPlover(r.GetProperty("plover15").GetString())))];

    private static ParsedDocument Parse(LanguagePipeline pipeline, JsonElement row) =>
        pipeline.Parse(new Document(row.GetProperty("id").GetString()!, row.GetProperty("text").GetString()!));

    private static ClassExample Example(EventClass of, float weight, ParsedDocument document, WordClasses words)
    {
        var all = new List<ClassFeature>();
        var one = new List<ClassFeature>();
        foreach (var s in document.Sentences)
        {
            ClassFeatures.Read(s, words, one);
            all.AddRange(one);
        }
        var scale = 1 / MathF.Sqrt(Math.Max(1, document.Sentences.Count));
        return new ClassExample(of, weight, [.. all.GroupBy(f => f.Key).Select(g => g.First() with { Value = g.Max(f => f.Value) * scale })]);
    }

    [GeneratedRegex("Olympic|World Cup|UEFA|Championship|Super Bowl|Grand Prix|Tour de|Premier League|NBA|NFL|Wimbledon|Nobel|Academy Award|hurricane season|typhoon|earthquake|tornado|eclipse|spaceflight|Mars|Spotify|Grammy|Cricket|Rugby|Golf|Tennis|Masters")]
    private static partial Regex QuietTopics();
}
