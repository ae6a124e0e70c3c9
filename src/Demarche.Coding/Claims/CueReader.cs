using Demarche.Knowledge.Claims;
using Demarche.Language;

namespace Demarche.Coding.Claims;

/// <summary>Finds cues in a sentence's tree, and beside each what is said and who says it.</summary>
internal sealed class CueReader(CueTable cues)
{
    public void Read(ParsedSentence s, List<ClaimDraft> drafts)
    {
        for (var t = 0; t < s.Count; t++)
        {
            switch (s.Tokens[t].Upos)
            {
                case Upos.VERB:
                    Verb(s, t, drafts);
                    break;
                case Upos.NOUN:
                    Noun(s, t, drafts);
                    break;
                case Upos.ADJ:
                    Predicate(s, t, drafts);
                    break;
            }

            Phrase(s, t, drafts);
        }
    }

    private void Verb(ParsedSentence s, int v, List<ClaimDraft> drafts)
    {
        if (s.Tokens[v].Deprel is Deprel.Amod or Deprel.Compound or Deprel.Case or Deprel.Fixed) return;
        var entries = cues.Of(CueKind.Verb, s.Tokens[v].Lemma);
        if (entries.Length == 0) return;
        ClaimDraft? waiting = null;
        if (entries[^1] is { Rest.Length: 0 } plain && plain.Has(CueComplements.Quote) && ParentheticalCue.Read(s, v) is { } aside)
        {
            drafts.Add(Draft(s, v, v, plain, aside.Source, aside.Content));
            return;
        }

        foreach (var e in entries)
        {
            var (content, rest) = VerbContent(s, v, e);
            if (content is null && !(e.Has(CueComplements.Quote) && e.Rest.Length == 0)) continue;
            var source = ClauseTree.ActorOf(s, v) is >= 0 and var actor && s.Tokens[actor].Upos != Upos.NUM && s.Tokens[actor].Lemma is not ("p.m." or "a.m.") ? actor : ParentheticalCue.Inverted(s, v);
            var draft = Draft(s, v, rest, e, source, content);
            if (content is not null)
            {
                drafts.Add(draft);
                return;
            }

            if (source >= 0) waiting ??= draft;
        }

        if (waiting is not null) drafts.Add(waiting);
    }

    private static ClaimDraft Draft(ParsedSentence s, int cue, int rest, CueEntry entry, int source, Span? content) => new()
    {
        Sentence = s.Index,
        CueToken = cue,
        Cue = rest > cue ? s.Tokens[cue].Span.Union(s.Tokens[rest].Span) : s.Tokens[cue].Span,
        Entry = entry,
        SourceToken = source,
        Source = source >= 0 ? Named(s, source) : null,
        Content = content,
    };

    // "the news agency Meridian", where the tree has parted the name from its noun.
    private static Span Named(ParsedSentence s, int source)
    {
        var span = ClauseTree.NounPhrase(s, source);
        var last = source;
        while (last + 1 < s.Count && s.Tokens[last + 1].End <= span.End) last++;
        if (!IsTitle(s, last)) return span;
        for (var t = last + 1; t < s.Count && s.Tokens[t].Upos == Upos.PROPN && !TimeLexicon.TryGet(s.Form(t), out _, out _); t++) span = span.Union(s.Tokens[t].Span);
        return span;
    }

    private static bool IsTitle(ParsedSentence s, int token) => s.Tokens[token].Lemma.ToLowerInvariant() is "agency" or "newspaper" or "daily" or "paper" or "magazine" or "broadcaster" or "channel"
        or "spokesman" or "spokeswoman" or "spokesperson" or "secretary" or "minister" or "president" or "chairman" or "general" or "ambassador" or "governor" or "senator" or "director" or "chancellor" or "premier";

