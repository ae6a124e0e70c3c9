using Demarche.Coding.Scoring;
using Demarche.Language.Models;
using Xunit;

namespace Demarche.Coding.Tests.Scoring;

public sealed class ScoringTests
{
    private static readonly WordClasses NoWords = WordClasses.Build(new Dictionary<string, (int, int)>());

    private const string Sentence = "Arvonia/NNP/2/nsubj rebukes/VBZ/0/root Belmark/NNP/2/obj ././2/punct";

    [Fact]
    public void Features_have_unit_length_and_each_key_once()
    {
        var features = Features(Sentence);
        Assert.NotEmpty(features);
        Assert.Equal(features.Count, features.Select(f => f.Key).Distinct().Count());
        Assert.Equal(1, Math.Sqrt(features.Sum(f => f.Value * f.Value)), 3);
    }

    [Fact]
    public void Who_acts_is_not_seen_what_is_done_is()
    {
        var others = Features("Kesland/NNP/2/nsubj rebukes/VBZ/0/root Omria/NNP/2/obj ././2/punct");
        var another = Features("Arvonia/NNP/2/nsubj praises/VBZ/0/root Belmark/NNP/2/obj ././2/punct");
        Assert.Equal(Features(Sentence).Select(f => f.Key), others.Select(f => f.Key));
        Assert.NotEqual(Features(Sentence).Select(f => f.Key), another.Select(f => f.Key));
    }

    [Fact]
    public void A_saved_classifier_gives_the_same_probabilities_and_a_changed_one_is_refused()
    {
        var features = Features(Sentence);
        var row = new float[EventClasses.Count];
        row[(int)EventClass.Accuse] = 4;
        var model = ClassModel.Build(features.ToDictionary(f => f.Key, _ => row), new float[EventClasses.Count], NoWords);
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.bin");
        try
        {
            model.Save(path);
            var loaded = ClassModel.Load(path);
            Assert.Equal(Probabilities(model, features), Probabilities(loaded, features));
            var p = Probabilities(loaded, features);
            Assert.Equal((int)EventClass.Accuse, Array.IndexOf(p, p.Max()));
            Assert.Equal(1, p.Sum(), 3);

            var bytes = File.ReadAllBytes(path);
            bytes[^1] ^= 1;
            File.WriteAllBytes(path, bytes);
            Assert.Throws<ModelException>(() => ClassModel.Load(path));
            File.WriteAllBytes(path, bytes[..100]);
            Assert.Throws<ModelException>(() => ClassModel.Load(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void An_act_is_proposed_where_the_frames_find_none()
    {
        var document = Tree.Parse(Sentence);
        var features = Features(Sentence);
        var row = new float[EventClasses.Count];
        row[(int)EventClass.Accuse] = 8;
        var model = ClassModel.Build(features.ToDictionary(f => f.Key, _ => row), new float[EventClasses.Count], NoWords);
        var found = new List<Demarche.Coding.Events.EventCandidate>();
        new LearnedScorer(model, model.Candidates).Propose(document.Sentences[0], found, explain: true);
        var proposed = Assert.Single(found);
        Assert.Equal("learnt-accuse", proposed.FrameId);
        Assert.Equal(1, proposed.Trigger);
        Assert.NotEmpty(proposed.Steps!);
    }

    [Theory]
    [InlineData("112", EventClass.Accuse)]
    [InlineData("0231", EventClass.Request)]
    [InlineData("190", EventClass.Assault)]
    [InlineData("010", EventClass.None)]
    public void A_code_falls_into_the_class_of_its_root(string code, EventClass expected) => Assert.Equal(expected, EventClasses.OfCameo(code));

    private static List<ClassFeature> Features(string tree)
    {
        var features = new List<ClassFeature>();
        ClassFeatures.Read(Tree.Parse(tree).Sentences[0], NoWords, features);
        return features;
    }

    private static float[] Probabilities(ClassModel model, List<ClassFeature> features)
    {
        var p = new float[EventClasses.Count];
        model.Probabilities(features, p);
        return p;
    }
}
