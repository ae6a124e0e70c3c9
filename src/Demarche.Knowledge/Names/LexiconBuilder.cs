using Demarche.Knowledge.Artefact;

namespace Demarche.Knowledge.Names;

/// <summary>Gathers forms with their senses and lays them out for <see cref="Lexicon"/>.</summary>
public sealed class LexiconBuilder
{
    private readonly Dictionary<ulong, (ulong Parent, ulong Word, List<Sense>? Senses)> _nodes = [];

    /// <summary>Adds a sense; the case pattern is taken from the words.</summary>
    /// <returns>False where the form holds no word.</returns>
    public bool Add(string form, Sense sense)
    {
        var words = NameWords.Of(form);
        if (words.Count == 0) return false;
        var key = Lexicon.Root;
        foreach (var w in words)
        {
            var parent = key;
            key = Lexicon.Child(parent, w.Hash);
            if (_nodes.TryGetValue(key, out var known))
            {
                if (known.Parent != parent || known.Word != w.Hash)
                    throw new InvalidOperationException($"two names share one key; change {nameof(Lexicon)}.{nameof(Lexicon.Child)} (at '{form}')");
            }
            else
            {
                _nodes[key] = (parent, w.Hash, null);
            }
        }
        var flags = sense.Flags | (words.Any(w => w.Case == WordCase.Upper) ? SenseFlags.Acronym : SenseFlags.None);
        if (form.EndsWith("'s", StringComparison.Ordinal) || form.EndsWith("\u2019s", StringComparison.Ordinal)) flags |= SenseFlags.Possessive;
        var full = sense with { Cases = CasePattern.Of(words), Flags = flags };
        var node = _nodes[key];
        node.Senses ??= [];
        if (!node.Senses.Contains(full)) node.Senses.Add(full);
        _nodes[key] = node;
        return true;
    }

    public void Write(SectionWriter output)
    {
        var size = 16;
        while (size < _nodes.Count * 2) size *= 2;
        var slots = new Lexicon.Slot[size];
        var senses = new List<Sense>();
        foreach (var (key, node) in _nodes.OrderBy(n => n.Key))
        {
            var i = (int)key & (size - 1);
            while (slots[i].Key != 0) i = (i + 1) & (size - 1);
            slots[i] = new Lexicon.Slot(key, senses.Count, node.Senses?.Count ?? 0);
            if (node.Senses is not null) senses.AddRange(node.Senses);
        }
        output.Array<Lexicon.Slot>(slots);
        output.Array<Sense>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(senses));
    }
}