    /// <summary>The content of a verb as the entry takes it, and the last word of the cue.</summary>
    private static (Span? Content, int CueEnd) VerbContent(ParsedSentence s, int v, CueEntry e)
    {
        var rest = v;
        if (e.Rest.Length > 0)
        {
            var space = e.Rest.IndexOf(' ');
            var first = space < 0 ? e.Rest : e.Rest[..space];
            if (Particle(s, v, first) is >= 0 and var particle)
            {
                rest = particle;
                if (space >= 0) return (Prepositional(s, v, e.Rest[(space + 1)..]), rest);
            }
            else
            {
                return space < 0 ? (Prepositional(s, v, e.Rest), rest) : (null, rest);
            }
        }

        if (As(s, v) is { } governor) return (governor, rest);
        if (e.Class is "believes" or "says" or "reports" or "claims" && s.Tokens[v].Lemma != "suppose" && ClauseTree.IsPassive(s, v) && Supposed(s, v) is { } supposed) return (supposed, rest);
        if (e.Has(CueComplements.Clause) && Clause(s, v) is { } clause) return (clause, rest);
        if (e.Has(CueComplements.Infinitive) && Infinitive(s, v) is { } infinitive) return (infinitive, rest);
        if ((e.Takes & (CueComplements.Clause | CueComplements.Quote)) != 0 && Host(s, v) is { } host) return (host, rest);
        if (e.Has(CueComplements.Naming) && Naming(s, v) is { } naming) return (naming, rest);
        return (e.Has(CueComplements.Object) ? Object(s, v) : null, rest);
    }

    private static int Particle(ParsedSentence s, int v, string word)
    {
        foreach (var c in s.Children(v))
            if (s.Tokens[c].Deprel == Deprel.CompoundPrt && s.Form(c).Equals(word, StringComparison.OrdinalIgnoreCase)) return c;
        return -1;
    }

    private static Span? Prepositional(ParsedSentence s, int head, string preposition)
    {
        foreach (var c in s.Children(head))
        {
            if (s.Tokens[c].Deprel is not (Deprel.Obl or Deprel.Nmod or Deprel.Advcl or Deprel.Acl or Deprel.OblAgent or Deprel.Ccomp or Deprel.Xcomp)) continue;
            var marker = Marker(s, c, preposition);
            if (marker < 0) continue;
            var (first, last) = ClauseTree.Extent(s, c, marker);
            first = Math.Max(first, marker + 1);
            // "blamed them for the fire": whom it is said of belongs to what is said.
            if (preposition is "for" or "on" && s.Child(head, Deprel.Obj) is >= 0 and var obj && obj < c) first = Math.Min(first, ClauseTree.Extent(s, obj).First);
            // "called on them to stop"
            if (preposition is "on" or "upon" or "to" or "for" or "with")
                foreach (var to in s.Children(head))
                    if (to > last && s.Tokens[to].Deprel is Deprel.Xcomp or Deprel.Advcl && ClauseTree.HasTo(s, to)) last = ClauseTree.Extent(s, to).Last;
            return Adjoined(s, head, first, Math.Max(last, first));
        }

        // "accused them of lying", where the tree hangs the lying on them.
        return s.Tokens[head].Upos == Upos.VERB && preposition is "of" or "for" or "with" && s.Child(head, Deprel.Obj) is >= 0 and var whom ? Prepositional(s, whom, preposition) : null;
    }

    private static int Marker(ParsedSentence s, int token, string word)
    {
        foreach (var c in s.Children(token))
            if (s.Tokens[c].Deprel is Deprel.Case or Deprel.Mark && s.Form(c).Equals(word, StringComparison.OrdinalIgnoreCase) && c < token) return c;
        return -1;
    }

    // "He is expected to leave", "they are said to be ready": whom it is said of, with what is said.
    private static Span? Supposed(ParsedSentence s, int v)
    {
        if (s.Child(v, Deprel.NsubjPass) is not (>= 0 and var whom)) return null;
        foreach (var c in s.Children(v))
            if (c > v && s.Tokens[c].Deprel is Deprel.Xcomp or Deprel.Ccomp && ClauseTree.HasTo(s, c)) return Subtree(s, whom).Union(Subtree(s, c));
        return null;
    }

