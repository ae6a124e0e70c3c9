using System.Numerics;

namespace Demarche.Coding.Scoring;

/// <summary>Where the values of a 64-bit key stand: an open-addressing table, stored in the models as it is. Its length is a power of two; 0 is free.</summary>
public readonly struct KeyTable(ulong[] keys)
{
    /// <summary>Room for so many keys, at most half full.</summary>
    public static KeyTable For(int count) => new(new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count * 2))]);

    public ReadOnlySpan<ulong> Keys => keys;

    public int Length => keys.Length;

    /// <summary>The slot of the key, which is taken for it where it has none.</summary>
    public int Add(ulong key)
    {
        var mask = keys.Length - 1;
        var at = (int)(key >> 20) & mask;
        while (keys[at] != 0 && keys[at] != key) at = (at + 1) & mask;
        keys[at] = key;
        return at;
    }

    /// <summary>The slot of the key, or −1.</summary>
    public int Find(ulong key)
    {
        var mask = keys.Length - 1;
        for (var at = (int)(key >> 20) & mask; keys[at] != 0; at = (at + 1) & mask)
            if (keys[at] == key) return at;
        return -1;
    }
}
