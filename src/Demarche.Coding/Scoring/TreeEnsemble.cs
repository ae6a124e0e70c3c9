using System.Runtime.InteropServices;

namespace Demarche.Coding.Scoring;

/// <summary>A fork of a regression tree: what is at most the threshold goes to the lower child, the rest to the upper one. A child below zero is the leaf of its complement.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct TreeNode(int Column, float Threshold, int Lower, int Upper);

/// <summary>Regression trees whose leaves are added up. Stored in the models as it is; children stand after their node, so that every walk ends.</summary>
public sealed class TreeEnsemble(TreeNode[] nodes, float[] leaves, int[] roots)
{
    public ReadOnlySpan<TreeNode> Nodes => nodes;

    public ReadOnlySpan<float> Leaves => leaves;

    public ReadOnlySpan<int> Roots => roots;

    /// <summary>True where no walk over so many columns can leave the tables or go round in circles.</summary>
    public bool IsSound(int columns)
    {
        for (var k = 0; k < nodes.Length; k++)
        {
            var n = nodes[k];
            if ((uint)n.Column >= (uint)columns || !Leads(n.Lower, k) || !Leads(n.Upper, k)) return false;
        }
        return Array.TrueForAll(roots, r => Leads(r, -1));
    }

    public double Sum(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var root in roots)
        {
            var at = root;
            while (at >= 0)
            {
                ref readonly var n = ref nodes[at];
                at = values[n.Column] <= n.Threshold ? n.Lower : n.Upper;
            }
            sum += leaves[~at];
        }
        return sum;
    }

    private bool Leads(int child, int from) => child >= 0 ? child > from && child < nodes.Length : ~child < leaves.Length;
}