    // "as the minister said": the clause that it hangs on.
    private static Span? As(ParsedSentence s, int v)
    {
        if (s.Tokens[v].Deprel is not (Deprel.Advcl or Deprel.Parataxis) || ClauseTree.MarkerOf(s, v) != "as" || s.Tokens[v].Head < 0) return null;
        var (first, last) = ClauseTree.Extent(s, s.Tokens[v].Head, v);
        return ClauseTree.Trimmed(s, first, last);
    }

    private static Span? Clause(ParsedSentence s, int v)
    {
        foreach (var c in s.Children(v))
        {
            var d = s.Tokens[c].Deprel;
            if (d == Deprel.Ccomp || (d == Deprel.Csubj && ClauseTree.IsPassive(s, v)) || d == Deprel.CsubjPass) return c > v ? AfterCue(s, v, c) : Subtree(s, c);
        }

        // "says that" with a parataxis after it, as some trees have it.
        foreach (var c in s.Children(v))
            if (s.Tokens[c].Deprel == Deprel.Parataxis && c > v && s.Tokens[c].Upos is Upos.VERB or Upos.AUX && ClauseTree.SubjectOf(s, c) >= 0 && ParentheticalCue.Read(s, c) is null) return Subtree(s, c);
        return s.Tokens[v].Upos == Upos.VERB ? That(s, v) : null;
    }

    // "said that …" where the tree has lost the clause: "that" opens it, and it runs on to the sentence's end.
    private static Span? That(ParsedSentence s, int v)
    {
        var t = v + 1;
        if (t >= s.Count - 2 || s.Form(t) is not "that" || s.Tokens[t].Upos != Upos.SCONJ || s.Tokens[t].Head <= t || s.Tokens[t + 1].Upos == Upos.PUNCT) return null;
        return HasVerb(s, t + 1, s.Count - 1) ? ClauseTree.Trimmed(s, t, s.Count - 1) : null;
    }

    /// <summary>A clause after its cue begins where the cue's own words end, however the parser cut its subject, and goes on over what is coordinated with it.</summary>
    private static Span AfterCue(ParsedSentence s, int v, int clause)
    {
        var (first, last) = ClauseTree.Extent(s, clause);
        var start = AfterTime(s, v + 1);
        // "said last week it would": the parser gives the week to what is said.
        if (start > v + 1 && first > v && start > first && start < clause) first = start;
        while (start < first && IsOfCue(s, v, start)) start++;
        if (start < first && !HasVerb(s, start, first - 1) && ClauseTree.MarkerOf(s, clause) is not ("that" or "whether" or "if")) first = start;
        foreach (var c in s.Children(v))
        {
            if (c <= last || s.Tokens[c].Deprel is not (Deprel.Conj or Deprel.Parataxis) || s.Tokens[c].Upos is not (Upos.VERB or Upos.AUX or Upos.ADJ or Upos.NOUN)) continue;
            // "said that it had left and that the others would"
            if (ClauseTree.MarkerOf(s, c) == "that" && s.Tokens[clause].Xpos != Xpos.VB)
            {
                last = ClauseTree.Extent(s, c).Last;
                continue;
            }

            if (ClauseTree.SubjectOf(s, c) is not (>= 0 and var subject) || s.Tokens[subject].Upos != Upos.PRON || ClauseTree.IsSpeech(s.Tokens[c].Lemma)) break;
            last = ClauseTree.Extent(s, c).Last;
        }

        return ClauseTree.Trimmed(s, first, Math.Max(first, last));
    }

    private static bool IsOfCue(ParsedSentence s, int v, int token)
    {
        for (var node = token; node >= 0; node = s.Tokens[node].Head)
        {
            if (s.Tokens[node].Head != v) continue;
            if (s.Tokens[node].Deprel is Deprel.Obj or Deprel.Iobj) return HasAddressee(s.Tokens[v].Lemma) || s.Tokens[node].Deprel == Deprel.Iobj && s.Tokens[node].Upos == Upos.PROPN;
            return s.Tokens[node].Deprel is Deprel.Advmod or Deprel.Obl or Deprel.OblUnmarked or Deprel.CompoundPrt or Deprel.Punct or Deprel.Nsubj or Deprel.Dep;
        }

        return false;
    }

