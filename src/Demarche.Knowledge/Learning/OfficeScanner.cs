using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Names;

namespace Demarche.Knowledge.Learning;

/// <summary>
/// Finds who is said to hold which office in plain text, by three patterns: an adjective of a state, a title and a name; the same with a
/// state in the genitive; a title, a name and "of" with a state. No tree is needed, so that a corpus of years takes seconds.
/// </summary>
public sealed class OfficeScanner(ActorTable actors)
{
    // Words that may stand between the state and the title.
    private static readonly HashSet<ulong> Between = [.. Words("acting", "interim", "caretaker", "incumbent", "transitional", "outgoing", "new")];

    public IEnumerable<OfficeSighting> Scan(string document, string text, int day)
    {
        var words = NameWords.Of(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (StateAt(text, words, i, day) is { } state && After(words, i + state.Words) is var next && OfficeAt(words, next, state.Index, day) is { } office)
            {
                if (NameAfter(text, words, next + office.Words) is { } name) yield return new(state.Index, office.Index, name, day, document);
                i = next + office.Words - 1;
            }
            else if (OfficeAt(words, i, null, day) is { } title && NameAfter(text, words, i + title.Words) is { } holder
                && StateAfterOf(text, words, i + title.Words, holder, day) is { } body && OfficeAt(words, i, body, day) is { } whole)
            {
                yield return new(body, whole.Index, holder, day, document);
            }
        }
    }

    private static int After(List<NameWord> words, int i)
    {
        while (i < words.Count && Between.Contains(words[i].Hash)) i++;
        return i;
    }

    private static string? NameAfter(string text, List<NameWord> words, int i)
    {
        if (i == 0 || i >= words.Count) return null;
        var gap = text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End);
        return gap.Length > 0 && gap.Trim(' ').IsEmpty ? PersonNameReader.Read(text, words[i - 1].End) : null;
    }

    // "President Ada Orm of Examplia"
    private int? StateAfterOf(string text, List<NameWord> words, int first, string name, int day)
    {
        var i = first + NameWords.Of(name).Count;
        if (i + 1 >= words.Count || text.AsSpan(words[i].Start, words[i].End - words[i].Start) is not "of") return null;
        var at = text.AsSpan(words[i + 1].Start, words[i + 1].End - words[i + 1].Start) is "the" ? i + 2 : i + 1;
        return Longest(words, at, s => s.Kind == SenseKind.Name && s.HoldsOn(day) && IsState(s.Entry)) is { } state ? state.Index : null;
    }

    private (int Index, int Words)? StateAt(string text, List<NameWord> words, int i, int day)
    {
        if (words[i].Case == WordCase.Lower) return null;
        var found = Longest(words, i, s => (s.Kind is SenseKind.Adjective or SenseKind.Name) && s.HoldsOn(day) && IsState(s.Entry));
        if (found is not { } state || i + state.Words >= words.Count) return null;
        // A name needs its genitive: "Examplia's president", not "Examplia president".
        var adjective = Longest(words, i, s => s.Kind == SenseKind.Adjective && s.HoldsOn(day) && IsState(s.Entry));
        if (adjective is { } a && a.Words == state.Words) return a;
        var end = words[i + state.Words - 1].End;
        return text.AsSpan(end).StartsWith("'s ") || text.AsSpan(end).StartsWith("’s ") ? state : null;
    }

    private (int Index, int Words)? OfficeAt(List<NameWord> words, int i, int? body, int day) =>
        i >= words.Count ? null : Longest(
            words, i,
            s => s.Kind == SenseKind.Office && s.HoldsOn(day) && !s.Flags.HasFlag(SenseFlags.Plural) && (s.Only < 0 || s.Only == body),
            s => s.Only >= 0);

    // The longest form from word i on, with the first sense that is wanted; among equals one that is preferred.
    private (int Index, int Words)? Longest(List<NameWord> words, int i, Func<Sense, bool> wanted, Func<Sense, bool>? preferred = null)
    {
        (int, int)? best = null;
        var key = Lexicon.Root;
        for (var n = i; n < words.Count && actors.Lexicon.Step(ref key, words[n].Hash, out var run); n++)
        {
            Sense? chosen = null;
            foreach (var s in actors.Lexicon.Senses(run))
            {
                if (!wanted(s)) continue;
                if (chosen is null || (preferred is not null && preferred(s) && !preferred(chosen.Value))) chosen = s;
            }
            if (chosen is { } c) best = (c.Entry, n - i + 1);
        }
        return best;
    }

    private bool IsState(int entry) => actors[entry].Kind == ActorKind.State;

    private static IEnumerable<ulong> Words(params string[] words) => words.Select(w => NameWords.HashOf(w));
}
