using System.Collections.Concurrent;
using Demarche.Knowledge.Frames;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>
/// Finds the trigger of a verb whose lemma the tagger got wrong ("upgrad" for "upgraded"): a regular form is undone in every way that spelling
/// allows until one is a trigger. Safe for many threads.
/// </summary>
internal sealed class LemmaRepair(FrameTable frames)
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<string, string?> _known = new(StringComparer.Ordinal);

    public string? Of(ParsedSentence s, int token)
    {
        var form = s.Form(token);
        if (form.Length is < 4 or > 20) return null;
        var lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(form, out var found)) return found;
        found = Undo(form.ToString().ToLowerInvariant());
        if (_known.Count < Most) _known.TryAdd(form.ToString(), found);
        return found;
    }

    private string? Undo(string form)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ied", "ies", "ed", "es", "ing", "d", "s"])
        {
            if (!form.EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = form[..^ending.Length];
            if (stem.Length < 2) continue;
            if (ending[0] == 'i' && ending != "ing") stem += "y";
            if (Known(stem)) return stem;
            if (Known(stem + "e")) return stem + "e";
            if (stem[^1] == stem[^2] && Known(stem[..^1])) return stem[..^1];
        }
        return null;
    }

    private bool Known(string lemma) => !frames.Of(WordClass.Verb, lemma).IsEmpty;
}