    // After "Monday", "last week", "this morning" directly behind the cue, where the content's own words begin; else the same token.
    private static int AfterTime(ParsedSentence s, int at)
    {
        var t = at;
        if (t + 1 < s.Count && TimeLexicon.TryGet(s.Form(t), out var kind, out _) && kind is TimeClass.Deictic && s.Form(t) is "last" or "this") t++;
        if (t + 1 >= s.Count || !TimeLexicon.TryGet(s.Form(t), out kind, out _)) return at;
        if (!(kind is TimeClass.Weekday or TimeClass.RelativeDay || t > at && kind is TimeClass.Unit or TimeClass.DayPart or TimeClass.Month)) return at;
        t++;
        return s.Tokens[t].Upos is Upos.PRON or Upos.DET or Upos.PROPN or Upos.NOUN or Upos.ADJ || s.Form(t) is "that" ? t : at;
    }

    private static bool HasAddressee(string lemma) => lemma is "tell" or "remind" or "warn" or "assure" or "inform" or "ask" or "advise" or "notify" or "reassure" or "caution" or "show" or "convince";

    private static bool HasVerb(ParsedSentence s, int first, int last)
    {
        for (var t = first; t <= last; t++)
            if (s.Tokens[t].Xpos is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD) return true;
        return false;
    }

    private static Span? Infinitive(ParsedSentence s, int v)
    {
        foreach (var c in s.Children(v))
        {
            if (s.Tokens[c].Deprel is not (Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl) || !ClauseTree.HasTo(s, c)) continue;
            if (s.Tokens[c].Deprel == Deprel.Advcl && c < v) continue;
            var span = Subtree(s, c);
            // "urges them to leave": whom it is said of belongs to what is said.
            if (s.Child(v, Deprel.Obj) is >= 0 and var obj && obj < c) span = Subtree(s, obj).Union(span);
            return span;
        }

        return null;
    }

    // "He left, she said": the cue hangs on what is said.
    private static Span? Host(ParsedSentence s, int v)
    {
        if (s.Tokens[v].Deprel is not Deprel.Parataxis || s.Tokens[v].Head is not (>= 0 and var host)) return null;
        var (first, last) = ClauseTree.Extent(s, host, v);
        return ClauseTree.Trimmed(s, first, last);
    }

    private static Span? Object(ParsedSentence s, int v)
    {
        if (s.Child(v, Deprel.Obj) is >= 0 and var obj) return IsReflexive(s, obj) ? null : obj > v ? WithAdjuncts(s, v, obj) : Subtree(s, obj);
        if (s.Child(v, Deprel.NsubjPass) is >= 0 and var subject) return Subtree(s, subject);
        return null;
    }

    // "call it a war", "describe it as a war": both what is named and its name.
    private static Span? Naming(ParsedSentence s, int v)
    {
        var named = s.Child(v, Deprel.Obj) is >= 0 and var obj ? obj : s.Child(v, Deprel.NsubjPass);
        if (named < 0) return null;
        foreach (var c in s.Children(v))
        {
            if (c < v || c == named || s.Tokens[c].Deprel is not (Deprel.Xcomp or Deprel.Obl or Deprel.Advcl) || ClauseTree.HasTo(s, c)) continue;
            if (s.Tokens[c].Deprel != Deprel.Xcomp && ClauseTree.MarkerOf(s, c) is not ("as" or "to" or "with")) continue;
            return named > v ? Subtree(s, named).Union(Subtree(s, c)) : Subtree(s, c);
        }

        // "what she called a farce": the name is all that is said.
        if (named > v && ClauseTree.SubjectOf(s, v) is >= 0 and var who && ClauseTree.Extent(s, who).First is > 0 and var at && s.Form(at - 1) is "what" or "What") return Subtree(s, named);
        // "called his rivals “clowns.”": where the tree has hung the name on the named.
        if (named > v && Subtree(s, named) is var span && span.Quote(s.Text).AsSpan().IndexOfAny('“', '"', '„') > 0) return span;
        // "called the bill and those behind it a farce": the article that follows opens the name.
        if (named > v && s.Tokens[v].Lemma is "call" or "label" or "brand" or "dub" or "deem")
        {
            var (first, last) = ClauseTree.Extent(s, named);
            for (var t = named + 1; t <= last; t++)
                if (s.Tokens[t].Upos == Upos.DET && s.Tokens[t].Lemma is "a" or "an" && s.Tokens[t - 1].Upos is Upos.NOUN or Upos.PROPN) return ClauseTree.Trimmed(s, first, last);
        }

        return null;
    }

