using System.Collections.Immutable;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Names;
using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>Goes through a document's mentions in text order and settles what refers back: names, descriptions, owners, pronouns.</summary>
internal sealed class Coreference(ActorTable actors, IdentityFactory identities)
{
    private static readonly HashSet<string> Pairs = ["country", "side", "nation", "state", "government", "party", "ally", "neighbor", "neighbour", "leader", "rival", "capital", "power"];

    private static readonly HashSet<string> Sending =
    [
        "send", "deploy", "withdraw", "recall", "dispatch", "pull", "station", "move", "commit", "redeploy", "mobilize", "mobilise", "keep", "contribute", "lose", "use",
        "launch", "fire", "field", "mass", "have", "order", "evacuate", "replace", "appoint", "name", "dismiss", "sack",
    ];

    private readonly DocumentMemory _memory = new(identities.OfCountry);

    /// <summary>Adds the drafts of pronouns and pairs, and fills in the others.</summary>
    public List<MentionDraft> Run(ParsedSentence s, List<MentionDraft> drafts)
    {
        var all = new List<MentionDraft>(drafts.Count + 4);
        var next = 0;
        for (var t = 0; t < s.Count; t++)
        {
            while (next < drafts.Count && drafts[next].Head <= t) Settle(drafts[next++], all, drafts);
            if (all.Count > 0 && all[^1].Head == t) continue;
            var kind = Pronouns.KindOf(s, t);
            var made = kind != Pronouns.Kind.None ? FromSeat(s, t, kind, all) ?? Pronouns.Resolve(s, t, kind, _memory) : Pair(s, t);
            if (made is null) continue;
            all.Add(made);
            _memory.Add(made);
        }
        // Owners that come after the noun: "diplomats from the alliance's mission".
        foreach (var d in drafts)
            if (d.NeedsOwner && d.OwnerPronoun > d.Head && all.FirstOrDefault(a => a.Head == d.OwnerPronoun) is { } owner) Give(d, owner, d.Basis);
        return all;
    }

    // "From Moscow they reject the charge": whoever speaks from a seat of government is that government.
    private static MentionDraft? FromSeat(ParsedSentence s, int token, Pronouns.Kind kind, List<MentionDraft> all)
    {
        if (kind != Pronouns.Kind.Plural || !TreeWalk.IsSubject(s, token)) return null;
        foreach (var d in all)
        {
            if (d.Unit?.Kind != UnitKind.Capital || !d.IsResolved || d.Head > token || token - d.Head > 3 || TreeWalk.CaseOf(s, d.Head) is not ("from" or "From")) continue;
            return new MentionDraft(s, token, token, token) { Actors = d.Actors, Basis = "pronoun", Antecedent = d.Span, IsPlural = true, IsHuman = true };
        }
        return null;
    }

    private void Settle(MentionDraft d, List<MentionDraft> all, List<MentionDraft> sentence)
    {
        if (d.Unit?.Kind == UnitKind.Description) Describe(d);
        else if (d.UnknownName is { } name && d.Actors.IsEmpty) Recall(d, name);
        else if (d.Unit is { Kind: UnitKind.Person, IsSurname: true } && d.Basis == "name") Recall(d, TextOf(d));
        else if (d.NeedsOwner) FindOwner(d, all, sentence);
        if (d.Actors.IsEmpty && d.UnknownName is null) return;
        all.Add(d);
        _memory.Add(d);
        if (d.Basis == "acronym") _memory.AddAcronym(TextOf(d), d);
    }

    // A surname, or an acronym that the text has explained.
    private void Recall(MentionDraft d, string name)
    {
        if (_memory.ByName(name) is not { } earlier) return;
        if (name.Contains(' ') && earlier.Actors is [{ Person: { } known }] && !Compatible(known, name)) return;
        d.Actors = earlier.Actors;
        d.Antecedent = earlier.Span;
        d.IsHuman = earlier.IsHuman;
    }

    // "Ivan Smith" is not "John Smith".
    private static bool Compatible(string known, string name) => NameWords.Of(known)[0].Hash == NameWords.Of(name)[0].Hash;

