using Xunit;

namespace Demarche.Language.Tests.Syntax;

/// <summary>What holds for every parsed sentence.</summary>
internal static class Trees
{
    public static void AssertTree(IReadOnlyList<int> heads)
    {
        Assert.Equal(1, heads.Count(h => h < 0));
        for (var i = 0; i < heads.Count; i++)
        {
            Assert.InRange(heads[i], -1, heads.Count - 1);
            var steps = 0;
            for (var at = i; at >= 0; at = heads[at]) Assert.True(steps++ <= heads.Count, $"word {i} is in a cycle");
        }
    }
}
