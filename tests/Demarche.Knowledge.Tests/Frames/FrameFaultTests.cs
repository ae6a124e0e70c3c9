using Demarche.Knowledge.Text;
using Xunit;

namespace Demarche.Knowledge.Tests.Frames;

public sealed class FrameFaultTests
{
    private const string Ontology = "code 111 \"Criticise\"\n  goldstein: -2\n  plover: ACCUSE\n";

    [Theory]
    [InlineData("frame f\n  code: 111\n  verb: scold + objekt actor\n", "KF030", 3, 17)]
    [InlineData("frame f\n  code: 999\n  verb: scold\n", "KF024", 2, 9)]
    [InlineData("frame f\n  code: 111\n  verb: scold + obj @nobody\n", "KF032", 3, 17)]
    [InlineData("frame f\n  code: 111\n  verb: give a scolding\n", "KF031", 3, 9)]
    [InlineData("frame f\n  code: 111\n  measure: scolded\n  verb: scold\n", "KF025", 3, 12)]
    [InlineData("frame f\n  code: 111\n", "KF023", 1, 1)]
    [InlineData("frame f\n  verb: scold\n", "KF021", 1, 1)]
    [InlineData("operator f\n  map: nowhere\n  verb: scold\n", "KF022", 2, 8)]
    public void SaysWhereAndWhat(string text, string code, int line, int column)
    {
        var e = Assert.Throws<KnowledgeException>(() => KnowledgeBase.FromSources(
            [new SourceFile("ontology/cameo.txt", "cameo.txt", Ontology), new SourceFile("frames/own.txt", "own.txt", text)]));
        var d = Assert.Single(e.Diagnostics, x => x.Code == code);
        Assert.Equal(("own.txt", line, column), (d.File, d.Line, d.Column));
        Assert.NotEmpty(d.Remedy);
    }

    [Fact]
    public void AFrameOfTheSameIdTakesThePlaceOfTheFormer()
    {
        var knowledge = KnowledgeBase.FromSources(
        [
            new SourceFile("ontology/cameo.txt", "cameo.txt", Ontology),
            new SourceFile("frames/a.txt", "a.txt", "frame f\n  code: 111\n  verb: scold\n"),
            new SourceFile("frames/b.txt", "b.txt", "frame f\n  code: 111\n  verb: chide\n"),
        ]);
        Assert.True(knowledge.Frames.Of(Knowledge.Frames.WordClass.Verb, "scold").IsEmpty);
        Assert.False(knowledge.Frames.Of(Knowledge.Frames.WordClass.Verb, "chide").IsEmpty);
    }
}
