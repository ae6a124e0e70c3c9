using System.Text.Json;
using System.Text.RegularExpressions;
using Demarche.Coding.Scoring;
using Demarche.Knowledge;
using Demarche.Language;
using Demarche.Training.Syntax;

namespace Demarche.Training.Scoring;

/// <summary>
/// Trains the learned scorer on plv_train, the annotated reports of the news (and, for the weights that ship, joint_dev), with word classes learnt from
/// the news and reports of sport, weather and the like as examples of no event.
/// </summary>
internal static partial class ClassCommand
{
    private const int VectorSize = 100;
    private const int ClassedWords = 14_000;

    /// <param name="acts">References to the annotated reports of the news.</param>
    /// <param name="folds">Also write, to fold0 … fold4 inside the folder, the models that have not seen that fifth of each set (number modulo five).</param>
    /// <param name="known">A classifier whose word classes are taken over; null learns them from the news, which takes minutes.</param>
    public static int Run(string events, string news, string acts, string models, bool withDev, string? known = null, bool folds = false)
    {
        var pipeline = LanguagePipeline.Load();
        var (texts, quiet) = ReadNews(news, pipeline, quietOnly: known is not null);
        var words = known is not null ? ClassModel.Load(known).Words : Classes(texts);
        var train = GoldText.Sentences(Path.Combine(events, "plv_train.jsonl"), pipeline);
        var dev = GoldText.Sentences(Path.Combine(events, "joint_dev.jsonl"), pipeline);
        var reports = GoldText.Reports(acts, news, pipeline);
        Console.WriteLine($"{train.Count} train, {dev.Count} dev, {reports.Count} reports with {reports.Sum(r => r.Acts.Count)} acts, {quiet.Count} without event");
        var training = new ScorerTraining(pipeline, KnowledgeBase.Load(), words, train, quiet, reports, withDev ? dev : []);
        Save(training.Shipped(), models);
        for (var k = 0; folds && k < ScorerTraining.Folds; k++) Save(training.Fold(k), Path.Combine(models, $"fold{k}"));
        return 0;
    }

    private static void Save((ClassModel Classes, PartyModel Parties) models, string folder)
    {
        Directory.CreateDirectory(folder);
        models.Classes.Save(Path.Combine(folder, ClassModel.FileName));
        models.Parties.Save(Path.Combine(folder, PartyModel.FileName));
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
