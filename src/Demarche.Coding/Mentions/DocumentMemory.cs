using System.Collections.Immutable;
using Demarche.Knowledge;
using Demarche.Knowledge.Names;
using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>What has been mentioned so far in a document, for what refers back to it.</summary>
/// <param name="stateOf">The identity of a state by its code.</param>
internal sealed class DocumentMemory(Func<string, ActorIdentity> stateOf)
{
    private const int Window = 3;

    private static readonly HashSet<string> OfStates = ["country", "nation", "state", "government", "capital", "neighbor", "neighbour", "power"];

    private readonly List<MentionDraft> _past = [];
    private readonly Dictionary<ulong, MentionDraft> _names = [];
    private readonly Dictionary<string, (int Count, int Last, ActorIdentity Actor)> _states = new(StringComparer.Ordinal);

    public void Add(MentionDraft draft)
    {
        if (draft.IsModifier)
        {
            Count(draft);
            return;
        }
        _past.Add(draft);
        if (!draft.IsResolved) return;
        Count(draft);
        if (draft.Unit is { IsStateLike: true }) return;
        var name = draft.UnknownName ?? (draft.Actors is [{ Person: { } person }] ? person : null);
        if (name is null) return;
        var words = NameWords.Of(name);
        if (words.Count == 0) return;
        _names.TryAdd(words[^1].Hash, draft);
        if (words.Count == 1) _names[words[0].Hash] = draft;
    }

    /// <summary>Remembers a short form given in brackets.</summary>
    public void AddAcronym(string acronym, MentionDraft draft)
    {
        if (NameWords.Of(acronym) is [var word]) _names[word.Hash] = draft;
    }

    /// <summary>The fuller mention of a name whose last word is the one given.</summary>
    public MentionDraft? ByName(string name) =>
        NameWords.Of(name) is { Count: > 0 } words && _names.TryGetValue(words[^1].Hash, out var found) ? found : null;

    /// <summary>The latest mention called by the same noun.</summary>
    public MentionDraft? ByNoun(string noun)
    {
        for (var i = _past.Count - 1; i >= 0; i--)
            if (_past[i].IsResolved && _past[i].Noun == noun) return _past[i];
        return null;
    }

    /// <summary>The latest mention of one of these actors.</summary>
    public MentionDraft? ByActor(Func<string, bool> isOne)
    {
        for (var i = _past.Count - 1; i >= 0; i--)
            if (_past[i] is { IsResolved: true, IsHuman: false } d && d.Actors is [{ ActorId: { } id, Person: null }] && isOne(id)) return d;
        return null;
    }

    public MentionDraft? Latest(Func<MentionDraft, bool> suits)
    {
        for (var i = _past.Count - 1; i >= 0; i--)
            if (_past[i].IsResolved && suits(_past[i])) return _past[i];
        return null;
    }

    /// <summary>
    /// The two latest different parties, for "the two countries" or "both sides": states, and where the noun is none of states' own, armed groups too,
    /// also of one country; organisations and scenes only where there is nobody else.
    /// </summary>
    public ImmutableArray<MentionDraft> LatestTwo(string noun)
    {
        var statesOnly = OfStates.Contains(noun);
        var found = new List<MentionDraft>();
        for (var worst = 0; worst < 3 && found.Count < 2; worst++)
        {
            for (var i = _past.Count - 1; i >= 0 && found.Count < 2; i--)
            {
                var d = _past[i];
                if (!d.IsResolved || d.Actors is not [{ Country: not null } actor] || Remoteness(d, actor, statesOnly) > worst) continue;
                if (found.All(f => Differs(f.Actors[0], actor, statesOnly))) found.Add(d);
            }
        }
        return found.Count == 2 ? [found[1], found[0]] : [];
    }

    /// <summary>0 for who is meant first, 1 for organisations and, of states, for whatever has no state's code; 2 for a scene.</summary>
    private static int Remoteness(MentionDraft d, ActorIdentity actor, bool statesOnly) =>
        d.IsScene ? 2 : actor.IsOrganisation || (statesOnly && actor.Country!.Length != 3) ? 1 : 0;

    /// <summary>The latest pair that the noun stood for.</summary>
    public MentionDraft? PairCalled(string noun) => Latest(d => d.Noun == noun && d.Actors.Length == 2);

    // An army and the rebels that it fights are two sides of one country.
    private static bool Differs(ActorIdentity a, ActorIdentity b, bool statesOnly) =>
        a.Country != b.Country || (!statesOnly && a.Sectors.Contains("REB") != b.Sectors.Contains("REB"));

    /// <summary>The state that the document speaks of most, the latest of equals; null before any.</summary>
    public ActorIdentity? Topic()
    {
        ActorIdentity? topic = null;
        var best = (0, 0);
        foreach (var (count, last, actor) in _states.Values)
        {
            if ((count, last).CompareTo(best) <= 0) continue;
            best = (count, last);
            topic = actor;
        }
        return topic;
    }

    /// <summary>Candidates for a pronoun, the latest first, from the sentences just before it on.</summary>
    public IEnumerable<MentionDraft> Before(int sentence, int token)
    {
        for (var i = _past.Count - 1; i >= 0; i--)
        {
            var d = _past[i];
            if (d.Sentence.Index < sentence - Window) yield break;
            if (d.Sentence.Index == sentence && d.Head >= token) continue;
            yield return d;
        }
    }

    private void Count(MentionDraft draft)
    {
        foreach (var a in draft.Actors)
        {
            if (a.Country is not { Length: 3 } country || a.IsOrganisation || !draft.IsResolved) continue;
            var known = _states.GetValueOrDefault(country);
            _states[country] = (known.Count + 1, draft.Sentence.Index * 1000 + draft.Head, known.Actor ?? stateOf(country));
        }
    }
}
