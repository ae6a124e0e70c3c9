using Demarche.Coding.Mentions;
using Demarche.Knowledge.Frames;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>
/// Joins operators with the acts inside them, from the innermost outwards: "urged B to lift sanctions on C" becomes an appeal to B. A stance
/// without a map ("announced", "began") leaves the act what it is and lends it a subject and a status.
/// </summary>
internal sealed class Composer(FrameTable frames, FrameMatcher matcher, MentionTable mentions)
{
    private readonly PartyFinder _parties = new(mentions);
    private readonly Dictionary<int, EventCandidate> _at = [];

    public List<EventCandidate> Compose(ParsedSentence s, List<FrameMatch> matches, bool explain)
    {
        _at.Clear();
        var events = new List<EventCandidate>();
        var verbs = matches.Where(o => o.Act is { Frame: { Kind: FrameKind.Act }, Confidence: >= 0.6 }).Select(o => o.Token).ToHashSet();
        foreach (var m in matches)
        {
            if (m.Act is null) continue;
            // "lodged a protest": what the verb with its noun means is not told again by the noun alone.
            if (m.Act.Anchor != m.Token && verbs.Contains(m.Act.Anchor)) m.Act.Consumed = true;
            _at[m.Token] = m.Act;
            events.Add(m.Act);
            if (m.Act.Anchor != m.Token) _at.TryAdd(m.Act.Anchor, m.Act);
        }
        foreach (var m in matches.Where(m => m.Operator is not null).OrderByDescending(m => ClauseReading.Depth(s, m.Token)).ThenBy(m => m.Token))
            Apply(s, m, events, explain);
        events.RemoveAll(e => e.Consumed);
        return events;
    }

    private void Apply(ParsedSentence s, FrameMatch m, List<EventCandidate> events, bool explain)
    {
        var op = m.Operator!.Frame;
        // A measure is told more exactly by its own words.
        if (m.Act is { Measure: not null, Consumed: false } && op.Map is not null) return;
        var inner = new List<EventCandidate>();
        foreach (var slot in op.Embeds)
        {
            foreach (var a in m.Arguments)
                if (a.Slot == slot && a.Token != m.Token) Inner(s, a.Token, inner, 0);
            if (inner.Count > 0) break;
        }
        inner.RemoveAll(i => i.Trigger == m.Token || i.Consumed);
        if (op.Map is null)
        {
            foreach (var i in inner) Lend(s, op, m, i);
            if (inner.Count > 0) _at.TryAdd(m.Token, inner[0]);
            return;
        }
        var made = 0;
        foreach (var i in inner)
        {
            // To promise a blow is to threaten it; a measure that is agreed on stays the measure.
            var hostile = op.Map == "agree" && string.CompareOrdinal(i.Code, "13") > 0;
            if (hostile && (i.Measure is not null || i.Code.StartsWith("16", StringComparison.Ordinal)))
            {
                Announce(s, op, m, i);
                made++;
                continue;
            }
            var map = hostile ? "threaten" : op.Map;
            if (frames.Map(map, i.Code) is not { } code) code = frames.Map(map, i.BaseCode)!;
            if (code is null) continue;
            var outer = matcher.MakeOperator(s, m, code, explain);
            outer.BaseCode = i.BaseCode;
            outer.Measure = i.Measure;
            outer.Counted = i.Counted;
            outer.Confidence = Math.Max(outer.Confidence, i.Confidence * 0.95);
            if ((hostile ? "threatened" : op.Status) is { } status)
            {
                outer.Status = Enum.Parse<EventStatus>(status, ignoreCase: true);
                outer.StatusFixed = true;
            }
            // "demanded that B end A's support": B is asked, not who acts inside.
            if (op.Target?.Contains(Slots.InnerSource) == true && outer.Targets.Count == 0 && !(op.Together && outer.Symmetric) && Clause(s, m, i) is >= 0 and var clause
                && ClauseReading.SurfaceSubject(s, clause) is >= 0 and var asked) _parties.Add(s, asked, outer.Targets, outer.Sources);
            Direct(op, outer, i);
            outer.Note($"operator {op.Id} over {i.FrameId} ({i.Code}) gives {code}");
            i.Consumed = true;
            if (m.Act is { } own) own.Consumed = true;
            events.Add(outer);
            _at[m.Token] = outer;
            if (outer.Anchor != m.Token) _at[outer.Anchor] = outer;
            made++;
            if (made == 2) break;
        }
        if (made > 0 || op.Code is null || m.Act is not null) return;
        if (m.Operator.Class == WordClass.Noun && s.Tokens[m.Token].Head is >= 0 and var head && _at.ContainsKey(head)) return;
        var plain = matcher.MakeOperator(s, m, op.Code, explain);
        plain.Confidence *= 0.9;
        if (plain.Targets.Count == 0 && op.Embeds.Length > 0 && !(op.Together && plain.Symmetric))
            foreach (var a in m.Arguments)
                if (a.Slot == Slots.Complement && Controlled(s, a.Token, plain)) break;
        events.Add(plain);
        _at[m.Token] = plain;
        if (plain.Anchor != m.Token) _at.TryAdd(plain.Anchor, plain);
    }

