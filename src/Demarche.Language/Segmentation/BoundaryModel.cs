using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Demarche.Language.Models;

namespace Demarche.Language.Segmentation;

/// <summary>
/// Weights of a logistic regression over hashed features: does a sentence end here? Weights are bytes; a feature's number is
/// its index in the table.
/// <para>
/// File: "DSEG", version (int32), bits of the table (int32), bias (float32), scale (float32), weights (2^bits signed bytes),
/// then the first 8 bytes of the SHA-256 of all before. Little endian.
/// </para>
/// </summary>
internal sealed class BoundaryModel
{
    public const string FileName = "segmenter.bin";
    public const int Bits = 17;
    private const int Version = 1;
    private const int HeadLength = 20;
    private const int SealLength = 8;

    private readonly sbyte[] _weights;
    private readonly float _bias;
    private readonly float _scale;

    private BoundaryModel(sbyte[] weights, float bias, float scale)
    {
        _weights = weights;
        _bias = bias;
        _scale = scale;
    }

    /// <summary>Log-odds that a sentence ends at the candidate with these features.</summary>
    public float Score(ReadOnlySpan<int> features)
    {
        var sum = 0;
        foreach (var f in features) sum += _weights[f];
        return sum * _scale + _bias;
    }

    /// <summary>Rounds trained weights to bytes.</summary>
    public static BoundaryModel Quantize(ReadOnlySpan<float> weights, float bias)
    {
        var most = 0f;
        foreach (var w in weights) most = Math.Max(most, Math.Abs(w));
        var scale = Math.Max(most, 1e-6f) / 127;
        var bytes = new sbyte[weights.Length];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (sbyte)MathF.Round(weights[i] / scale);
        return new BoundaryModel(bytes, bias, scale);
    }

    /// <summary>The same weights, with the threshold moved.</summary>
    public BoundaryModel Shifted(float by) => new(_weights, _bias + by, _scale);

    public void Save(string path)
    {
        var bytes = new byte[HeadLength + _weights.Length + SealLength];
        "DSEG"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Bits);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(12), _bias);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(16), _scale);
        MemoryMarshal.AsBytes(_weights.AsSpan()).CopyTo(bytes.AsSpan(HeadLength));
        SHA256.HashData(bytes.AsSpan(0, bytes.Length - SealLength)).AsSpan(0, SealLength).CopyTo(bytes.AsSpan(bytes.Length - SealLength));
        File.WriteAllBytes(path, bytes);
    }

    /// <exception cref="ModelException">The file is missing, cut short, changed or of another version.</exception>
    public static BoundaryModel Load(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (IOException e)
        {
            throw ModelException.Missing(path, e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw ModelException.Missing(path, e);
        }
        if (bytes.Length != HeadLength + (1 << Bits) + SealLength || !bytes.AsSpan(0, 4).SequenceEqual("DSEG"u8))
            throw ModelException.Damaged(path, "its length or first bytes are wrong");
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)) != Version || BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)) != Bits)
            throw ModelException.Damaged(path, "it is of another version");
        if (!SHA256.HashData(bytes.AsSpan(0, bytes.Length - SealLength)).AsSpan(0, SealLength).SequenceEqual(bytes.AsSpan(bytes.Length - SealLength)))
            throw ModelException.Damaged(path, "its check sum does not match");
        var weights = MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan(HeadLength, 1 << Bits)).ToArray();
        return new BoundaryModel(
            weights, BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(12)), BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(16)));
    }
}