    // The phrases that follow an object without a comma belong with it to what is said: "proposed a ban on flights over the city".
    private static Span WithAdjuncts(ParsedSentence s, int v, int obj)
    {
        var (first, last) = ClauseTree.Extent(s, obj);
        return Adjoined(s, v, first, last);
    }

    private static Span Adjoined(ParsedSentence s, int v, int first, int last)
    {
        foreach (var c in s.Children(v))
        {
            if (c <= last || s.Tokens[c].Deprel is not (Deprel.Nmod or Deprel.Obl or Deprel.Advcl or Deprel.Xcomp or Deprel.Ccomp)) continue;
            var (start, end) = ClauseTree.Extent(s, c);
            if (start != last + 1 || !Joins(s, c)) break;
            last = end;
        }

        return ClauseTree.Trimmed(s, first, last);
    }

    private static bool Joins(ParsedSentence s, int c) => s.Tokens[c].Deprel is Deprel.Nmod or Deprel.Obl or Deprel.Xcomp or Deprel.Ccomp || ClauseTree.MarkerOf(s, c) is "for" or "as";

    private static bool IsReflexive(ParsedSentence s, int token) => s.Tokens[token].Lemma.EndsWith("self", StringComparison.Ordinal);

    private static Span Subtree(ParsedSentence s, int token)
    {
        var (first, last) = ClauseTree.Extent(s, token);
        return ClauseTree.Trimmed(s, first, last);
    }

    private void Noun(ParsedSentence s, int n, List<ClaimDraft> drafts)
    {
        foreach (var e in cues.Of(CueKind.Noun, s.Tokens[n].Lemma))
        {
            var content = e.Rest.Length > 0 ? Prepositional(s, n, e.Rest) : NounClause(s, n);
            if (content is null) continue;
            drafts.Add(Draft(s, n, n, e, NounSource(s, n), content));
            return;
        }
    }

    private static Span? NounClause(ParsedSentence s, int n)
    {
        foreach (var c in s.Children(n))
        {
            if (s.Tokens[c].Deprel is Deprel.Acl or Deprel.Ccomp or Deprel.Xcomp or Deprel.Advcl && c > n
                && (ClauseTree.HasTo(s, c) || ClauseTree.MarkerOf(s, c) is "that" or "whether")) return Subtree(s, c);
        }

        // "their plan is to leave"
        if (s.Tokens[n].Deprel is Deprel.Nsubj or Deprel.NsubjOuter && s.Tokens[n].Head is >= 0 and var head && s.Child(head, Deprel.Cop) >= 0)
        {
            foreach (var c in s.Children(head))
                if (s.Tokens[c].Deprel is Deprel.Ccomp or Deprel.Xcomp) return Subtree(s, c);
            if (ClauseTree.HasTo(s, head) || ClauseTree.MarkerOf(s, head) == "that")
            {
                var (first, last) = ClauseTree.Extent(s, head, n);
                return ClauseTree.Trimmed(s, first, last);
            }
        }

        return null;
    }

