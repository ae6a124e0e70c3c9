using Demarche.Coding.Scoring;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Demarche.Training.Scoring;

/// <summary>
/// Fits boosted trees (ML.NET's FastTree) over many features of which few are present, and hands them over in our own form. Fixed seed: the same examples give the same trees.
/// </summary>
/// <param name="LeastCount">Features seen less often are left out.</param>
/// <param name="LeastInLeaf">Examples that a leaf must hold.</param>
/// <param name="Share">The share of the features that a tree may ask for.</param>
internal sealed record BoostedTrees(int Trees, int Leaves, double Rate, int LeastInLeaf, double Share, int LeastCount)
{
    /// <summary>The keys of the columns, and the trees whose sum is the log odds of being right.</summary>
    public (ulong[] Keys, TreeEnsemble Trees) Fit(IReadOnlyList<SparseExample> rows)
    {
        ulong[] keys = [.. rows.SelectMany(r => r.Features.Select(f => f.Key)).CountBy(k => k).Where(x => x.Value >= LeastCount).Select(x => x.Key).Order()];
        if (keys.Length == 0) return (keys, new TreeEnsemble([], [], []));
        var columns = keys.Index().ToDictionary(x => x.Item, x => x.Index);
        var context = new MLContext(1);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, keys.Length);
        var trainer = context.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            NumberOfTrees = Trees,
            NumberOfLeaves = Leaves,
            LearningRate = Rate,
            MinimumExampleCountPerLeaf = LeastInLeaf,
            FeatureFraction = Share,
            MaximumBinCountPerFeature = 63,
            NumberOfThreads = 2,
            Seed = 1,
            LabelColumnName = nameof(Row.Label),
            FeatureColumnName = nameof(Row.Features),
            ExampleWeightColumnName = nameof(Row.Weight),
        });
        var fitted = trainer.Fit(context.Data.LoadFromEnumerable(rows.Select(r => Row.Of(r, columns)), schema)).Model;
        // The calibrator makes log odds of the sum: its slope goes into the leaves.
        var slope = ((PlattCalibrator)fitted.Calibrator).Slope;
        return (keys, Ours(((FastTreeBinaryModelParameters)fitted.SubModel).TrainedTreeEnsemble, -slope));
    }

    private static TreeEnsemble Ours(RegressionTreeEnsemble theirs, double scale)
    {
        var (nodes, leaves, roots) = (new List<TreeNode>(), new List<float>(), new List<int>());
        for (var t = 0; t < theirs.Trees.Count; t++)
        {
            var tree = theirs.Trees[t];
            var (firstNode, firstLeaf) = (nodes.Count, leaves.Count);
            int Child(int child) => child >= 0 ? firstNode + child : ~(firstLeaf + ~child);
            roots.Add(tree.NumberOfNodes == 0 ? ~firstLeaf : firstNode);
            for (var k = 0; k < tree.NumberOfNodes; k++)
                nodes.Add(new TreeNode(tree.NumericalSplitFeatureIndexes[k], tree.NumericalSplitThresholds[k], Child(tree.LeftChild[k]), Child(tree.RightChild[k])));
            foreach (var value in tree.LeafValues) leaves.Add((float)(value * theirs.TreeWeights[t] * scale));
        }
        if (theirs.Bias != 0)
        {
            roots.Add(~leaves.Count);
            leaves.Add((float)(theirs.Bias * scale));
        }
        return new TreeEnsemble([.. nodes], [.. leaves], [.. roots]);
    }

    private sealed class Row
    {
        public bool Label { get; init; }

        public float Weight { get; init; }

        public VBuffer<float> Features { get; init; }

        public static Row Of(SparseExample example, Dictionary<ulong, int> columns)
        {
            var present = new SortedDictionary<int, float>();
            foreach (var (key, value) in example.Features)
                if (columns.TryGetValue(key, out var column)) present[column] = value;
            return new Row { Label = example.Right, Weight = example.Weight, Features = new VBuffer<float>(columns.Count, present.Count, [.. present.Values], [.. present.Keys]) };
        }
    }
}
