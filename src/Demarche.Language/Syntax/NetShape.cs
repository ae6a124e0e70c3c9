namespace Demarche.Language.Syntax;

/// <summary>
/// The sizes of the network and where each of its matrices stands in one flat array of weights. All matrices are row-major with
/// the input along the rows. The network: word and affix embeddings, two bidirectional LSTM layers (gates in the order i, f, g, o;
/// forward direction first), linear heads for the tags on the first layer, and deep biaffine attention for arcs and labels on the
/// second (Dozat and Manning 2017).
/// </summary>
public sealed record NetShape
{
    public const int UposCount = 17;
    public const int XposCount = 51;
    public const int TagColumns = 80;

    public int WordSize { get; init; } = 96;

    public int AffixSize { get; init; } = 64;

    /// <summary>Hidden units of one direction of an LSTM layer; a multiple of 8.</summary>
    public int Hidden { get; init; } = 128;

    public int ArcSize { get; init; } = 128;

    /// <summary>With the constant one as the last element; a multiple of 8.</summary>
    public int LabelSize { get; init; } = 48;

    public int LabelCount { get; init; } = Enum.GetValues<Deprel>().Length;

    public int InputSize => WordSize + AffixSize;

    public int Gates => 4 * Hidden;

    public int Both => 2 * Hidden;

    /// <summary>Columns of the label tensor seen as a matrix, padded to a multiple of 16.</summary>
    public int LabelColumns => (LabelCount * LabelSize + 15) / 16 * 16;

    public int In1 => 0;

    public int Bias1 => In1 + InputSize * 2 * Gates;

    public int Rec1 => Bias1 + 2 * Gates;

    public int In2 => Rec1 + 2 * Hidden * Gates;

    public int Bias2 => In2 + Both * 2 * Gates;

    public int Rec2 => Bias2 + 2 * Gates;

    public int Tag => Rec2 + 2 * Hidden * Gates;

    public int TagBias => Tag + Both * TagColumns;

    /// <summary>The four projections of the second layer side by side: arc dependent, arc head, label dependent, label head.</summary>
    public int Proj => TagBias + TagColumns;

    public int ProjColumns => 2 * ArcSize + 2 * LabelSize;

    public int ProjBias => Proj + Both * ProjColumns;

    public int ArcMatrix => ProjBias + ProjColumns;

    public int ArcHeadBias => ArcMatrix + ArcSize * ArcSize;

    /// <summary>The root as a head: its arc vector, then its label vector.</summary>
    public int RootVector => ArcHeadBias + ArcSize;

    public int LabelTensor => RootVector + ArcSize + LabelSize;

    public int Total => LabelTensor + LabelSize * LabelColumns;
}
