using Demarche.Language.Syntax;
using Demarche.Training.Syntax;
using Xunit;

namespace Demarche.Training.Tests.Syntax;

public sealed class SyntaxTrainingTests
{
    private static readonly TrainingPlan Plan = new() { Epochs = 1, PretrainingEpochs = 1 };

    [Fact]
    public void A_slice_of_two_hundred_sentences_trains_to_a_model_with_its_scores_and_twice_the_same()
    {
        if (SharedData.Folder("treebanks") is not { } treebanks)
        {
            Assert.Skip("the treebanks are not beside the repository (shared/data/treebanks)");
            return;
        }
        var folder = Directory.CreateTempSubdirectory("syntax-training");
        try
        {
            var hashes = new[] { "a", "b" }.Select(name =>
            {
                var models = Path.Combine(folder.FullName, name);
                Assert.Equal(0, SyntaxCommand.Run(treebanks, "no-news.jsonl", models, Plan, holdOut: false, limit: 100));
                using var model = SyntaxModel.Load(Path.Combine(models, SyntaxModel.FileName));
                return model.Hash;
            }).ToArray();
            Assert.Equal(hashes[0], hashes[1]);
            var scores = File.ReadAllText(Path.Combine(folder.FullName, "a", "syntax-en.score.txt"));
            Assert.Contains("en_ewt-train", scores);
            Assert.Contains("en_gum_open-dev", scores);
            Assert.Contains("LAS", scores);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
