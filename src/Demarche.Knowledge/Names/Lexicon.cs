using Demarche.Knowledge.Artefact;

namespace Demarche.Knowledge.Names;

/// <summary>A run of senses in a lexicon.</summary>
public readonly record struct SenseRun(int First, int Count)
{
    public bool IsEmpty => Count == 0;
}

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

    /// <summary>
    /// Goes one word further down the trie. <paramref name="key"/> is <see cref="Root"/> at first; it becomes the key of the node reached.
    /// </summary>
    /// <param name="run">The senses of the form that ends here; empty where none does.</param>
    /// <returns>False where no form goes on with this word.</returns>
    public bool Step(ref ulong key, ulong word, out SenseRun run)
    {
        key = Child(key, word);
        ref readonly var slot = ref Find(key);
        run = new SenseRun(slot.First, slot.Count);
        return slot.Key != 0;
    }

    /// <summary>The senses of a run, in the order of the knowledge; dates and ways of writing have not been looked at.</summary>
    public ReadOnlySpan<Sense> Senses(SenseRun run) => _senses.AsSpan(run.First, run.Count);

    /// <summary>The senses of exactly this form.</summary>
    public ReadOnlySpan<Sense> Exact(string form)
    {
        var key = Root;
        var run = default(SenseRun);
        foreach (var w in NameWords.Of(form))
            if (!Step(ref key, w.Hash, out run)) return [];
        return Senses(run);
    }

    internal static ulong Child(ulong key, ulong word)
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
