using System.Text.Json;
using System.Text.RegularExpressions;
using Demarche.Coding.Scoring;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Training.Syntax;

namespace Demarche.Training.Scoring;

/// <summary>
/// Trains the learned scorer, classifier and party model, on plv_train (and, for the weights that ship, joint_dev), with word classes learnt from
/// the news and reports of sport, weather and the like as examples of no event.
/// </summary>
internal static partial class ClassCommand
{
    private const int VectorSize = 100;
    private const int ClassedWords = 14_000;

    /// <param name="folds">Also write, to fold0 … fold4 inside the folder, the models that have not seen that fifth of plv_train (sentence number modulo five).</param>
    /// <param name="known">A classifier whose word classes are taken over; null learns them from the news, which takes minutes.</param>
    public static int Run(string events, string news, string models, bool withDev, string? known = null, bool folds = false)
    {
        var pipeline = LanguagePipeline.Load();
        var (texts, quiet) = ReadNews(news, pipeline, quietOnly: known is not null);
        var words = known is not null ? ClassModel.Load(known).Words : Classes(texts);
        var train = PartyText.Read(Path.Combine(events, "plv_train.jsonl"), pipeline);
        var dev = PartyText.Read(Path.Combine(events, "joint_dev.jsonl"), pipeline);
        var negatives = File.ReadLines(Path.Combine(events, "negatives_dev.jsonl")).Select(l => Parse(pipeline, JsonDocument.Parse(l).RootElement)).ToList();
        var training = new ScorerTraining(pipeline, KnowledgeBase.Load(), words, train, quiet, withDev ? dev : []);
        Console.WriteLine($"{train.Count} train, {dev.Count} dev, {quiet.Count} without event");
        Console.WriteLine($"classifier alone: plv_train five-fold {Enumerable.Range(0, ScorerTraining.Folds).Average(k => Accuracy(training.Classes[k], [.. train.Where((_, i) => i % ScorerTraining.Folds == k).Select(x => Example(x.Class, x.Document, words))])):f3}, "
            + $"joint_dev {Accuracy(training.All, [.. dev.Select(x => Example(x.Class, x.Document, words))]):f3}, "
            + $"negatives taken for none {Accuracy(training.All, [.. negatives.Select(x => Example(EventClass.None, x, words))]):f3}");
        var (classes, parties) = training.Shipped();
        Directory.CreateDirectory(models);
        classes.Save(Path.Combine(models, ClassModel.FileName));
        parties.Save(Path.Combine(models, PartyModel.FileName));
        for (var k = 0; folds && k < ScorerTraining.Folds; k++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(models, $"fold{k}")).FullName;
            (classes, parties) = training.Fold(k);
            classes.Save(Path.Combine(folder, ClassModel.FileName));
            parties.Save(Path.Combine(folder, PartyModel.FileName));
        }
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

    private static ParsedDocument Parse(LanguagePipeline pipeline, JsonElement row) =>
        pipeline.Parse(new Document(row.GetProperty("id").GetString()!, row.GetProperty("text").GetString()!));

    internal static ClassExample Example(EventClass of, ParsedDocument document, WordClasses words, float weight = 1)
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
