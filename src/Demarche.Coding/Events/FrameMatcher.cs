using Demarche.Coding.Mentions;
using Demarche.Knowledge.Frames;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>Finds frames in a sentence: trigger words, particles, conditions on arguments; fills the parties.</summary>
internal sealed class FrameMatcher(FrameTable frames, MentionTable mentions, LemmaRepair repair)
{
    private static readonly int[] VerbTargets = Parse("obj iobj against on with to at from upon toward towards into of for between over");
    private static readonly int[] NounTargets = Parse("obj against on with to at iobj upon toward towards between from for over in");
    private const int MaxPhrase = 24;

    private readonly ArgumentFinder _arguments = new(frames, mentions);
    private readonly PartyFinder _parties = new(mentions);

    /// <summary>Every frame found, acts and operators, in text order of their triggers; at most one act and one operator a trigger.</summary>
    public List<FrameMatch> Match(ParsedSentence s, bool explain)
    {
        var found = new List<FrameMatch>();
        for (var t = 0; t < s.Count; t++)
        {
            if (KindOf(s, t) is not { } kind) continue;
            var lemma = s.Tokens[t].Lemma;
            var patterns = frames.Of(kind, lemma);
            if (patterns.IsEmpty && char.IsUpper(lemma[0])) patterns = frames.Of(kind, lemma.ToLowerInvariant());
            if (patterns.IsEmpty && kind == WordClass.Verb && repair.Of(s, t) is { } mended) patterns = frames.Of(kind, mended);
            if (patterns.IsEmpty) continue;
            var arguments = _arguments.Of(s, t);
            FramePattern? act = null;
            FramePattern? op = null;
            foreach (var p in patterns)
            {
                if (p.Frame.Kind == FrameKind.Act ? act is not null : op is not null) continue;
                if (!Holds(s, t, p, arguments)) continue;
                if (p.Frame.Kind == FrameKind.Act) act = p;
                else op = p;
            }
            if (act is null && op is null) continue;
            var kept = arguments.ToArray();
            var made = act is null ? null : Make(s, t, act, arguments, explain);
            found.Add(new FrameMatch(t, made, op, kept));
        }
        return found;
    }

    /// <summary>Fills the parties of an operator's event.</summary>
    public EventCandidate MakeOperator(ParsedSentence s, FrameMatch match, string code, bool explain) =>
        Make(s, match.Token, match.Operator!, [.. match.Arguments], explain, code);

    private static WordClass? KindOf(ParsedSentence s, int t) => s.Tokens[t].Upos switch
    {
        Upos.VERB => WordClass.Verb,
        Upos.NOUN => WordClass.Noun,
        // Headlines write nouns with capitals.
        Upos.PROPN when s.Tokens[t].Deprel is not (Deprel.Compound or Deprel.Flat) => WordClass.Noun,
        Upos.ADJ => WordClass.Adjective,
        _ => null,
    };

    private EventCandidate Make(ParsedSentence s, int t, FramePattern p, List<Argument> arguments, bool explain, string? code = null)
    {
        var frame = p.Frame;
        var nominal = p.Class == WordClass.Noun;
        var support = nominal ? _arguments.SupportOf(s, t, out var status) : Ignore(out status);
        var refined = code is null ? Refine(s, frame, arguments) : null;
        var candidate = new EventCandidate
        {
            Sentence = s.Index,
            Trigger = t,
            Anchor = support >= 0 ? support : t,
            TriggerSpan = SpanOf(s, t, p.Particle, support),
            Lemma = p.Lemma,
            Frame = frame,
            FrameId = frame.Id,
            Code = code ?? refined?.Code ?? frame.Code!,
            BaseCode = code ?? refined?.Code ?? frame.Code!,
            // "the sanctioned assets" tells of a state of things, not of the measure.
            Measure = p.Class == WordClass.Verb && s.Tokens[t].Deprel == Deprel.Amod ? null : refined?.Measure ?? frame.Measure,
            PloverType = frame.PloverType,
            PloverMode = frame.PloverMode,
            Symmetric = frame.Symmetric,
            Confidence = frame.Weight,
            IsNominal = nominal && support < 0,
            Steps = explain ? [] : null,
        };
        candidate.Status = frame.Status is { } own ? Enum.Parse<EventStatus>(own, ignoreCase: true) : Told(candidate.Code);
        candidate.StatusFixed = candidate.Status != EventStatus.Actual;
        if (status is not null && status != "actual")
        {
            candidate.Status = Enum.Parse<EventStatus>(status, ignoreCase: true);
            candidate.StatusFixed = true;
        }
        Parties(s, candidate, frame, p.Class, arguments);
        foreach (var a in arguments)
            if (a.Slot == Slots.Object && a.Near && s.Tokens[a.Token].Lemma is not ("persona" or "hour" or "day" or "week" or "deadline")) candidate.Counted = Thing(s, a.Token);
        candidate.Note($"frame {frame.Id}: '{s.Form(t)}' as {candidate.Code}, {p.Conditions.Length} conditions hold");
        return candidate;
    }

