using System.Collections.Immutable;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Names;
using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>Makes the mentions of one sentence from its units: names, agents and offices with their owners, titles before names.</summary>
internal sealed class SentenceMentions
{
    private readonly ParsedSentence _sentence;
    private readonly List<Unit> _units;
    private readonly Unit?[] _at;
    private readonly ActorTable _actors;
    private readonly IPlaceNames _places;
    private readonly IdentityFactory _identities;
    private readonly OwnerFinder _owners;

    public SentenceMentions(ParsedSentence sentence, List<Unit> units, ActorTable actors, IPlaceNames places, IdentityFactory identities)
    {
        _sentence = sentence;
        _units = units;
        _actors = actors;
        _places = places;
        _identities = identities;
        _at = new Unit?[sentence.Count];
        foreach (var u in units)
            for (var t = u.First; t <= u.Last; t++) _at[t] = u;
        _owners = new OwnerFinder(sentence, _at);
    }

    public List<MentionDraft> Make()
    {
        var drafts = new List<MentionDraft>();
        for (var i = 0; i < _units.Count; i++)
        {
            var u = _units[i];
            if (u.IsTaken) continue;
            var draft = u.Kind switch
            {
                UnitKind.Office or UnitKind.Agent => Noun(i),
                UnitKind.Person => Person(u),
                UnitKind.Unknown => Unknown(u),
                UnitKind.Description => Description(u),
                _ => Named(i),
            };
            if (draft is not null) drafts.Add(draft);
        }
        return drafts;
    }

    /// <summary>Identity of an owner, or of a party given by an adjective.</summary>
    public ActorIdentity? IdentityOf(Unit u) => u.Kind switch
    {
        UnitKind.Place => _places.CountryOf(u.Entry) is { } code ? _identities.OfCountry(code) : null,
        UnitKind.Metonym => Governing(_identities.OfActor(u.Entry)),
        UnitKind.Office or UnitKind.Agent or UnitKind.Description or UnitKind.Unknown => null,
        _ => _identities.OfActor(u.Entry),
    };

    /// <summary>The owners of a head that is no actor itself ("Syrian positions").</summary>
    public List<Unit> OwnersOf(int token) => _owners.Of(_at[token] ?? new Unit(token, token, UnitKind.Unknown, -1)).Units;

    private static readonly HashSet<string> Covenants = new(StringComparer.Ordinal)
    {
        "Treaty", "Protocol", "Accord", "Accords", "Agreement", "Agreements", "Convention", "Pact", "Declaration", "Statute", "Charter", "Process", "Conference", "Summit", "Forum",
        "Memorandum", "Club", "Festival", "Exchange", "University", "Marathon",
    };

