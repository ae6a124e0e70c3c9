using System.Numerics.Tensors;
using Demarche.Language.Models;

namespace Demarche.Language.Syntax;

/// <summary>
/// The trained tagger, parser and lemmatizer. Embeddings stay in the mapped file as half-precision numbers; the matrices are
/// widened at load. Safe for use by many threads at once.
/// </summary>
public sealed unsafe class SyntaxModel : IDisposable
{
    public const int Version = 1;
    public const string FileName = "syntax-en.bin";
    private readonly ModelFile _file;
    private readonly NativeBuffer _weights;
    private readonly NativeBuffer _packed;
    private readonly ulong* _slots;
    private readonly int* _rows;
    private readonly int _slotMask;
    private readonly Half* _words;
    private readonly Half* _affixes;
    private readonly int _affixBits;

    private SyntaxModel(ModelFile file)
    {
        _file = file;
        var sizes = file.Read<int>();
        Shape = new NetShape
        {
            WordSize = sizes[0],
            AffixSize = sizes[1],
            Hidden = sizes[2],
            ArcSize = sizes[3],
            LabelSize = sizes[4],
            LabelCount = sizes[5],
        };
        _affixBits = sizes[6];
        var half = file.Read<Half>();
        _weights = new NativeBuffer(Shape.Total);
        TensorPrimitives.ConvertToSingle(half, _weights.AsSpan(Shape.Total));
        _slots = file.ReadPointer<ulong>(out var capacity);
        _slotMask = capacity - 1;
        _rows = file.ReadPointer<int>(out _);
        _words = file.ReadPointer<Half>(out _);
        _affixes = file.ReadPointer<Half>(out _);
        Lemmas = Lemmatizer.Read(file);
        _packed = new NativeBuffer(SyntaxNet.PackedSize(Shape));
        SyntaxNet.Pack(Shape, _weights.Data, _packed.Data);
        Net = new SyntaxNet(Shape, _weights.Data, _packed.Data);
    }

    public static ReadOnlySpan<byte> Magic => "DMSYNTAX"u8;

    public NetShape Shape { get; }

    public SyntaxNet Net { get; }

    public Lemmatizer Lemmas { get; }

    /// <summary>SHA-256 of the model's content, in hexadecimal.</summary>
    public string Hash => _file.Hash;

    /// <exception cref="ModelException">The file is missing, damaged, or of another version.</exception>
    public static SyntaxModel Load(string path) => new(ModelFile.Open(path, Magic, Version));

    /// <summary>The network's input for a word form.</summary>
    public void Fill(ReadOnlySpan<char> form, float* vector)
    {
        var row = RowOf(WordFeatures.FormHash(form));
        var word = new Span<float>(vector, Shape.WordSize);
        TensorPrimitives.ConvertToSingle(new ReadOnlySpan<Half>(_words + (long)row * Shape.WordSize, Shape.WordSize), word);
        var affix = new Span<float>(vector + Shape.WordSize, Shape.AffixSize);
        affix.Clear();
        Span<int> rows = stackalloc int[WordFeatures.MaxAffixes];
        Span<float> one = stackalloc float[Shape.AffixSize];
        var n = WordFeatures.Affixes(form, _affixBits, rows);
        foreach (var r in rows[..n])
        {
            TensorPrimitives.ConvertToSingle(new ReadOnlySpan<Half>(_affixes + (long)r * Shape.AffixSize, Shape.AffixSize), one);
            TensorPrimitives.Add(affix, one, affix);
        }
        TensorPrimitives.Multiply(affix, 1 / MathF.Sqrt(n), affix);
    }

    public void Dispose()
    {
        _weights.Dispose();
        _packed.Dispose();
        _file.Dispose();
    }

    private int RowOf(ulong hash)
    {
        for (var at = (int)(hash >> 20) & _slotMask; ; at = (at + 1) & _slotMask)
        {
            if (_slots[at] == hash) return _rows[at];
            if (_slots[at] == 0) return 0;
        }
    }
}
