using System.Buffers.Binary;

namespace Demarche.Intake.Reprints;

/// <summary>Signatures of texts: for each of 128 hash functions the least value over the text's shingles of five words.</summary>
internal static class MinHash
{
    public const int Bands = 32;
    private const int Rows = 4;
    private const int Width = 5;

    public static uint[] Of(string text)
    {
        var words = Words(text);
        var signature = new uint[Bands * Rows];
        Array.Fill(signature, uint.MaxValue);
        for (var i = 0; i + Width <= words.Count || i == 0; i++)
        {
            var shingle = 14695981039346656037UL;
            for (var k = i; k < Math.Min(i + Width, words.Count); k++) shingle = Mix(shingle ^ words[k]);
            for (var h = 0; h < signature.Length; h++)
            {
                var value = (uint)(Mix(shingle + ((ulong)(h + 1) * 0x9E3779B97F4A7C15UL)) >> 32);
                if (value < signature[h]) signature[h] = value;
            }
        }

        return signature;
    }

    public static byte[] ToBytes(uint[] signature)
    {
        var bytes = new byte[signature.Length * sizeof(uint)];
        for (var i = 0; i < signature.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), signature[i]);
        return bytes;
    }

    public static uint[] FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Bands * Rows * sizeof(uint)) throw new ArgumentException($"A signature has {Bands * Rows * sizeof(uint)} bytes, not {bytes.Length}.", nameof(bytes));
        var signature = new uint[Bands * Rows];
        for (var i = 0; i < signature.Length; i++) signature[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(uint))..]);
        return signature;
    }

    public static double Similarity(uint[] a, uint[] b)
    {
        var same = 0;
        for (var i = 0; i < a.Length; i++)
            if (a[i] == b[i]) same++;
        return (double)same / a.Length;
    }

    public static ulong Band(uint[] signature, int band)
    {
        var hash = (ulong)band + 1;
        for (var r = 0; r < Rows; r++) hash = Mix(hash ^ signature[(band * Rows) + r]);
        return hash;
    }

    /// <summary>Hashes of the words, case and punctuation aside.</summary>
    private static List<ulong> Words(string text)
    {
        var words = new List<ulong>(text.Length / 6);
        var hash = 0UL;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) hash = Mix(hash ^ char.ToLowerInvariant(c)) | 1;
            else if (hash != 0)
            {
                words.Add(hash);
                hash = 0;
            }
        }

        if (hash != 0) words.Add(hash);
        return words;
    }

    /// <summary>The finaliser of SplitMix64.</summary>
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