    private static int NounSource(ParsedSentence s, int n)
    {
        foreach (var c in s.Children(n))
            if (s.Tokens[c].Deprel == Deprel.NmodPoss) return c;
        foreach (var c in s.Children(n))
            if (s.Tokens[c].Deprel == Deprel.Nmod && ClauseTree.MarkerOf(s, c) is "by" or "from" or "among") return c;
        var head = s.Tokens[n].Head;
        if (head >= 0 && s.Tokens[n].Deprel is Deprel.Obj or Deprel.Obl or Deprel.Xcomp && s.Tokens[head].Upos is Upos.VERB && ClauseTree.ActorOf(s, head) is >= 0 and var actor) return actor;
        foreach (var c in s.Children(n))
            if (s.Tokens[c].Deprel is Deprel.Amod or Deprel.Compound && s.Tokens[c].Upos is Upos.PROPN || (s.Tokens[c].Deprel == Deprel.Amod && char.IsUpper(s.Form(c)[0]))) return c;
        return -1;
    }

    // "is convinced that", "was afraid of"
    private void Predicate(ParsedSentence s, int a, List<ClaimDraft> drafts)
    {
        var subject = ClauseTree.SubjectOf(s, a);
        if (subject < 0 && s.Tokens[a].Deprel is not (Deprel.Xcomp or Deprel.Conj)) return;
        foreach (var e in cues.Of(CueKind.Adjective, s.Tokens[a].Lemma))
        {
            Span? content = null;
            if (e.Rest.Length > 0)
            {
                content = Prepositional(s, a, e.Rest);
            }
            else
            {
                foreach (var c in s.Children(a))
                    if (s.Tokens[c].Deprel is Deprel.Ccomp or Deprel.Xcomp or Deprel.Advcl && c > a && (s.Tokens[c].Deprel == Deprel.Ccomp || ClauseTree.HasTo(s, c))) content ??= Subtree(s, c);
            }

            if (content is null) continue;
            drafts.Add(Draft(s, a, a, e, subject >= 0 ? subject : ClauseTree.ActorOf(s, a), content));
            return;
        }
    }

    // "according to the ministry": the words are the case of the source.
    private void Phrase(ParsedSentence s, int t, List<ClaimDraft> drafts)
    {
        if (!(s.Form(t) is var form && char.IsLetter(form[0]) && form.Length is 2 or 9)) return;
        foreach (var e in cues.Of(CueKind.Phrase, form.ToString().ToLowerInvariant()))
        {
            var last = t;
            foreach (var word in e.Rest.Split(' '))
                if (last + 1 < s.Count && s.Form(last + 1).Equals(word, StringComparison.OrdinalIgnoreCase)) last++;
                else last = int.MaxValue - 1;
            if (last >= s.Count - 1) continue;
            var source = SourceAfter(s, t, last);
            if (source < 0) continue;
            if (Beside(s, t, source) is not { } content) continue;
            drafts.Add(Draft(s, t, last, e, source, content));
            return;
        }
    }

    private static int SourceAfter(ParsedSentence s, int first, int last)
    {
        var fallback = -1;
        for (var t = last + 1; t < s.Count && t <= last + 12; t++)
        {
            if (s.Tokens[t].Upos == Upos.PUNCT && fallback >= 0) break;
            if (!ClauseTree.IsNominal(s, t)) continue;
            fallback = t;
            var head = s.Tokens[t].Head;
            if (head < first || head > t || (head >= first && head <= last)) return t;
        }

        return fallback;
    }

    /// <summary>What a set phrase speaks of: the sentence before it, or after it where it opens the sentence or stands between commas.</summary>
    private static Span? Beside(ParsedSentence s, int phrase, int source)
    {
        var (_, last) = ClauseTree.Extent(s, source);
        var comma = source + 1;
        while (comma < s.Count && comma <= last + 1 && s.Form(comma) is not ",") comma++;
        var opens = phrase == 0 || (phrase <= 2 && s.Tokens[0].Upos is Upos.CCONJ or Upos.ADV or Upos.PUNCT);
        if (opens)
        {
            var start = Math.Min(comma, last) + 1;
            return start < s.Count - 1 ? ClauseTree.Trimmed(s, start, s.Count - 1) : null;
        }

        return phrase >= 3 ? ClauseTree.Trimmed(s, 0, phrase - 1) : null;
    }
}
