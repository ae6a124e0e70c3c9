using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Names;
using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>Chooses a reading for every match of a sentence and adds the capitalised names that the knowledge lacks.</summary>
internal sealed class UnitReader(ActorTable actors, IPlaceNames places, Surnames surnames, int? day)
{
    private const int LargeTown = 150_000;

    private static readonly HashSet<string> Directions = new(StringComparer.OrdinalIgnoreCase)
    {
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern",
        "southeastern", "southwestern", "upper", "lower", "greater", "downtown", "old", "new", "former", "mainland", "rural",
    };

    private static readonly HashSet<string> Calendar = new(StringComparer.OrdinalIgnoreCase)
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july",
        "august", "september", "october", "november", "december", "jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "oct.", "nov.", "dec.",
    };

    private static readonly HashSet<string> Honorifics = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "gen", "gen.", "lt", "lt.", "col", "col.", "maj", "maj.", "capt", "capt.", "sgt",
        "sgt.", "adm", "adm.", "brig", "brig.", "sen", "sen.", "rep", "rep.", "gov", "gov.", "rev", "rev.", "st.", "sir", "dame", "lord",
        "lady", "sheikh", "sheik", "hajj", "prof", "prof.", "hon", "hon.",
    };

    // Words that close the name of a division: "Helmand Province" is no person.
    private static readonly HashSet<string> Divisions = new(StringComparer.OrdinalIgnoreCase)
    {
        "oblast", "province", "governorate", "region", "county", "district", "prefecture", "department", "krai", "raion", "voivodeship", "municipality",
        "canton", "state", "territory", "parish", "division", "city", "valley", "peninsula", "desert", "township", "emirate", "woreda", "wilaya",
    };

    public static bool IsHonorific(ReadOnlySpan<char> form) => Honorifics.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form);

    // First tokens of the states of the sentence at hand.
    private readonly HashSet<int> _states = [];

    /// <summary>The units of the sentence in text order.</summary>
    public List<Unit> Read(ParsedSentence sentence, List<NameMatch> matches, bool allCapitals)
    {
        var units = new List<Unit>(matches.Count + 4);
        foreach (var m in matches)
        {
            var unit = Choose(sentence, m);
            if (NamedCity(sentence, unit) is { } city)
            {
                units.Add(city);
                continue;
            }
            if (unit.IsSurname && LocativeTown(sentence, unit) is { } town)
            {
                units.Add(town);
                continue;
            }
            if (unit.IsSurname && !(sentence.Tokens[unit.Last].Upos == Upos.PROPN && !IsPartOfName(sentence, unit) && surnames.Settle(unit))) continue;
            if (unit.First == unit.Last && Calendar.GetAlternateLookup<ReadOnlySpan<char>>().Contains(sentence.Form(unit.First))) continue;
            if (IsNominal(sentence, unit)) units.Add(unit);
        }
        AddUnknown(sentence, units, allCapitals);
        SettleCapitals(sentence, units);
        units.Sort((a, b) => a.First.CompareTo(b.First));
        SettleNamesakes(units);
        if (!allCapitals) SettlePersonNames(sentence, units);
        return units;
    }

    private Unit Choose(ParsedSentence sentence, NameMatch match)
    {
        var best = match.Senses[0];
        var rank = int.MaxValue;
        foreach (var s in match.Senses)
        {
            var r = Rank(s, sentence, match);
            if (r >= rank) continue;
            rank = r;
            best = s;
        }
        return new Unit(match.First, match.Last, KindOf(best), best.Entry)
        {
            IsPlural = (best.Flags & SenseFlags.Plural) != 0,
            IsSurname = (best.Flags & SenseFlags.Surname) != 0,
            Match = match,
        };
    }

    private int Rank(Sense sense, ParsedSentence sentence, NameMatch match)
    {
        var rank = sense.Kind switch
        {
            SenseKind.Name when (sense.Flags & SenseFlags.Implied) != 0 => 100,
            SenseKind.Name when (sense.Flags & SenseFlags.Surname) != 0 => 90,
            SenseKind.Name => 10,
            SenseKind.Adjective => 20,
            SenseKind.Demonym => 21,
            SenseKind.Metonym => 30,
            SenseKind.Capital => 31,
            SenseKind.Office => 40,
            SenseKind.Agent => 50,
            _ => 60,
        };
        if (sense.Kind == SenseKind.Name && actors[sense.Entry].Kind == ActorKind.Person) rank += RoleRank(sense.Entry);
        if (sense.Kind == SenseKind.Adjective && !Modifies(sentence, match.Last)) rank += 5;
        // A title or noun of one state only yields to one of all, until the state is known.
        if (sense.Only >= 0) rank += 2;
        return rank;
    }

    private int RoleRank(int person)
    {
        if (day is not { } d) return 0;
        return actors[person].On(d, FactKind.Role) is null ? 5 : 0;
    }

    private static bool Modifies(ParsedSentence sentence, int token) =>
        sentence.Tokens[token].Deprel is Deprel.Amod or Deprel.Compound
        || (token + 1 < sentence.Count && sentence.Tokens[token + 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ);

    private UnitKind KindOf(Sense sense) => sense.Kind switch
    {
        SenseKind.Adjective => UnitKind.Adjective,
        SenseKind.Demonym => UnitKind.Demonym,
        SenseKind.Capital => UnitKind.Capital,
        SenseKind.Metonym => UnitKind.Metonym,
        SenseKind.Office => UnitKind.Office,
        SenseKind.Agent => UnitKind.Agent,
        SenseKind.Description => UnitKind.Description,
        _ => actors[sense.Entry].Kind switch
        {
            ActorKind.State => UnitKind.State,
            ActorKind.Organisation => UnitKind.Organisation,
            ActorKind.Group => UnitKind.Group,
            _ => UnitKind.Person,
        },
    };

    // Tripoli in Libya and in Lebanon: the gazetteer knows the states around.
    private void SettleCapitals(ParsedSentence sentence, List<Unit> units)
    {
        foreach (var u in units)
        {
            if (u.Kind != UnitKind.Capital) continue;
            var place = places.Longest(sentence, u.First, u.Last + 1, out var last);
            if (place < 0 || last != u.Last || places.CountryOf(place) is not { } country || country == actors[u.Entry].Id) continue;
            if (!places.IsNamed(country) || places.IsNamed(actors[u.Entry].Id)) continue;
            u.Kind = UnitKind.Place;
            u.Entry = place;
        }
    }

    // "Cadrian State Security Service": bodies of several states have one name; the adjective tells which is meant, or that none of ours is.
    private void SettleNamesakes(List<Unit> units)
    {
        for (var i = 1; i < units.Count; i++)
        {
            var (u, before) = (units[i], units[i - 1]);
            if (u.Kind != UnitKind.Group || before.Kind != UnitKind.Adjective || before.Last != u.First - 1) continue;
            if (actors[before.Entry].Kind != ActorKind.State) continue;
            var state = actors.CountryOn(actors[before.Entry], Day);
            if (actors.CountryOn(actors[u.Entry], Day) is not { } own || own == state) continue;
            u.Kind = UnitKind.Unknown;
            u.Entry = -1;
            foreach (var s in u.Match.Senses ?? [])
            {
                if (s.Kind == SenseKind.Agent) (u.Kind, u.Entry) = (UnitKind.Agent, s.Entry);
                if (s.Kind != SenseKind.Name || actors.CountryOn(actors[s.Entry], Day) != state) continue;
                (u.Kind, u.Entry) = (UnitKind.Group, s.Entry);
                break;
            }
        }
    }

    private int Day => day ?? IdentityFactory.AnyDay;

    // "Benin City" is no city of Benin.
    private Unit? NamedCity(ParsedSentence sentence, Unit unit)
    {
        if (unit.Kind is not (UnitKind.State or UnitKind.Capital or UnitKind.Group) || !TreeWalk.Is(sentence, unit.Last + 1, "City") || sentence.Tokens[unit.Last + 1].Upos != Upos.PROPN) return null;
        var place = places.Longest(sentence, unit.First, unit.Last + 2, out var last);
        return place >= 0 && last == unit.Last + 1 ? new Unit(unit.First, last, UnitKind.Place, place) : null;
    }

    // "near Toledo" is the town.
    private Unit? LocativeTown(ParsedSentence sentence, Unit unit)
    {
        if (unit.First == 0 || sentence.Form(unit.First - 1) is not ("in" or "near" or "outside" or "around")) return null;
        var place = places.Longest(sentence, unit.First, unit.Last + 1, out var last);
        return place >= 0 && last == unit.Last ? new Unit(unit.First, unit.Last, UnitKind.Place, place) : null;
    }

    // "Morgan State University"
    private static bool IsPartOfName(ParsedSentence sentence, Unit unit)
    {
        var next = unit.Last + 1;
        return next < sentence.Count && sentence.Tokens[next].Upos == Upos.PROPN && sentence.Tokens[unit.Last].Deprel == Deprel.Compound && sentence.Tokens[unit.Last].Head > unit.Last;
    }

    // "a major scandal", "to police the border": a noun of the knowledge must be a noun in the sentence.
    private static bool IsNominal(ParsedSentence sentence, Unit unit)
    {
        if (unit.Kind is not (UnitKind.Office or UnitKind.Agent or UnitKind.Description)) return true;
        if (unit.First >= 2 && sentence.Tokens[unit.First - 1].Xpos == Xpos.HYPH && sentence.Form(unit.First - 2) is "self" or "non" or "anti" or "counter") return false;
        return sentence.Tokens[unit.Last].Upos is Upos.NOUN or Upos.PROPN || (unit.First < unit.Last && sentence.Tokens[unit.Last].Upos == Upos.ADJ);
    }

    private void AddUnknown(ParsedSentence sentence, List<Unit> units, bool allCapitals)
    {
        var taken = new bool[sentence.Count + 1];
        taken[sentence.Count] = true;
        _states.Clear();
        foreach (var u in units)
            if (u.Kind == UnitKind.State) _states.Add(u.First);
        foreach (var u in units) taken.AsSpan(u.First, u.Last - u.First + 1).Fill(true);
        for (var t = 0; t < sentence.Count; t++)
        {
            if (taken[t] || !IsNameToken(sentence, t, allCapitals)) continue;
            if (PlaceAt(sentence, t, taken, out var last) is { } place)
            {
                units.Add(place);
                t = last;
                continue;
            }
            last = t;
            while (!taken[last + 1] && Joins(sentence, last + 1, allCapitals) && !StartsLargePlace(sentence, last + 1, taken)) last++;
            while (!IsNameToken(sentence, last, allCapitals)) last--;
            units.Add(new Unit(t, last, UnitKind.Unknown, -1));
            t = last;
        }
    }

    private bool StartsLargePlace(ParsedSentence sentence, int first, bool[] taken) =>
        PlaceAt(sentence, first, taken, out _) is { } place && places.PopulationOf(place.Entry) >= LargeTown;

    private Unit? PlaceAt(ParsedSentence sentence, int first, bool[] taken, out int last)
    {
        last = first;
        if (!char.IsLetter(sentence.Form(first)[0])) return null;
        var limit = first + 1;
        while (!taken[limit]) limit++;
        var place = places.Longest(sentence, first, limit, out last);
        return place >= 0 && (first < last || IsPlaceLike(sentence, first, last, place)) ? new Unit(first, last, UnitKind.Place, place) : null;
    }

    // A small town's name stands for the town only where the words around it say so: "Jackson" is more often a person.
    private bool IsPlaceLike(ParsedSentence sentence, int first, int last, int place)
    {
        if (places.PopulationOf(place) >= LargeTown) return true;
        var before = first - 1;
        if (before >= 0 && sentence.Tokens[before].Upos == Upos.DET) before--;
        if (before >= 0 && sentence.Form(before) is "in" or "near" or "outside" or "from" or "at" or "of" or "to" or "around" or "towards" or "into" or "inside") return true;
        if (last + 2 < sentence.Count && sentence.Form(last + 1) is "," && _states.Contains(last + 2)) return true;
        return last + 1 < sentence.Count && sentence.Tokens[last + 1].Upos == Upos.NOUN && sentence.Tokens[first].Deprel == Deprel.Compound;
    }

    private static bool IsNameToken(ParsedSentence sentence, int t, bool allCapitals)
    {
        ref readonly var token = ref sentence.Tokens[t];
        if (Calendar.Contains(token.Lemma)) return false;
        if (token.Upos == Upos.PROPN) return !IsHonorific(sentence.Form(t)) && char.IsLetter(sentence.Form(t)[0]);
        return !allCapitals && t > 0 && token.Upos is Upos.NOUN or Upos.ADJ or Upos.X && char.IsUpper(sentence.Form(t)[0]) && sentence.Form(t).Length > 2;
    }

    private static bool Joins(ParsedSentence sentence, int t, bool allCapitals)
    {
        if (IsNameToken(sentence, t, allCapitals)) return true;
        var form = sentence.Form(t);
        // Particles and hyphens inside a name.
        return t + 1 < sentence.Count && IsNameToken(sentence, t + 1, allCapitals)
            && (sentence.Tokens[t].Xpos == Xpos.HYPH || form is "-" or "al" or "el" or "bin" or "ibn" or "de" or "da" or "van" or "von" or "der" or "ul" or "ur");
    }

    // "Michael Jordan", "Chad Brown", "Ivan Lavrov": a name next to another unknown one is that person's, unless the knowledge has both.
    private static void SettlePersonNames(ParsedSentence sentence, List<Unit> units)
    {
        for (var i = 0; i < units.Count; i++)
        {
            var u = units[i];
            var single = u.First == u.Last;
            if (!single || u.Kind is not (UnitKind.State or UnitKind.Capital or UnitKind.Place or UnitKind.Person)) continue;
            if (u.Kind == UnitKind.Person && !u.IsSurname) continue;
            var before = i > 0 && units[i - 1].Kind == UnitKind.Unknown && units[i - 1].Last == u.First - 1 ? units[i - 1] : null;
            var after = i + 1 < units.Count && units[i + 1].Kind == UnitKind.Unknown && units[i + 1].First == u.Last + 1 ? units[i + 1] : null;
            if (after is not null && u.Kind is UnitKind.Place or UnitKind.Capital && Divisions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(sentence.Form(after.First)))
            {
                u.Last = after.First;
                if (after.Last == after.First) units.RemoveAt(i + 1);
                else after.First++;
                continue;
            }
            var title = i > 0 && units[i - 1].Kind == UnitKind.Office && !units[i - 1].IsPlural && units[i - 1].Last == u.First - 1;
            if (title && u.Kind == UnitKind.Place && !IsPossessive(sentence, u.Last))
            {
                u.Kind = UnitKind.Unknown;
                u.Entry = -1;
                if (after is null) continue;
                u.Last = after.Last;
                units.RemoveAt(i + 1);
                continue;
            }
            if (before is not null && !Directions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(sentence.Form(before.Last)) && (u.Kind == UnitKind.Person || Flat(sentence, before.Last, u.First)))
            {
                before.Last = u.Last;
                units.RemoveAt(i--);
            }
            else if (after is not null && Flat(sentence, u.First, after.First) && !IsPossessive(sentence, u.Last)
                && !(u.Kind == UnitKind.State && TreeWalk.Is(sentence, u.First - 1, "of")))
            {
                after.First = u.First;
                units.RemoveAt(i--);
            }
        }
    }

    private static bool IsPossessive(ParsedSentence sentence, int t) =>
        t + 1 < sentence.Count && sentence.Tokens[t + 1].Xpos == Xpos.POS;

    // The parser binds the parts of a person's name as flat; a country before a body's name is a compound.
    private static bool Flat(ParsedSentence sentence, int left, int right) =>
        sentence.Tokens[right].Deprel == Deprel.Flat || (sentence.Tokens[left].Deprel == Deprel.Flat && sentence.Tokens[left].Head < right);
}