    private void Describe(MentionDraft d)
    {
        if (!d.IsDefinite || d.Unit is null) return;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sense in d.Unit.Match.Senses)
            if (sense.Kind == SenseKind.Description) ids.Add(actors[sense.Entry].Id);
        if (_memory.ByActor(ids.Contains) is not { } earlier) return;
        d.Actors = earlier.Actors;
        d.Antecedent = earlier.Span;
    }

    private void FindOwner(MentionDraft d, List<MentionDraft> all, List<MentionDraft> sentence)
    {
        if (d.OwnerPronoun >= 0)
        {
            if (all.FirstOrDefault(a => a.Head == d.OwnerPronoun) is { } owner) Give(d, owner, "pronoun");
            return;
        }
        if (OfPair(d)) return;
        if (d.Sentence.Tokens[d.Head].Deprel == Deprel.Conj
            && all.FirstOrDefault(a => a.Head == d.Sentence.Tokens[d.Head].Head) is { IsResolved: true, Unit.IsNoun: true } first)
        {
            Give(d, first, d.Basis);
            return;
        }
        if (d.IsDefinite && d.Noun is not null && d.UnknownName is null && _memory.ByNoun(d.Noun) is { } same)
        {
            d.Actors = same.Actors;
            d.Antecedent = same.Span;
            d.Basis = "description";
            d.NeedsOwner = false;
            return;
        }
        if (d.IsWorldwide) return;
        // "between peacekeepers and rebels" after "two UN peacekeepers"
        if (d is { IsPlural: true, IsDefinite: false, Noun: { } noun } && d.PhraseFirst == d.First && _memory.ByNoun(noun) is { Antecedent: null, UnknownName: null } known)
        {
            d.Actors = known.Actors;
            d.Antecedent = known.Span;
            d.NeedsOwner = false;
            return;
        }
        if (Sender(d, all) is { } sender) Give(d, sender, d.Basis);
        else if (sentence.FirstOrDefault(x => x is { IsScene: true, IsResolved: true }) is { } scene) Give(d, scene, d.Basis);
        else if (d.IsDefinite && _memory.Topic() is { } topic) Give(d, topic, null, "description");
    }

    // "Cadria sent tanks", "withdrew troops": what a state moves is its own.
    private static MentionDraft? Sender(MentionDraft d, List<MentionDraft> all)
    {
        ref readonly var token = ref d.Sentence.Tokens[d.Head];
        if (token.Deprel != Deprel.Obj || token.Head < 0 || !Sending.Contains(d.Sentence.Tokens[token.Head].Lemma)) return null;
        var verb = token.Head;
        for (var steps = 0; steps < 3 && verb >= 0; steps++)
        {
            var subject = d.Sentence.Child(verb, Deprel.Nsubj);
            if (subject >= 0) return all.FirstOrDefault(a => a.Head == subject && a is { IsResolved: true, IsScene: false });
            verb = d.Sentence.Tokens[verb].Deprel is Deprel.Conj or Deprel.Xcomp ? d.Sentence.Tokens[verb].Head : -1;
        }
        return null;
    }

    // "the leaders of the two countries"
    private bool OfPair(MentionDraft d)
    {
        foreach (var c in d.Sentence.Children(d.Head))
        {
            if (c < d.Last || d.Sentence.Tokens[c].Deprel != Deprel.Nmod || TreeWalk.CaseOf(d.Sentence, c) is not "of") continue;
            if (Pair(d.Sentence, c) is not { } pair || d.WithOwner is null) continue;
            d.Actors = [.. pair.Actors.Select(d.WithOwner)];
            d.Antecedent = pair.Antecedent;
            d.Basis = "description";
            d.NeedsOwner = false;
            return true;
        }
        return false;
    }

    /// <summary>What is still without an owner at the end belongs to the state that the document is about.</summary>
    public void Finish(IReadOnlyList<List<MentionDraft>> sentences)
    {
        if (_memory.Topic() is not { } topic) return;
        foreach (var d in sentences.SelectMany(s => s))
        {
            if (d is not { NeedsOwner: true, IsWorldwide: false }) continue;
            // People and rebels are those of the place just spoken of; a government's forces may be far from home.
            var scene = _memory.Latest(x => x.IsScene && x.Sentence.Index - d.Sentence.Index is 0 or -1);
            if (scene is not null && d.Actors is [{ Sectors: ["REB" or "UAF" or "CVL" or "REL" or "REF" or "CRM", ..] }]) Give(d, scene, "topic");
            else Give(d, topic, null, "topic");
        }
    }

    private void Give(MentionDraft d, MentionDraft owner, string basis)
    {
        if (!owner.IsResolved) return;
        var body = owner.Actors[0];
        if (body.Person is not null && body.Country is not null) body = identities.OfCountry(body.Country);
        Give(d, body, owner.Span, basis);
    }

    private static void Give(MentionDraft d, ActorIdentity owner, Span? antecedent, string basis)
    {
        if (d.WithOwner is null) return;
        d.Actors = [d.WithOwner(owner)];
        d.Antecedent = antecedent;
        d.Basis = basis;
        d.NeedsOwner = false;
    }

    /// <summary>"the two countries", "both sides"; and "the country" for the state spoken of last.</summary>
    private MentionDraft? Pair(ParsedSentence s, int token)
    {
        ref readonly var t = ref s.Tokens[token];
        if (t.Upos != Upos.NOUN || !Pairs.Contains(t.Lemma)) return null;
        var two = false;
        var definite = false;
        var first = token;
        foreach (var c in s.Children(token))
        {
            if (c > token) break;
            first = Math.Min(first, c);
            if (s.Form(c) is "two" or "both" or "Both" or "Two") two = true;
            if (s.Form(c) is "the" or "The" or "this" or "This") definite = true;
            if (s.Tokens[c].Deprel is Deprel.Amod or Deprel.Compound or Deprel.NmodPoss) return null;
        }
        if (two && t.Xpos == Xpos.NNS && PairOf(t.Lemma) is ([_, _] both, var antecedent))
        {
            return new MentionDraft(s, token, first, token)
            {
                Actors = both,
                Basis = "description",
                Antecedent = antecedent,
                IsPlural = true,
                Noun = t.Lemma,
            };
        }
        if (!definite || two || t.Lemma is not ("country" or "nation") || t.Xpos != Xpos.NN) return null;
        var state = _memory.Latest(d => d.Unit is { IsStateLike: true });
        return state is null ? null : new MentionDraft(s, token, first, token)
        {
            Actors = state.Actors,
            Basis = "description",
            Antecedent = state.Span,
            Noun = t.Lemma,
            IsScene = TreeWalk.CaseOf(s, token) is "in" or "across" or "at",
        };
    }

    private (ImmutableArray<ActorIdentity> Both, Span? Antecedent) PairOf(string noun)
    {
        if (_memory.PairCalled(noun) is { } earlier) return (earlier.Actors, earlier.Span);
        return _memory.LatestTwo(noun) is [var a, var b] ? ([a.Actors[0], b.Actors[0]], a.Span) : ([], null);
    }

    private static string TextOf(MentionDraft d) => d.Sentence.Text[d.Sentence.Tokens[d.First].Start..d.Sentence.Tokens[d.Last].End];
}
