using Demarche.Coding.Scoring;
using Xunit;

namespace Demarche.Coding.Tests.Scoring;

public sealed class TreeEnsembleTests
{
    // The second column matters only where the first is above its threshold; the second tree is a leaf alone.
    private static TreeEnsemble Trees { get; } = new([new(0, 0.5f, ~0, 1), new(1, 2f, ~1, ~2)], [1, 10, 100, 0.25f], [0, ~3]);

    [Theory]
    [InlineData(0.5f, 9f, 1.25)]
    [InlineData(0.6f, 2f, 10.25)]
    [InlineData(0.6f, 2.5f, 100.25)]
    public void WhatIsAtMostTheThresholdGoesToTheLowerChild(float first, float second, double sum) => Assert.Equal(sum, Trees.Sum([first, second]));

    [Fact]
    public void TreesThatLeadNowhereAreNotSound()
    {
        Assert.True(Trees.IsSound(2));
        Assert.False(Trees.IsSound(1));
        Assert.False(new TreeEnsemble([new(0, 0, 0, ~0)], [1], [0]).IsSound(1));
        Assert.False(new TreeEnsemble([new(0, 0, ~0, ~1)], [1], [0]).IsSound(1));
        Assert.False(new TreeEnsemble([], [], [0]).IsSound(1));
    }
}
