using CsCheck;
using Demarche.Language.Syntax;
using Xunit;

namespace Demarche.Language.Tests.Syntax;

public sealed class ArcDecoderTests
{
    private static readonly Gen<(int N, float[] Scores)> Matrices =
        from n in Gen.Int[1, 30]
        from scores in Gen.Float[-9, 9].Array[n * (n + 3)]
        select (n, scores);

    private static readonly Gen<(int N, float[] Scores)> Ties =
        from n in Gen.Int[1, 12]
        from scores in Gen.Int[0, 1].Select(i => (float)i).Array[n * (n + 3)]
        select (n, scores);

    [Fact]
    public void Any_scores_give_a_tree_with_one_root() => Gen.OneOf(Matrices, Ties).Sample(m =>
    {
        var heads = new int[m.N];
        ArcDecoder.Decode(m.Scores, m.N + 3, m.N, heads);
        Trees.AssertTree(heads);
    });

    [Fact]
    public void A_tree_of_best_heads_is_kept() => (
        from n in Gen.Int[1, 20]
        from up in Gen.Int[0, 1000].Array[n]
        from root in Gen.Int[0, n - 1]
        select (n, up, root)).Sample(t =>
    {
        // Every word hangs on one drawn from those placed before it, the root first.
        var order = Enumerable.Range(0, t.n).OrderBy(i => i == t.root ? -1 : (i * 7919) % 101).ToArray();
        var truth = new int[t.n];
        for (var k = 0; k < t.n; k++) truth[order[k]] = k == 0 ? -1 : order[t.up[k] % k];
        var scores = new float[t.n * (t.n + 1)];
        for (var i = 0; i < t.n; i++) scores[i * (t.n + 1) + truth[i] + 1] = 1;
        var heads = new int[t.n];
        ArcDecoder.Decode(scores, t.n + 1, t.n, heads);
        Assert.Equal(truth, heads);
    });

    [Fact]
    public void A_cycle_is_broken_where_it_costs_least()
    {
        // Words 0 and 1 prefer each other; the root is as good for either, but word 2 takes word 1 for its head.
        float[] scores =
        [
            /* word 0: root, 0, 1, 2 */ 4, 0, 5, 0,
            /* word 1 */ 1, 6, 0, 0,
            /* word 2 */ 0, 0, 3, 0,
        ];
        var heads = new int[3];
        ArcDecoder.Decode(scores, 4, 3, heads);
        Assert.Equal([-1, 0, 1], heads);
    }
}