    // The subject of "that B must …", and else whatever party the clause names.
    private bool Controlled(ParsedSentence s, int clause, EventCandidate outer)
    {
        var subject = ClauseReading.SurfaceSubject(s, clause);
        if (subject >= 0 && _parties.Add(s, subject, outer.Targets, outer.Sources)) return true;
        foreach (var c in s.Children(clause))
            if (s.Tokens[c].Deprel is Deprel.Obj or Deprel.Obl or Deprel.Iobj or Deprel.Nmod && _parties.Add(s, c, outer.Targets, outer.Sources)) return true;
        return false;
    }

    private void Lend(ParsedSentence s, Frame op, FrameMatch m, EventCandidate inner)
    {
        if (inner.Sources.Count == 0) _parties.Fill(s, [.. m.Arguments], op.Source ?? PartyFinder.VerbSource, inner.Sources, inner.Targets);
        if (op.Status is { } status && !inner.StatusFixed && (inner.IsNominal || IsInfinitive(s, inner.Anchor)))
        {
            inner.Status = Enum.Parse<EventStatus>(status, ignoreCase: true);
            inner.StatusFixed = true;
        }
        inner.Note($"operator {op.Id} at '{s.Form(m.Token)}'");
    }

    private void Announce(ParsedSentence s, Frame op, FrameMatch m, EventCandidate inner)
    {
        if (inner.Sources.Count == 0) _parties.Fill(s, [.. m.Arguments], op.Source ?? PartyFinder.VerbSource, inner.Sources, inner.Targets);
        if (!inner.StatusFixed) inner.Status = EventStatus.Announced;
        inner.StatusFixed = true;
        inner.Note($"operator {op.Id} at '{s.Form(m.Token)}'");
    }

    private static bool IsInfinitive(ParsedSentence s, int verb) => s.Tokens[verb].Xpos == Xpos.VB;

    private static void Direct(Frame op, EventCandidate outer, EventCandidate inner)
    {
        if (op.Together && outer.Symmetric) return;
        if (op.Target is not null && op.Target.Contains(Slots.InnerSource) && inner.Sources.Count > 0 && outer.Targets.Count == 0)
            AddOthers(inner.Sources, outer);
        if (outer.Targets.Count == 0) AddOthers(inner.Targets, outer);
        if (outer.Targets.Count == 0) AddOthers(inner.Sources, outer);
        if (outer.Sources.Count == 0 && op.Target?.Contains(Slots.InnerSource) != true) outer.Sources.AddRange(inner.Sources);
        if (inner.Symmetric && outer.Targets.Count == 0) outer.Symmetric = true;
    }

    /// <summary>The finite clause under an operator that holds an inner act which is not its own verb; -1 without one.</summary>
    private static int Clause(ParsedSentence s, FrameMatch m, EventCandidate inner)
    {
        foreach (var a in m.Arguments)
        {
            if (a.Slot != Slots.Complement || s.Tokens[a.Token].Upos != Upos.VERB || s.Child(a.Token, Deprel.Nsubj) < 0) continue;
            for (int t = inner.Anchor, steps = 0; t >= 0 && steps < 6; t = s.Tokens[t].Head, steps++)
                if (t == a.Token) return t == inner.Anchor || t == inner.Trigger ? -1 : t;
        }
        return -1;
    }

    private static void AddOthers(List<ActorMention> from, EventCandidate outer)
    {
        foreach (var m in from)
            if (!outer.Sources.Contains(m) && !outer.Targets.Contains(m)) outer.Targets.Add(m);
    }

    private void Inner(ParsedSentence s, int token, List<EventCandidate> found, int depth)
    {
        if (_at.TryGetValue(token, out var e) && !e.Consumed)
        {
            if (!found.Contains(e)) found.Add(e);
        }
        else if (depth < 3)
        {
            foreach (var c in s.Children(token))
            {
                var d = s.Tokens[c].Deprel;
                var through = d is Deprel.Xcomp or Deprel.Ccomp or Deprel.Acl || d == Deprel.Obj && depth < 2
                    || d == Deprel.Nmod && depth < 2 && ClauseReading.CaseOf(s, c) is "of" or "for" or "to" or "on";
                if (through) Inner(s, c, found, depth + 1);
                if (found.Count > 0) break;
            }
        }
        foreach (var c in s.Children(token))
            if (s.Tokens[c].Deprel == Deprel.Conj && _at.TryGetValue(c, out var other) && !other.Consumed && !found.Contains(other)) found.Add(other);
    }
}
