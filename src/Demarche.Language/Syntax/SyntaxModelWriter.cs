using System.Numerics.Tensors;
using Demarche.Language.Models;

namespace Demarche.Language.Syntax;

/// <summary>Writes what the trainer learnt in the layout that <see cref="SyntaxModel"/> reads.</summary>
public static class SyntaxModelWriter
{
    /// <param name="hashes">Form hashes; form i has row i+1 of <paramref name="words"/>, row 0 is the unknown word.</param>
    public static void Write(
        string path, NetShape shape, int affixBits, ReadOnlySpan<float> weights, IReadOnlyList<ulong> hashes,
        ReadOnlySpan<float> words, ReadOnlySpan<float> affixes, LemmaTable lemmas)
    {
        var capacity = 1;
        while (capacity < hashes.Count * 2) capacity *= 2;
        var slots = new ulong[capacity];
        var rows = new int[capacity];
        for (var i = 0; i < hashes.Count; i++)
        {
            var at = (int)(hashes[i] >> 20) & (capacity - 1);
            while (slots[at] != 0) at = (at + 1) & (capacity - 1);
            slots[at] = hashes[i];
            rows[at] = i + 1;
        }
        int[] sizes = [shape.WordSize, shape.AffixSize, shape.Hidden, shape.ArcSize, shape.LabelSize, shape.LabelCount, affixBits];
        ModelFile.Write(path, SyntaxModel.Magic, SyntaxModel.Version,
        [
            ModelFile.Bytes<int>(sizes), Halves(weights), ModelFile.Bytes<ulong>(slots), ModelFile.Bytes<int>(rows),
            Halves(words), Halves(affixes), .. lemmas.Sections(),
        ]);
    }

    private static byte[] Halves(ReadOnlySpan<float> values)
    {
        var half = new Half[values.Length];
        TensorPrimitives.ConvertToHalf(values, half);
        return ModelFile.Bytes<Half>(half);
    }
}
