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

    private static readonly string[] Prospective = ["schedule", "expect", "plan", "set", "due", "slate", "intend", "hope", "want", "pledge", "promise", "vow", "agree", "threaten", "decide", "prepare"];

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
    public static TimeDirection FromTree(ParsedSentence sentence, int token)
    {
        for (var t = token; t >= 0; t = sentence.Tokens[t].Head)
        {
            ref readonly var tok = ref sentence.Tokens[t];
            if (tok.Upos is not (Upos.VERB or Upos.AUX) && sentence.Child(t, Deprel.Cop) < 0) continue;
            if (OfClause(sentence, t) is var d && d != TimeDirection.Unknown) return d;
        }

        return TimeDirection.Unknown;
    }

    private static TimeDirection OfClause(ParsedSentence s, int verb)
    {
        var to = false;
        foreach (var c in s.Children(verb))
        {
            ref readonly var child = ref s.Tokens[c];
            if (child.Deprel is not (Deprel.Aux or Deprel.AuxPass or Deprel.Mark or Deprel.Cop)) continue;
            if (child.Xpos == Xpos.MD) return s.Form(c) is "could" or "would" && s.Form(verb) is "have" ? TimeDirection.Past : TimeDirection.Future;
            if (child.Xpos == Xpos.VBD) return TimeDirection.Past;
            if (child.Xpos == Xpos.TO) to = true;
            if (child.Lemma == "have" && child.Xpos is Xpos.VBZ or Xpos.VBP) return TimeDirection.Past;
        }

        var tag = s.Tokens[verb].Xpos;
        if (Array.IndexOf(Prospective, s.Tokens[verb].Lemma) >= 0 && tag is Xpos.VBN or Xpos.VBZ or Xpos.VBP) return TimeDirection.Future;
        return tag switch
        {
            Xpos.VBD => TimeDirection.Past,
            Xpos.VB when to => TimeDirection.Future,
            Xpos.VBN => TimeDirection.Past,
            _ => TimeDirection.Unknown,
        };
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
