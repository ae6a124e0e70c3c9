using Demarche.Coding.Scoring;
using Demarche.Training.Scoring;
using Xunit;

namespace Demarche.Training.Tests.Scoring;

public sealed class BoostedTreesTests
{
    private const ulong Always = 7, First = 11, Second = 13, Rare = 17;

    private static readonly BoostedTrees Model = new(Trees: 60, Leaves: 4, Rate: 0.2, LeastInLeaf: 5, Share: 1, LeastCount: 3);

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, false)]
    public void OneOrTheOtherButNotBothIsLearnt(bool first, bool second, bool right)
    {
        var (keys, trees) = Model.Fit(Examples());
        var p = EventModel.Build(keys, trees).Probability([.. Features(first, second).Select(f => new EventFeature(f.Key, f.Value, EventFeatureKind.Class))]);
        Assert.True(right ? p > 0.8 : p < 0.2, $"{p}");
    }

    [Fact]
    public void WhatIsHardlySeenIsLeftOut() => Assert.DoesNotContain(Rare, Model.Fit(Examples()).Keys);

    [Fact]
    public void TheSameExamplesGiveTheSameTrees()
    {
        var (one, other) = (Model.Fit(Examples()).Trees, Model.Fit(Examples()).Trees);
        Assert.Equal(one.Nodes, other.Nodes);
        Assert.Equal(one.Leaves, other.Leaves);
    }

    private static List<SparseExample> Examples()
    {
        var rows = new List<SparseExample>();
        for (var k = 0; k < 200; k++)
        {
            // Not quite evenly: where both are as common as not, the first fork tells nothing.
            var (first, second) = (k % 2 == 0, k % 5 < 2);
            rows.Add(new SparseExample(Features(first, second), first != second, 1));
        }
        rows.Add(new SparseExample([(Rare, 1f)], true, 1));
        return rows;
    }

    private static (ulong Key, float Value)[] Features(bool first, bool second) => [(Always, 1f), (First, first ? 1f : 0), (Second, second ? 1f : 0)];
}
