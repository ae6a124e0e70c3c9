using Demarche.Knowledge.Artefact;

namespace Demarche.Knowledge.Names;

/// <summary>
/// All surface forms of the knowledge as a trie over words, laid out as one open-addressing hash table: the key of a node is
/// mixed from its parent's key and the word's hash, so that a step costs one probe and loading costs one copy. Words are compared by
/// their 64-bit hashes; the builder refuses two nodes with one key.
/// </summary>
public sealed class Lexicon
{
    private readonly Slot[] _slots;
    private readonly Sense[] _senses;
    private readonly int _mask;

    private Lexicon(Slot[] slots, Sense[] senses)
    {
        _slots = slots;
        _senses = senses;
        _mask = slots.Length - 1;
    }

    /// <summary>Key of the root, from which a look-up begins.</summary>
    public static ulong Root => 0x9E3779B97F4A7C15UL;

    public static Lexicon Read(SectionReader reader) => new(reader.Array<Slot>(), reader.Array<Sense>());

    /// <summary>The longest form that begins with the first of the words.</summary>
    /// <param name="length">Number of words it takes; 0 where there is none.</param>
    /// <returns>Its senses, in the order of the knowledge; how the words are written has not been looked at.</returns>
    public ReadOnlySpan<Sense> Longest(ReadOnlySpan<NameWord> words, out int length)
    {
        length = 0;
        ReadOnlySpan<Sense> best = [];
        var key = Root;
        for (var i = 0; i < words.Length; i++)
        {
            key = Step(key, words[i].Hash);
            ref readonly var slot = ref Find(key);
            if (slot.Key == 0) break;
            if (slot.Count <= 0) continue;
            best = _senses.AsSpan(slot.First, slot.Count);
            length = i + 1;
        }
        return best;
    }

    /// <summary>The senses of exactly these words.</summary>
    public ReadOnlySpan<Sense> Exact(ReadOnlySpan<NameWord> words)
    {
        var key = Root;
        foreach (ref readonly var w in words) key = Step(key, w.Hash);
        ref readonly var slot = ref Find(key);
        return slot.Key == 0 ? [] : _senses.AsSpan(slot.First, slot.Count);
    }

    internal static ulong Step(ulong key, ulong word)
    {
        var x = (key ^ word) * 0xBF58476D1CE4E5B9UL;
        x ^= x >> 29;
        x *= 0x94D049BB133111EBUL;
        x ^= x >> 32;
        return x == 0 ? 1 : x;
    }

    private ref readonly Slot Find(ulong key)
    {
        var i = (int)key & _mask;
        while (_slots[i].Key != key && _slots[i].Key != 0) i = (i + 1) & _mask;
        return ref _slots[i];
    }

    internal readonly record struct Slot(ulong Key, int First, int Count);
}
