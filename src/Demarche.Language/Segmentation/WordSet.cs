using System.Collections.Frozen;

namespace Demarche.Language.Segmentation;

/// <summary>A closed list of lower-case words that can be asked about a piece of text, whatever its case, without a string.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;

    public WordSet(string words)
    {
        var set = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _lookup = set.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = set.Max(w => w.Length);
    }

    public bool Contains(ReadOnlySpan<char> word) => word.Length <= _longest && _lookup.Contains(word);
}