    /// <summary>What a code itself says of the reality of the act: an intent, a request, a refusal, a threat.</summary>
    internal static EventStatus Told(string code) => code[..2] switch
    {
        "02" or "10" => EventStatus.Requested,
        "03" => EventStatus.Announced,
        "12" => EventStatus.Denied,
        "13" => EventStatus.Threatened,
        _ => EventStatus.Actual,
    };

    private static int Ignore(out string? status)
    {
        status = null;
        return -1;
    }

    private void Parties(ParsedSentence s, EventCandidate c, Frame frame, WordClass kind, List<Argument> arguments)
    {
        var nominal = kind == WordClass.Noun;
        _parties.Fill(s, arguments, frame.Source ?? (nominal ? PartyFinder.NounSource : PartyFinder.VerbSource), c.Sources);
        _parties.Fill(s, arguments, frame.Target ?? (nominal ? NounTargets : VerbTargets), c.Targets, c.Sources);
        // "summon each other's ambassadors"
        if (c.Sources.Sum(m => m.Actors.Length) > 1 && arguments.Exists(a => a.Slot == Slots.Object && IsReciprocal(s, a.Token)))
        {
            c.Targets.Clear();
            c.Symmetric = true;
        }
        // "A and B agree to exchange prisoners": with each other.
        if (frame.Together && c.Sources.Count > 1 && !arguments.Exists(a => a.Slot == Slots.OfPreposition("with")))
        {
            c.Targets.Clear();
            c.Symmetric = true;
        }
        // "Russian-Turkish talks", "talks between A and B": several of one slot are both sides.
        if (frame.Symmetric && c.Targets.Count == 0 && c.Sources.Count == 0)
            _parties.Fill(s, arguments, [Slots.Modifier, Slots.OfPreposition("between"), Slots.OfPreposition("among")], c.Sources);
    }

    // "ordered the expulsion of five diplomats": they are counted, not the expulsion.
    private static int Thing(ParsedSentence s, int token)
    {
        if (s.Tokens[token].Lemma is not ("expulsion" or "reduction" or "departure" or "withdrawal" or "recall" or "deployment" or "removal"
            or "accreditation" or "credential" or "immunity")) return token;
        foreach (var c in s.Children(token))
            if (s.Tokens[c].Deprel == Deprel.Nmod && ClauseReading.CaseOf(s, c) is "of") return c;
        return -1;
    }

    private static bool IsReciprocal(ParsedSentence s, int token)
    {
        if (s.Tokens[token].Lemma == "other") return true;
        foreach (var c in s.Children(token))
            if (s.Tokens[c].Deprel is Deprel.NmodPoss && (s.Tokens[c].Lemma is "other" or "each" or "another" || s.Child(c, Deprel.Det) is >= 0 and var d && s.Tokens[d].Lemma == "each")) return true;
        return false;
    }

    private static Refinement? Refine(ParsedSentence s, Frame frame, List<Argument> arguments)
    {
        foreach (var r in frame.Refinements)
        {
            var all = true;
            foreach (var c in r.Conditions) all = all && Holds(s, c, arguments, null);
            if (all) return r;
        }
        return null;
    }

    private bool Holds(ParsedSentence s, int t, FramePattern p, List<Argument> arguments)
    {
        if (p.Particle is { } particle && !HasParticle(s, t, particle)) return false;
        foreach (var c in p.Conditions)
            if (!Holds(s, c, arguments, _parties)) return false;
        return true;
    }

