using Demarche.Language;

namespace Demarche.Coding;

/// <summary>Which way from the document's date the words about a time look.</summary>
internal enum TimeDirection : byte
{
    Unknown,
    Past,
    Future,
}

/// <summary>The direction in which "Monday" or "in October" looks: by the governing verb where there is a tree, else by the nearest verb.</summary>
internal static class TimeTense
{
    private const int Reach = 25;

    private static readonly string[] Prospective = ["schedule", "expect", "plan", "set", "due", "slate", "intend", "hope", "want", "pledge", "promise", "vow", "agree", "threaten", "decide", "prepare", "be"];

    /// <summary>Of these a time beside them tells what they plan, not when they were planned.</summary>
    private static readonly string[] Scheduling = ["schedule", "expect", "plan", "due", "slate", "set"];

    /// <summary>Told in the simple past with a time behind them, they still look ahead: "planned a rally on Saturday".</summary>
    private static readonly string[] Arranging = ["plan", "schedule"];

    /// <summary>Verbs whose present tense is that of a timetable: "the talks resume Monday".</summary>
    private static readonly string[] Timetabled = ["begin", "start", "open", "reopen", "expire", "resume", "convene"];

    /// <summary>By the words alone: the nearest verb before it in the sentence, else the nearest after it.</summary>
    public static TimeDirection FromWords(string text, ReadOnlySpan<TimeWord> words, int first, int end)
    {
        for (var i = first - 1; i >= 0 && i > first - Reach; i--)
        {
            if (IsSentenceEnd(text, words, i)) break;
            if (Cue(text, words[i]) is var d && d != TimeDirection.Unknown) return d;
        }

        for (var i = end; i < words.Length && i < end + Reach; i++)
        {
            if (IsSentenceEnd(text, words, i)) break;
            if (Cue(text, words[i]) is var d && d != TimeDirection.Unknown) return d;
        }

        return TimeDirection.Unknown;
    }

    /// <summary>By the tree: the verb that governs the token.</summary>
    public static TimeDirection FromTree(ParsedSentence sentence, int token) => FromTree(sentence, token, out _);

    /// <param name="certain">True where the verb that governs the time directly is finite, or has an auxiliary that tells.</param>
    public static TimeDirection FromTree(ParsedSentence sentence, int token, out bool certain)
    {
        certain = false;
        if (token < 0) return TimeDirection.Unknown;
        // "Wednesday's ruling" was given; "until Friday", told after its verb, is yet to come.
        if (sentence.Tokens[token].Deprel == Deprel.NmodPoss) return TimeDirection.Past;
        if (LeadsAhead(sentence, token)) return TimeDirection.Future;
        var infinitive = false;
        for (var (t, step) = (token, 0); t >= 0; t = sentence.Tokens[t].Head, step++)
        {
            ref readonly var tok = ref sentence.Tokens[t];
            if (tok.Upos is not (Upos.VERB or Upos.AUX) && sentence.Child(t, Deprel.Cop) < 0) continue;
            var direction = OfClause(sentence, t, out var to);
            if (to && !infinitive)
            {
                // An infinitive looks ahead of its verb; whether a time after it is its own, the verb above tells.
                infinitive = true;
                var head = tok.Head;
                if (head >= 0 && IsProspective(sentence, head))
                {
                    certain = step <= 2;
                    return TimeDirection.Future;
                }

                if (head >= 0 && sentence.Tokens[head].Upos is Upos.ADJ or Upos.NOUN && tok.Deprel is Deprel.Xcomp) return TimeDirection.Future;
                continue;
            }

            if (direction == TimeDirection.Unknown) continue;
            certain = !infinitive && step <= 2 && (direction == TimeDirection.Future || !Reaches(sentence, token));
            return direction;
        }

        return infinitive ? TimeDirection.Future : TimeDirection.Unknown;
    }

    // "extended to March 20", "through January": the end of a stretch, which may lie either way.
    private static bool Reaches(ParsedSentence s, int token)
    {
        foreach (var c in s.Children(token))
            if (s.Tokens[c].Deprel == Deprel.Case && s.Form(c) is "to" or "through" or "by" or "for") return true;
        return s.Tokens[token].Deprel is Deprel.Obj or Deprel.Nsubj or Deprel.NsubjPass;
    }

    private static bool LeadsAhead(ParsedSentence s, int token)
    {
        foreach (var c in s.Children(token))
        {
            if (s.Tokens[c].Deprel is not (Deprel.Case or Deprel.Mark or Deprel.Advmod)) continue;
            if (s.Form(c) is "until" or "till" && s.Tokens[token].Head is >= 0 and var head && head < token) return true;
            // "as soon as Tuesday", "as early as next week"
            if (s.Form(c) is "as" && c > 1 && s.Form(c - 1) is "soon" or "early") return true;
        }

        return false;
    }