    private static readonly HashSet<string> GenericNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "of", "and", "for", "democratic", "republican", "liberal", "labour", "labor", "conservative", "socialist", "communist", "social", "people's", "people", "national", "progressive",
        "green", "greens", "party", "union", "front", "congress", "senate", "assembly", "parliament", "movement", "alliance", "supreme", "court", "central", "bank", "army", "guard", "house",
        "representatives", "democrats", "republicans",
    };

    private static readonly ActorIdentity Nobody = new("", null, [], null);

    private static ActorIdentity Governing(ActorIdentity state)
    {
        if (!state.Sectors.IsEmpty) return state;
        return state with { Sectors = ["GOV"], Cameo = CameoActorCode.Build(state.Country, ["GOV"]) };
    }

    private MentionDraft? Noun(int i)
    {
        var u = _units[i];
        var next = i + 1 < _units.Count ? _units[i + 1] : null;
        if (next is not null && next.IsNoun && next.First == u.Last + 1 && !u.IsPlural) return null;
        var name = u.IsPlural ? null : NameAfter(u, next) ?? NameAfterOwner(u, i);
        var found = _owners.Of(u, name);
        if (found.IsEmpty && found.Pronoun < 0 && FirstConjunct(u) is { } first) found = found with { Units = _owners.Of(first).Units };
        var draft = new MentionDraft(_sentence, Head(u, name), u.First, name?.Last ?? u.Last)
        {
            PhraseFirst = Math.Min(found.LeftEdge, u.First),
            Unit = u,
            IsPlural = u.IsPlural || IsPluralNoun(u.Last),
            Basis = u.Kind == UnitKind.Office ? "role" : "agent",
            Noun = _sentence.Tokens[u.Last].Lemma.ToLowerInvariant(),
            OwnerPronoun = found.Pronoun,
        };
        draft.PhraseLast = Math.Max(draft.Last, found.RightEdge);
        draft.IsDefinite = found.Pronoun >= 0 || TreeWalk.Is(_sentence, draft.PhraseFirst, "the") || TreeWalk.Is(_sentence, draft.PhraseFirst, "both");
        draft.IsWorldwide = (u.Kind == UnitKind.Agent && NounSectors(u) is ["IGO" or "NGO" or "IMG" or "NGM", ..]) || IsForeign(draft);
        draft.IsHuman = u.Kind == UnitKind.Office || draft.IsPlural || name is not null;
        if (name?.Kind == UnitKind.Person && u.Kind == UnitKind.Office) name.Entry = Holder(name, u);
        var person = name?.Kind == UnitKind.Person ? _identities.OfActor(name.Entry) : null;
        var words = name is null ? null : Text(name);
        if (name is not null) name.IsTaken = true;
        draft.IsNamed = name is not null;
        if (name is null && IsModifier(u, null)) draft.IsModifier = true;
        draft.UnknownName = name?.Kind == UnitKind.Unknown ? words : null;
        var unique = !draft.IsPlural && IsUnique(draft);
        draft.WithOwner = owner => With(owner, u, found.Former, person, words, unique);
        var owners = found.Units.Select(IdentityOf).OfType<ActorIdentity>().Distinct().ToImmutableArray();
        if (!owners.IsEmpty)
        {
            draft.Actors = [.. owners.Select(draft.WithOwner)];
        }
        else if (person is not null)
        {
            draft.Actors = [Titled(person, u, found.Former)];
        }
        else
        {
            draft.NeedsOwner = true;
            draft.Actors = [IdentityFactory.OfNoun(words ?? NounName(u), NounSectors(u)) with { Person = words, Role = u.Kind == UnitKind.Office ? OfficeFor(u, Nobody).Name : null }];
        }
        return draft;
    }

    // "six foreigners", "foreign guards": of some other country than that where they are.
    private bool IsForeign(MentionDraft d)
    {
        if (d.Noun is "foreigner" or "expatriate" or "expat" or "tourist") return true;
        for (var t = d.PhraseFirst; t < d.Last; t++)
            if (_sentence.Form(t) is "foreign" or "Foreign" or "overseas" or "international" && _sentence.Tokens[t].Upos == Upos.ADJ) return true;
        return false;
    }

    // "the president", "Cadria's president", "Cadrian president" mean the holder; "a president", "the next president", "candidate for president" do not.
    private bool IsUnique(MentionDraft d)
    {
        if (d.PhraseFirst == d.First && !d.IsDefinite && d.PhraseLast == d.Last) return false;
        for (var t = d.PhraseFirst; t < d.First; t++)
            if (_sentence.Form(t) is "a" or "an" or "A" or "An" or "new" or "next" or "future" or "incoming" or "first" or "several" or "any" or "no" or "another" or "one" or "previous") return false;
        return true;
    }

    // "Israeli helicopters and tanks": a bare noun after "and" shares the modifiers of the first.
    private Unit? FirstConjunct(Unit u)
    {
        var head = TreeWalk.HeadOf(_sentence, u.First, u.Last);
        ref readonly var token = ref _sentence.Tokens[head];
        if (token.Deprel != Deprel.Conj || token.Head < 0 || token.Head >= u.First || u.First == 0) return null;
        if (_sentence.Tokens[u.First - 1].Upos is not (Upos.CCONJ or Upos.PUNCT)) return null;
        if (_sentence.Tokens[token.Head].Upos != Upos.NOUN) return null;
        return _at[token.Head] ?? new Unit(token.Head, token.Head, UnitKind.Unknown, -1);
    }

    // Of several who bear the name, the one who holds the office that the text gives.
    private int Holder(Unit name, Unit office)
    {
        foreach (var sense in name.Match.Senses ?? [])
        {
            if (sense.Kind != SenseKind.Name || _actors[sense.Entry].Kind != ActorKind.Person) continue;
            if (_identities.Holds(_actors[sense.Entry], office.Entry)) return sense.Entry;
        }
        return name.Entry;
    }

    private ActorIdentity With(ActorIdentity owner, Unit u, bool former, ActorIdentity? person, string? name, bool unique)
    {
        if (person is not null && !former && u.Kind == UnitKind.Office && Held(person, u) is { } held) return held;
        if (person is not null && person.Country == owner.Country && (former || person.Role is not null)) return person;
        var called = person?.Person ?? name;
        if (u.Kind == UnitKind.Office)
        {
            var made = _identities.OfRole(owner, OfficeFor(u, owner), former, called, unique);
            return person is not null ? made with { ActorId = person.ActorId } : made;
        }
        var agent = _identities.OfAgent(owner, _actors.Agent(u.Entry));
        return called is null ? agent : agent with { Name = called, Person = called };
    }

    // Of several offices of a person on the day, the one by whose title the text calls them; it tells the state better than the words around do.
    private ActorIdentity? Held(ActorIdentity person, Unit title)
    {
        if (person.ActorId is not { } id || _actors.Find(id) is not { Kind: ActorKind.Person } entry) return null;
        foreach (var s in title.Match.Senses ?? [])
            if (s.Kind == SenseKind.Office && _identities.InOffice(entry, s.Entry) is { } held) return held;
        return null;
    }

    // The text gives a title: it counts even where the knowledge dates it otherwise or the document has no date.
    private ActorIdentity Titled(ActorIdentity person, Unit u, bool former)
    {
        if (!former && u.Kind == UnitKind.Office && Held(person, u) is { } held) return held;
        if (former || person.Role is not null || u.Kind != UnitKind.Office || person.Country is null) return person;
        var sectors = _actors.Office(u.Entry).Sectors;
        return person with { Sectors = sectors, Cameo = CameoActorCode.Build(person.Country, sectors.AsSpan()), Role = _actors.Office(u.Entry).Name };
    }

    // One title is several offices ("secretary general", "secretary of state"): the owner tells which, by who holds it there.
    private Office OfficeFor(Unit u, ActorIdentity owner)
    {
        var best = u.Entry;
        var bestRank = 0;
        var actor = owner.ActorId is { } id ? _actors.Find(id) : null;
        foreach (var s in u.Match.Senses ?? [])
        {
            if (s.Kind != SenseKind.Office || (s.Only >= 0 && s.Only != actor?.Index)) continue;
            var rank = (s.Only >= 0 ? 8 : 0) + (actor is null ? 0 : _identities.HoldersRank(actor, s.Entry)) + (IsCalled(u, _actors.Office(s.Entry)) ? 1 : 0);
            if (rank <= bestRank) continue;
            bestRank = rank;
            best = s.Entry;
        }
        return _actors.Office(best);
    }

    private bool IsCalled(Unit u, Office office) => NameWords.HashOf(_sentence.Form(u.First)) == NameWords.HashOf(office.Name);

    private MentionDraft Person(Unit u)
    {
        var draft = Plain(u, _identities.OfActor(u.Entry));
        draft.IsHuman = true;
        return draft;
    }

    private MentionDraft? Unknown(Unit u)
    {
        var draft = new MentionDraft(_sentence, TreeWalk.HeadOf(_sentence, u.First, u.Last), u.First, u.Last)
        {
            Unit = u,
            UnknownName = Text(u),
            IsHuman = true,
        };
        return draft;
    }

    private MentionDraft Description(Unit u)
    {
        var first = u.First;
        // "the Western military alliance": an adjective that looks like a name is still part of the description.
        while (first > 0 && _sentence.Tokens[first - 1].Upos is Upos.DET or Upos.ADJ && _at[first - 1] is null or { Kind: UnitKind.Unknown }) first--;
        return new MentionDraft(_sentence, TreeWalk.HeadOf(_sentence, u.First, u.Last), u.First, u.Last)
        {
            PhraseFirst = first,
            Unit = u,
            IsDefinite = TreeWalk.Is(_sentence, first, "the"),
            Noun = _sentence.Tokens[u.Last].Lemma.ToLowerInvariant(),
            Basis = "description",
        };
    }

    private MentionDraft? Named(int i)
    {
        var u = _units[i];
        var next = i + 1 < _units.Count ? _units[i + 1] : null;
        if (IdentityOf(u) is not { } identity || IsInAName(u)) return null;
        var draft = Plain(u, Namesake(u, identity));
        draft.IsModifier = IsModifier(u, next);
        if (draft.IsModifier) draft.PhraseFirst = u.First;
        if (u.Kind == UnitKind.Demonym && StateOf(draft.Head) is { } state) draft.Actors = [state];
        draft.IsScene = IsScene(u);
        draft.IsPlural = u.Kind == UnitKind.Demonym && IsPluralNoun(u.Last);
        draft.IsHuman = u.Kind is UnitKind.Demonym or UnitKind.Adjective;
        if (draft.IsHuman) draft.Noun = "people";
        return draft;
    }

    // "Cadria's Democratic Party" is not that of another state, though the knowledge holds only that one.
    private ActorIdentity Namesake(Unit u, ActorIdentity identity)
    {
        if (u.Kind is not (UnitKind.Organisation or UnitKind.Group) || identity.Country is not { Length: 3 } country || identity.IsOrganisation) return identity;
        if (u.First == 0 || !IsGeneric(u)) return identity;
        var owners = _owners.Of(u).Units;
        if (owners is not [{ IsStateLike: true } owner] || owner.First > u.First || IdentityOf(owner) is not { Country: { } other } state || other == country) return identity;
        return state with { Sectors = identity.Sectors, Cameo = CameoActorCode.Build(other, identity.Sectors.AsSpan()), Name = Text(u) };
    }

    // A name of common words alone may be borne by several.
    private bool IsGeneric(Unit u)
    {
        for (var t = u.First; t <= u.Last; t++)
            if (!GenericNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(_sentence.Form(t))) return false;
        return true;
    }

    // The town of "the Cadriville Treaty" or of "the Cadriville Review Conference" is a part of the name.
    private bool IsInAName(Unit u)
    {
        if (u.Kind is not (UnitKind.Place or UnitKind.Capital or UnitKind.Metonym) || TreeWalk.IsPossessor(_sentence, u.Last)) return false;
        for (var t = u.Last + 1; t < _sentence.Count && t <= u.Last + 4; t++)
        {
            ref readonly var token = ref _sentence.Tokens[t];
            if (!char.IsUpper(_sentence.Form(t)[0])) return false;
            if (Covenants.GetAlternateLookup<ReadOnlySpan<char>>().Contains(_sentence.Form(t))) return true;
        }
        return false;
    }

    // "the Albanians of Serbia" live in Serbia.
    private ActorIdentity? StateOf(int demonym)
    {
        foreach (var c in _sentence.Children(demonym))
            if (_sentence.Tokens[c].Deprel == Deprel.Nmod && TreeWalk.CaseOf(_sentence, c) is "of" && _at[c] is { Kind: UnitKind.State or UnitKind.Place } u) return IdentityOf(u);
        return null;
    }

    private MentionDraft Plain(Unit u, ActorIdentity identity)
    {
        var first = u.First;
        if (first > 0 && _sentence.Tokens[first - 1].Upos == Upos.DET) first--;
        return new MentionDraft(_sentence, TreeWalk.HeadOf(_sentence, u.First, u.Last), u.First, u.Last)
        {
            PhraseFirst = first,
            Unit = u,
            Actors = [identity],
            Basis = u.Kind is UnitKind.Capital or UnitKind.Metonym ? "metonym" : u.Kind == UnitKind.Place ? "place" : "name",
        };
    }

    // "Russian" before "diplomats", "NATO" before "summit": a part of another phrase, which takes it as its owner.
    private bool IsModifier(Unit u, Unit? next)
    {
        if (TreeWalk.IsPossessor(_sentence, u.Last)) return false;
        if (next is not null && next.First == u.Last + 1 && next.IsNoun) return true;
        var head = TreeWalk.HeadOf(_sentence, u.First, u.Last);
        ref readonly var token = ref _sentence.Tokens[head];
        if (token.Deprel is Deprel.Amod or Deprel.Compound && token.Head > u.Last) return true;
        if (u.Kind == UnitKind.Adjective && u.Last + 1 < _sentence.Count)
        {
            var after = _sentence.Tokens[u.Last + 1];
            if (after.Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ || after.Xpos == Xpos.HYPH) return true;
        }
        return false;
    }

    private bool IsScene(Unit u)
    {
        if (u.Kind == UnitKind.Place) return true;
        if (u.Kind is not (UnitKind.State or UnitKind.Capital)) return false;
        if (IsDateline(u)) return true;
        // "in Abéché, Chad"
        if (u.First >= 2 && TreeWalk.Is(_sentence, u.First - 1, ",") && _at[u.First - 2] is { Kind: UnitKind.Place or UnitKind.Capital or UnitKind.State } town && town.Kind != u.Kind && IsScene(town)) return true;
        var head = TreeWalk.HeadOf(_sentence, u.First, u.Last);
        for (var steps = 0; steps < 4; steps++)
        {
            var preposition = TreeWalk.CaseOf(_sentence, head);
            if (preposition is "in" or "at" or "near" or "outside" or "inside" or "around" or "across" or "throughout" or "within") return true;
            if (!preposition.IsEmpty || _sentence.Tokens[head].Deprel != Deprel.Conj) break;
            head = _sentence.Tokens[head].Head;
        }
        return false;
    }

    // "PARIS (AFP) -", "Moscow, Oct 6 -"
    private bool IsDateline(Unit u)
    {
        if (u.First != 0 || u.Last + 1 >= _sentence.Count) return false;
        for (var t = u.Last + 1; t < _sentence.Count && t <= u.Last + 8; t++)
        {
            var form = _sentence.Form(t);
            if (form is "-" or "--" or "\u2014" or "\u2013") return t > u.Last + 1 || u.Kind == UnitKind.Capital;
            if (_sentence.Tokens[t].Upos is Upos.VERB or Upos.AUX) return false;
        }
        return false;
    }

    /// <summary>A name right after a title, over a "Mr." or a rank.</summary>
    private Unit? NameAfter(Unit u, Unit? next)
    {
        if (next is null || next.IsTaken || next.Kind is not (UnitKind.Person or UnitKind.Unknown)) return null;
        for (var t = u.Last + 1; t < next.First; t++)
            if (!UnitReader.IsHonorific(_sentence.Form(t)) && _sentence.Tokens[t].Xpos is not (Xpos.OpenQuote or Xpos.CloseQuote)) return null;
        if (next.Kind == UnitKind.Person || u.Kind == UnitKind.Office) return next;
        var head = TreeWalk.HeadOf(_sentence, next.First, next.Last);
        var own = TreeWalk.HeadOf(_sentence, u.First, u.Last);
        var bound = _sentence.Tokens[head].Head == own || _sentence.Tokens[own].Head == head;
        return bound && _sentence.Tokens[head].Deprel is not (Deprel.OblUnmarked or Deprel.NmodUnmarked) ? next : null;
    }

    /// <summary>"President of Cadria Ivo Menk": a name right after the state whose office it is.</summary>
    private Unit? NameAfterOwner(Unit u, int i)
    {
        if (u.Kind != UnitKind.Office || i + 2 >= _units.Count) return null;
        var (owner, name) = (_units[i + 1], _units[i + 2]);
        if (!owner.IsOwner || name.IsTaken || name.First != owner.Last + 1) return null;
        if (!(name.Kind == UnitKind.Person || (name.Kind == UnitKind.Unknown && name.Last > name.First))) return null;
        var of = owner.First - (TreeWalk.Is(_sentence, owner.First - 1, "the") ? 2 : 1);
        return of == u.Last + 1 && TreeWalk.Is(_sentence, of, "of") ? name : null;
    }

    private int Head(Unit u, Unit? name) => TreeWalk.HeadOf(_sentence, u.First, name?.Last ?? u.Last);

    private bool IsPluralNoun(int t) => _sentence.Tokens[t].Xpos is Xpos.NNS or Xpos.NNPS;

    private string NounName(Unit u) => u.Kind == UnitKind.Office ? _actors.Office(u.Entry).Name : _actors.Agent(u.Entry).Name;

    private ImmutableArray<string> NounSectors(Unit u) => u.Kind == UnitKind.Office ? _actors.Office(u.Entry).Sectors : _actors.Agent(u.Entry).Sectors;

    private string Text(Unit u) => _sentence.Text[_sentence.Tokens[u.First].Start.._sentence.Tokens[u.Last].End];
}