    private static bool HasParticle(ParsedSentence s, int t, string particle)
    {
        if (t + 1 < s.Count && s.Form(t + 1).Equals(particle, StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var c in s.Children(t))
            if (s.Tokens[c].Deprel is Deprel.CompoundPrt or Deprel.Advmod && s.Form(c).Equals(particle, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool Holds(ParsedSentence s, Condition c, List<Argument> arguments, PartyFinder? parties)
    {
        var met = false;
        foreach (var a in arguments)
        {
            if (Array.IndexOf(c.Slots, a.Slot) < 0 && c.Slots[0] != Slots.Any) continue;
            met = c.Any
                || c.Actor && parties is not null && (c.Human ? parties.IsHuman(s, a.Token) : c.Organisation ? parties.IsOrganisation(s, a.Token) : parties.IsActor(s, a.Token) || parties.Add(s, a.Token, []))
                || c.Words is not null && (c.Within ? Anywhere(s, a.Token, c.Words) : Heads(s, a.Token, c.Words));
            if (met) break;
        }
        return met != c.Negated;
    }

    private static bool Heads(ParsedSentence s, int token, HashSet<string> words)
    {
        if (Is(s, token, words)) return true;
        foreach (var c in s.Children(token))
        {
            if (s.Tokens[c].Deprel == Deprel.Conj && Is(s, c, words)) return true;
            // "a package of sanctions", "a number of diplomats"
            if (s.Tokens[c].Deprel == Deprel.Nmod && Measures.Contains(s.Tokens[token].Lemma) && ClauseReading.CaseOf(s, c) is "of" && Heads(s, c, words)) return true;
            if (s.Tokens[c].Deprel == Deprel.Compound && Is(s, c, words) && Carriers.Contains(s.Tokens[token].Lemma)) return true;
        }
        return false;
    }

    private static readonly HashSet<string> Measures = new(StringComparer.Ordinal)
    {
        "package", "round", "number", "series", "set", "group", "ten", "dozen", "score", "couple", "pair", "raft", "range", "wave", "host", "hundred", "thousand", "million", "majority",
        "some", "all", "part", "most", "one", "two", "three", "half", "third", "batch", "total", "handful", "level", "list", "provision", "delivery", "supply", "shipment", "state",
    };

    private static readonly HashSet<string> Carriers = new(StringComparer.Ordinal)
    {
        "package", "measure", "program", "programme", "convoy", "shipment", "staff", "personnel", "supply", "delivery", "worker", "official", "official", "agreement", "deal", "effort", "operation", "system", "worth", "regime", "list",
    };

    private static bool Is(ParsedSentence s, int token, HashSet<string> words) =>
        words.Contains(s.Tokens[token].Lemma) || s.Tokens[token].Lemma is { Length: > 3 } l && l[^1] == 's' && words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(l.AsSpan(0, l.Length - 1))
        || s.Tokens[token].Upos == Upos.PROPN && words.Contains(s.Tokens[token].Lemma.ToLowerInvariant());

    private static bool Anywhere(ParsedSentence s, int token, HashSet<string> words)
    {
        var (first, last) = (token, token);
        Extent(s, token, ref first, ref last, 0);
        for (var t = first; t <= last && t - first < MaxPhrase; t++)
            if (Is(s, t, words)) return true;
        return false;
    }

    private static void Extent(ParsedSentence s, int token, ref int first, ref int last, int depth)
    {
        if (depth > 4) return;
        foreach (var c in s.Children(token))
        {
            if (s.Tokens[c].Deprel is Deprel.AclRelcl or Deprel.Punct or Deprel.Parataxis) continue;
            first = Math.Min(first, c);
            last = Math.Max(last, c);
            Extent(s, c, ref first, ref last, depth + 1);
        }
    }

    private static Span SpanOf(ParsedSentence s, int t, string? particle, int support)
    {
        var span = s.Tokens[t].Span;
        if (particle is not null && t + 1 < s.Count && s.Form(t + 1).Equals(particle, StringComparison.OrdinalIgnoreCase)) span = span.Union(s.Tokens[t + 1].Span);
        return support >= 0 && support < t && t - support <= 5 ? span.Union(s.Tokens[support].Span) : span;
    }

    internal static int[] Parse(string slots) =>
        [.. slots.Split(' ').Select(n => Slots.TryParse(n, out var i) ? i : throw new ArgumentException(n, nameof(slots)))];
}

/// <summary>What was found at a trigger.</summary>
internal sealed record FrameMatch(int Token, EventCandidate? Act, FramePattern? Operator, Argument[] Arguments);
