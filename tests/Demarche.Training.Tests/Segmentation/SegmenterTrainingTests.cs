using Demarche.Language.Segmentation;
using Demarche.Training.Segmentation;
using Xunit;

namespace Demarche.Training.Tests.Segmentation;

public sealed class SegmenterTrainingTests
{
    [Fact]
    public void Running_text_joins_sentences_and_paragraphs()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, """
                # newdoc id = d
                # newpar
                # text = They don't go.
                1	They	_	_	_	_	_	_	_	_
                2-3	don't	_	_	_	_	_	_	_	_
                2	do	_	_	_	_	_	_	_	_
                3	n't	_	_	_	_	_	_	_	_
                4	go	_	_	_	_	_	_	_	SpaceAfter=No
                5	.	_	_	_	_	_	_	_	_

                # text = Why?
                1	Why	_	_	_	_	_	_	_	SpaceAfter=No
                2	?	_	_	_	_	_	_	_	_

                # newpar
                # text = So.
                1	So	_	_	_	_	_	_	_	SpaceAfter=No
                2	.	_	_	_	_	_	_	_	_


                """);
            var d = Assert.Single(RunningText.Read(path));
            Assert.Equal("They don't go. Why?\n\nSo.", d.Text);
            Assert.Equal([0, 5, 7], d.SentenceStarts);
            Assert.Equal("n't", d.Words[2].Quote(d.Text));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_slice_trains_the_same_model_twice()
    {
        var data = SharedData.Folder("treebanks");
        if (data is null) Assert.Skip("the shared data folder is not here");
        var documents = RunningText.Read(Path.Combine(data, "en_ewt-train.conllu")).Take(40).ToList();
        var (a, b) = (new SegmenterTraining(documents, 3).Train(1, _ => { }), new SegmenterTraining(documents, 3).Train(1, _ => { }));
        var (first, second) = (Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            a.Save(first);
            b.Save(second);
            Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
            var score = SegmenterScore.Of(documents, Segmenter.Load(first));
            Assert.InRange(score.Sentences, 0.85, 1.0);
        }
        finally
        {
            File.Delete(first);
            File.Delete(second);
        }
    }
}
