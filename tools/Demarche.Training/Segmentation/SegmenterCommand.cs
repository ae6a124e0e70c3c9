using System.Globalization;
using System.Text.Json;
using Demarche.Language.Segmentation;

namespace Demarche.Training.Segmentation;

/// <summary><c>segmenter TREEBANKS NEWS MODELS</c>: trains the splitter and writes its scores beside it.</summary>
public static class SegmenterCommand
{
    private const int Seed = 11;
    private const int Passes = 2;
    private const int NewsStep = 10;
    private static readonly string[] Corpora = ["en_ewt", "en_gum_open"];

    public static int Run(string treebanks, string news, string models, int? slice = null)
    {
        var train = Corpora.Select(c => RunningText.Read(Path.Combine(treebanks, c + "-train.conllu"))).ToList();
        if (slice is { } n) train = [.. train.Select(t => t.Take(n).ToList())];
        var fit = train.SelectMany(t => t.Where((_, i) => i % 10 != 9)).ToList();
        var held = train.Select(t => t.Where((_, i) => i % 10 == 9).ToList()).ToList();
        var reports = Reports(news, slice);
        var training = new SegmenterTraining(fit, Seed);
        training.AddUnmarkedNews(reports);
        var trial = training.Train(Passes, Console.Error.WriteLine);
        var (bias, f1) = Best(trial, held);
        Console.Error.WriteLine($"held out: threshold {bias}, sentences F1 {f1:F4}");
        training = new SegmenterTraining([.. train.SelectMany(t => t)], Seed);
        training.AddUnmarkedNews(reports);
        var model = training.Train(Passes, Console.Error.WriteLine).Shifted(bias);
        Directory.CreateDirectory(models);
        model.Save(Path.Combine(models, BoundaryModel.FileName));
        WriteScores(treebanks, models, new Segmenter(model), bias, f1);
        return 0;
    }

    /// <summary>Scores the splitter beside the program on CoNLL-U files and lists what it gets wrong.</summary>
    public static int Score(IReadOnlyList<string> files)
    {
        var segmenter = Segmenter.Load();
        foreach (var f in files)
            Console.WriteLine($"{Path.GetFileNameWithoutExtension(f)} {SegmenterScore.Of(RunningText.Read(f), segmenter, Console.Error.WriteLine)}");
        return 0;
    }

    /// <summary>Every n-th report of the file, so that all years are there.</summary>
    private static List<string> Reports(string news, int? slice) =>
        [.. File.ReadLines(news)
            .Where((_, i) => i % NewsStep == 1)
            .Take(slice ?? int.MaxValue)
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!)];

    private static (float Bias, double F1) Best(BoundaryModel model, List<List<RunningText>> held)
    {
        var best = (Bias: 0f, F1: -1.0);
        for (var b = -1.5f; b <= 1.5f; b += 0.25f)
        {
            var segmenter = new Segmenter(model.Shifted(b));
            var f1 = held.Where(h => h.Count > 0).Average(h => SegmenterScore.Of(h, segmenter).Sentences);
            if (f1 > best.F1) best = (b, f1);
        }
        return best;
    }

    private static void WriteScores(string treebanks, string models, Segmenter segmenter, float bias, double held)
    {
        var lines = new List<string>
        {
            "segmenter.bin: where sentences end. Logistic regression over hashed features; words are cut by rule.",
            $"Trained on the train parts of {string.Join(" and ", Corpora)} (UD), with every {NewsStep}th report of world-events.jsonl as a text without unmarked ends; seed {Seed}, {Passes} passes, threshold shift {bias.ToString(CultureInfo.InvariantCulture)}.",
            "Command: dotnet run --project tools/Demarche.Training -c Release -- segmenter TREEBANKS NEWS.jsonl models",
            "F1 on running text (sentences joined by a space, paragraphs by an empty line).",
            FormattableString.Invariant($"held out (a tenth of the train documents, while choosing)  sentences {held:F4}"),
        };
        foreach (var c in Corpora)
        {
            var dev = RunningText.Read(Path.Combine(treebanks, c + "-dev.conllu"));
            var score = SegmenterScore.Of(dev, segmenter);
            lines.Add(FormattableString.Invariant(
                $"{c}-dev  sentences {score.Sentences:F4}  words {score.Words:F4}  words where sentences are given {score.WordsInGoldSentences:F4}"));
        }
        File.WriteAllLines(Path.Combine(models, "segmenter.score.txt"), lines);
        foreach (var l in lines) Console.WriteLine(l);
    }
}
