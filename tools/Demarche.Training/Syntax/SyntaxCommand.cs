using System.Diagnostics;
using Demarche.Language;
using Demarche.Language.Segmentation;
using Demarche.Language.Syntax;

namespace Demarche.Training.Syntax;

/// <summary>Trains tagger, parser and lemmatizer in one run: from the treebanks and the news to one model and its score file.</summary>
internal static class SyntaxCommand
{
    private static readonly string[] Trees = ["en_ewt", "en_gum_open"];

    /// <param name="holdOut">With true one sentence in twenty is kept out of training and scored: for tuning.</param>
    public static int Run(string treebanks, string news, string models, TrainingPlan plan, bool holdOut, int limit = int.MaxValue)
    {
        var all = Trees.SelectMany(t => TrainingSentence.Read(Path.Combine(treebanks, t + "-train.conllu")).Take(limit)).ToList();
        var held = all.Where((_, i) => holdOut && i % 20 == 7).ToList();
        var data = all.Where((_, i) => !holdOut || i % 20 != 7).ToList();
        var clock = Stopwatch.StartNew();
        var shape = new NetShape();
        var plain = PlainText.Read(news, data, Segmenter.Load());
        var texts = plain.Hashed();
        var vectors = WordVectors.Train(texts, texts.Count > 50_000 ? 4 : 2, shape.WordSize, 5, plan.Seed);
        Console.WriteLine($"{vectors.Forms.Count} word vectors from {texts.Count} texts, {clock.Elapsed.TotalSeconds:f0} s");

        var inputs = Inputs(shape, vectors, data, plan);
        var lemmas = LemmaTable.Learn(data.SelectMany(s => s.Forms.Select((f, i) => (f, (Xpos)s.Xpos[i], s.Lemmas[i]))).Where(x => x.Item3 != "_"));
        var trainer = new SyntaxTrainer(shape, plan, inputs);
        trainer.Pretrain(plain, plan.PretrainingEpochs, (done, loss) =>
            Console.WriteLine($"pretraining, epoch {done:f1} of {plan.PretrainingEpochs}: loss a word {loss:f4}, {clock.Elapsed.TotalSeconds:f0} s"));
        var path = Path.Combine(models, SyntaxModel.FileName);
        Directory.CreateDirectory(models);
        trainer.Run(data, (epoch, loss) =>
        {
            var message = $"epoch {epoch} of {plan.Epochs}: loss a word {loss:f4}, {clock.Elapsed.TotalSeconds:f0} s";
            if (epoch % 3 == 0 || epoch == plan.Epochs)
            {
                SyntaxModelWriter.Write(path, shape, plan.AffixBits, trainer.Weights, inputs.Hashes, inputs.Words.Values, inputs.Affixes.Values, lemmas);
                using var model = SyntaxModel.Load(path);
                if (held.Count > 0) message += $"\n  held out  {SyntaxScore.Of(model, held)}";
            }
            Console.WriteLine(message);
        });
        WriteScores(treebanks, models, path, plan, data, clock, limit);
        return 0;
    }

    /// <summary>Scores a model on the gold words of CoNLL-U files.</summary>
    public static int Score(string path, IReadOnlyList<string> files)
    {
        using var model = SyntaxModel.Load(path);
        foreach (var f in files) Console.WriteLine($"{Path.GetFileNameWithoutExtension(f)}  {SyntaxScore.Of(model, TrainingSentence.Read(f))}");
        return 0;
    }

    private static InputLayer Inputs(NetShape shape, WordVectors vectors, List<TrainingSentence> data, TrainingPlan plan)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var form in data.SelectMany(s => s.Forms))
        {
            var h = WordFeatures.FormHash(form);
            counts[h] = counts.GetValueOrDefault(h) + 1;
        }
        var known = vectors.Forms.ToHashSet();
        var hashes = vectors.Forms.Concat(counts.Where(x => x.Value >= 2 && !known.Contains(x.Key)).Select(x => x.Key).Order()).ToList();
        var inputs = new InputLayer(shape, hashes, h => counts.GetValueOrDefault(h), plan.AffixBits);
        var random = new Random(plan.Seed);
        inputs.Words.Initialize(random, 0.05f);
        inputs.Affixes.Initialize(random, 0.15f);
        var norm = 0.0;
        for (var i = 0; i < vectors.Forms.Count; i++) norm += System.Numerics.Tensors.TensorPrimitives.Norm<float>(vectors.Values.AsSpan(i * shape.WordSize, shape.WordSize));
        var scale = (float)(vectors.Forms.Count * 3.0 / norm);
        for (var i = 0; i < vectors.Forms.Count; i++)
            System.Numerics.Tensors.TensorPrimitives.Multiply(vectors.Values.AsSpan(i * shape.WordSize, shape.WordSize), scale, inputs.Words.Row(i + 1));
        return inputs;
    }

    private static void WriteScores(string treebanks, string models, string path, TrainingPlan plan, List<TrainingSentence> data, Stopwatch clock, int limit)
    {
        using var model = SyntaxModel.Load(path);
        var lines = new List<string>
        {
            "syntax-en.bin: part-of-speech tagger, lemmatizer and dependency parser for English",
            $"trained on: {string.Join(", ", Trees.Select(t => t + "-train"))} ({data.Count} sentences, {data.Sum(s => s.Length)} words); word vectors and pretraining also from the news",
            $"seed {plan.Seed}, {plan.Epochs} epochs; {clock.Elapsed.TotalMinutes:f0} minutes",
            "scores on gold words, predicted tags; LAS with universal relations:",
        };
        foreach (var tree in Trees)
        {
            var dev = TrainingSentence.Read(Path.Combine(treebanks, tree + "-dev.conllu")).Take(limit).ToList();
            lines.Add($"  {tree}-dev  {SyntaxScore.Of(model, dev)}");
        }
        File.WriteAllLines(Path.Combine(models, "syntax-en.score.txt"), lines);
        foreach (var l in lines) Console.WriteLine(l);
    }
}
