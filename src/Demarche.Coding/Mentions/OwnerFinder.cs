using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>What an owner search found: units in text order, or a possessive pronoun.</summary>
internal readonly record struct Owners(List<Unit> Units, int Pronoun, int LeftEdge, int RightEdge, bool Former)
{
    public bool IsEmpty => Units.Count == 0;
}

/// <summary>
/// Finds whose an agent or an office is: to the left within its phrase ("Malian soldiers", "Russia's interior ministry spokesman",
/// "German and French ministers"), else over "of", "in", "from" and the like to the right ("police in Nairobi", "the president of Kenya").
/// The left side is read from the words, since taggers and parsers err most inside long noun phrases.
/// </summary>
internal sealed class OwnerFinder(ParsedSentence sentence, Unit?[] at)
{
    private const int Reach = 9;

    private static readonly HashSet<string> Supporters = new(StringComparer.OrdinalIgnoreCase)
    {
        "backed", "allied", "aligned", "funded", "sponsored", "supported", "trained", "armed", "equipped", "friendly", "made", "built", "born",
        "educated", "owned", "speaking", "style", "proxy", "educated", "financed", "linked", "occupied", "annexed", "bound", "supplied",
    };

    private static readonly HashSet<string> FormerWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "former", "ex", "late", "deposed", "ousted", "erstwhile", "retired", "exiled", "onetime", "then",
    };

    private static readonly HashSet<string> OwnerPrepositions = ["of", "in", "from", "throughout", "across", "inside", "within", "at", "for"];

    /// <param name="name">The name that the unit is a title of, if any: "King Ali of Cadria".</param>
    public Owners Of(Unit unit, Unit? name = null)
    {
        var left = Left(unit);
        if (!left.IsEmpty || left.Pronoun >= 0) return left;
        var right = Right(unit, 0);
        if (right.Pronoun >= 0) return right with { LeftEdge = left.LeftEdge, Former = left.Former };
        if (right.IsEmpty && name is not null) right = Right(name, 0);
        return right.IsEmpty ? left : right with { LeftEdge = left.LeftEdge, Former = left.Former };
    }

    private Owners Left(Unit unit)
    {
        var found = new List<Unit>();
        var edge = unit.First;
        var former = false;
        var supported = false;
        for (var t = unit.First - 1; t >= 0 && unit.First - t <= Reach; t--)
        {
            var form = sentence.Form(t);
            if (at[t] is { } u)
            {
                t = u.First;
                if (IsOwner(u))
                {
                    if (supported || IsStance(u)) { edge = u.First; supported = false; continue; }
                    found.Add(u);
                    edge = u.First;
                    t = Joined(u, found, ref edge);
                    former |= FormerAt(t - 1);
                    // "the next Cadrian president"
                    while (t > 0 && at[t - 1] is null && sentence.Tokens[t - 1].Upos == Upos.ADJ) edge = --t;
                    edge = Article(t - 1, edge);
                    break;
                }
                // "the alliance's forces": whose they are is known when the description is.
                if (u.Kind == UnitKind.Description && (TreeWalk.IsPossessor(sentence, u.Last) || u.Last == unit.First - 1)) return new Owners(found, u.Last, u.First, unit.Last, former);
                if (TreeWalk.IsPossessor(sentence, u.Last) && u.Kind == UnitKind.Unknown)
                {
                    edge = u.First;
                    break;
                }
                edge = u.First;
                continue;
            }
            ref readonly var token = ref sentence.Tokens[t];
            if (token.Xpos == Xpos.PRPS)
            {
                return new Owners(found, t, t, unit.Last, former);
            }
            if (Supporters.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form)) supported = true;
            if (FormerWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form)) former = true;
            // "federal and regional ministers"
            if (token.Upos == Upos.CCONJ && t > 0 && t + 1 < sentence.Count && sentence.Tokens[t - 1].Upos == Upos.ADJ && sentence.Tokens[t + 1].Upos == Upos.ADJ && at[t + 1] is null) continue;
            if (!IsInsidePhrase(token, form))
            {
                edge = Article(t, edge);
                break;
            }
            edge = t;
        }
        return new Owners(found, -1, edge, unit.Last, former);
    }

    // "German, French and Italian ministers": the adjectives before the first one found.
    private int Joined(Unit u, List<Unit> found, ref int edge)
    {
        var t = u.First;
        while (IsAdjectival(u))
        {
            var link = t - 1;
            if (link < 1) break;
            var form = sentence.Form(link);
            if (!(form is "and" or "," or "-" or "\u2013" or "/" or "or")) break;
            var before = link - 1;
            if (form is "and" && TreeWalk.Is(sentence, before, ",")) before--;
            if (before < 0 || at[before] is not { } other || !IsAdjectival(other)) break;
            found.Insert(0, other);
            edge = other.First;
            t = other.First;
            u = other;
        }
        return t;
    }

    private static bool IsAdjectival(Unit u)
    {
        if (u.Kind == UnitKind.Adjective) return true;
        foreach (var sense in u.Match.Senses ?? [])
            if (sense.Kind == Demarche.Knowledge.Names.SenseKind.Adjective) return true;
        return false;
    }

    private Owners Right(Unit unit, int depth)
    {
        var found = new List<Unit>();
        var edge = unit.Last;
        if (depth > 2) return new Owners(found, -1, unit.First, edge, false);
        var head = TreeWalk.HeadOf(sentence, unit.First, unit.Last);
        foreach (var c in sentence.Children(head))
        {
            if (c <= unit.Last || sentence.Tokens[c].Deprel is not (Deprel.Nmod or Deprel.NmodPoss or Deprel.Obl)) continue;
            if (!OwnerPrepositions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(TreeWalk.CaseOf(sentence, c))) continue;
            if (TakeAt(c, depth, found, ref edge, out var later)) return new Owners(found, later, unit.First, edge, false);
        }
        var p = unit.Last + 1;
        if (p < sentence.Count && sentence.Tokens[p].Upos == Upos.ADP && OwnerPrepositions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(sentence.Form(p)))
        {
            for (var t = p + 1; t < sentence.Count && t <= p + 5; t++)
            {
                // "aides from the alliance's office": whose the office is, theirs they are.
                if (at[t] is { } u && (IsOwner(u) || u.IsNoun || u.Kind == UnitKind.Description))
                {
                    if (TakeAt(t, depth, found, ref edge, out var later)) return new Owners(found, later, unit.First, edge, false);
                    break;
                }
                if (sentence.Tokens[t].Upos is not (Upos.DET or Upos.ADJ or Upos.NOUN or Upos.PROPN)) break;
            }
        }
        return new Owners(found, -1, unit.First, edge, false);
    }

    /// <param name="later">Token of a description or pronoun that is the owner, or -1.</param>
    private bool TakeAt(int token, int depth, List<Unit> found, ref int edge, out int later)
    {
        later = -1;
        // "the alliance's office" describes nobody by itself: it is the alliance's.
        if (at[token] is { Kind: UnitKind.Description } description && Left(description) is { IsEmpty: true, Pronoun: < 0 })
        {
            later = description.Last;
            edge = Math.Max(edge, description.Last);
            return true;
        }
        if (at[token] is { } u && IsOwner(u))
        {
            found.Add(u);
            edge = Math.Max(edge, u.Last);
            return true;
        }
        // "head of the Russian army", "north of Iraq"
        Owners inner;
        var inside = at[token] is { IsNoun: true } noun ? noun : new Unit(token, token, UnitKind.Unknown, -1);
        inner = Left(inside);
        if (inner.IsEmpty && inner.Pronoun < 0) inner = Right(inside, depth + 1);
        later = inner.Pronoun;
        if (inner.IsEmpty && later < 0) return false;
        found.AddRange(inner.Units);
        edge = Math.Max(edge, Math.Max(token, inner.RightEdge));
        return true;
    }

    // A person's forces: "Ruk's army", "the Ruk government".
    private bool IsOwner(Unit u) =>
        u.IsOwner || (u.Kind == UnitKind.Person && (TreeWalk.IsPossessor(sentence, u.Last)
            || (sentence.Tokens[u.Last].Deprel == Deprel.Compound && sentence.Tokens[u.Last].Head > u.Last && u.Last + 1 < sentence.Count && at[u.Last + 1] is { Kind: UnitKind.Agent })));

    // "pro-Russian", "anti-US"; "ethnic Albanian" tells a people, not a state.
    private bool IsStance(Unit u)
    {
        var t = u.First - 1;
        if (TreeWalk.Is(sentence, t, "ethnic")) return true;
        if (t >= 0 && sentence.Tokens[t].Upos == Upos.PUNCT) t--;
        return t >= 0 && sentence.Form(t) is "pro" or "anti" or "Pro" or "Anti" or "pro-" or "anti-";
    }

    private static bool IsInsidePhrase(in Token token, ReadOnlySpan<char> form) => token.Upos switch
    {
        Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM => true,
        Upos.VERB => token.Xpos is Xpos.VBN or Xpos.VBG && token.Deprel is Deprel.Amod or Deprel.Compound,
        Upos.ADV => token.Xpos == Xpos.RB && token.Deprel == Deprel.Advmod && form is not ("not" or "also"),
        Upos.PART => token.Xpos == Xpos.POS,
        Upos.PUNCT => token.Xpos is Xpos.HYPH or Xpos.OpenQuote or Xpos.CloseQuote || form is "-" or "\u2013",
        Upos.CCONJ => false,
        _ => false,
    };

    private int Article(int t, int edge) => t >= 0 && sentence.Tokens[t].Upos == Upos.DET ? t : edge;

    private bool FormerAt(int t)
    {
        if (t >= 0 && sentence.Tokens[t].Upos == Upos.PUNCT) t--;
        return t >= 0 && FormerWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(sentence.Form(t));
    }
}