    private static bool IsProspective(ParsedSentence s, int verb) => Array.IndexOf(Prospective, s.Tokens[verb].Lemma) >= 0;

    private static bool IsScheduling(ParsedSentence s, int verb) => Array.IndexOf(Scheduling, s.Tokens[verb].Lemma) >= 0;

    private static TimeDirection OfClause(ParsedSentence s, int verb, out bool to)
    {
        to = false;
        foreach (var c in s.Children(verb))
        {
            ref readonly var child = ref s.Tokens[c];
            // "was to vote"
            if (child.Xpos == Xpos.VBD && s.Form(c) is "was" or "were" && c + 1 < verb && s.Tokens[c + 1].Xpos == Xpos.TO) return TimeDirection.Future;
            if (child.Deprel is not (Deprel.Aux or Deprel.AuxPass or Deprel.Mark or Deprel.Cop)) continue;
            if (child.Xpos == Xpos.MD) return s.Form(c) is "could" && IsDenied(s, verb) ? TimeDirection.Unknown : TimeDirection.Future;
            if (child.Xpos == Xpos.VBD) return IsScheduling(s, verb) ? TimeDirection.Future : TimeDirection.Past;
            if (child.Xpos == Xpos.TO) to = true;
            if (child.Lemma == "have" && child.Xpos is Xpos.VBZ or Xpos.VBP) return IsScheduling(s, verb) ? TimeDirection.Future : TimeDirection.Past;
        }

        if (to) return TimeDirection.Unknown;
        var tag = s.Tokens[verb].Xpos;
        if (IsAwaited(s, verb, tag)) return TimeDirection.Future;
        if (tag == Xpos.VBD && Array.IndexOf(Arranging, s.Tokens[verb].Lemma) >= 0 && s.Child(verb, Deprel.Obj) >= 0) return TimeDirection.Future;
        if (tag is Xpos.VBN or Xpos.VBZ or Xpos.VBP && IsScheduling(s, verb)) return TimeDirection.Future;
        return tag is Xpos.VBD or Xpos.VBN ? TimeDirection.Past : TimeDirection.Unknown;
    }

    // "could not be reached on Monday" tells what was; "could be tried on Monday" what may come.
    private static bool IsDenied(ParsedSentence s, int verb)
    {
        for (var t = verb - 1; t >= 0; t--)
            if (s.Form(t) is "not" or "n't" or "nor" or "neither" or "Neither" or "no" or "No" or "never") return true;
        return false;
    }

    // "when the case is heard in May", "the talks resume Monday": the present of what is to come.
    private static bool IsAwaited(ParsedSentence s, int verb, Xpos tag)
    {
        var present = tag is Xpos.VBZ or Xpos.VBP;
        var awaited = false;
        foreach (var c in s.Children(verb))
        {
            ref readonly var child = ref s.Tokens[c];
            if (child.Deprel is Deprel.Aux or Deprel.AuxPass or Deprel.Cop && child.Xpos is Xpos.VBZ or Xpos.VBP) present = true;
            if (child.Deprel is Deprel.Mark or Deprel.Advmod && s.Form(c) is "when" or "When" or "once" or "Once" or "until" or "before" or "Before") awaited = true;
        }

        return present && (awaited || (tag is Xpos.VBZ or Xpos.VBP && Array.IndexOf(Timetabled, s.Tokens[verb].Lemma) >= 0));
    }

    private static bool IsSentenceEnd(string text, ReadOnlySpan<TimeWord> words, int i)
    {
        var c = text[words[i].Start];
        if (words[i].SpaceBefore && i > 0 && text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).Contains("\n\n", StringComparison.Ordinal)) return true;
        if (words[i].Class != TimeClass.Punctuation) return false;
        if (c is '!' or '?' or ';') return true;
        return c == '.' && (i + 1 >= words.Length || (words[i + 1].SpaceBefore && words[i + 1].Capital && (i == 0 || words[i - 1].Length > 3 || !words[i - 1].Capital)));
    }

    private static TimeDirection Cue(string text, in TimeWord word)
    {
        if (word.Class == TimeClass.Future) return TimeDirection.Future;
        if (word.Class == TimeClass.Past) return TimeDirection.Past;
        if (word.Class == TimeClass.Month && word.Value == 5 && !word.Capital) return TimeDirection.Future;
        if (word.Class != TimeClass.None || word.Length < 5 || word.Capital) return TimeDirection.Unknown;
        return text.AsSpan(word.End - 2, 2) is "ed" ? TimeDirection.Past : TimeDirection.Unknown;
    }
}
