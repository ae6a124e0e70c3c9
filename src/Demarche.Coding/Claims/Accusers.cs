using Demarche.Language;

namespace Demarche.Coding.Claims;

/// <summary>
/// Whose accusation it is that a participle tells of nobody: "expelled an aide accused of theft". Who acts against somebody as accused accuses;
/// where the act is told here without its doer ("the expulsion of an aide accused of theft"), the doer that another sentence gives.
/// </summary>
internal static class Accusers
{
    private const int MaxSteps = 6;

    /// <summary>What is done to somebody by those who hold him guilty, with its noun.</summary>
    private static readonly Dictionary<string, string> Adverse = new(StringComparer.Ordinal)
    {
        ["expel"] = "expulsion",
        ["arrest"] = "arrest",
        ["detain"] = "detention",
        ["deport"] = "deportation",
        ["imprison"] = "imprisonment",
        ["dismiss"] = "dismissal",
        ["suspend"] = "suspension",
        ["execute"] = "execution",
        ["sanction"] = "sanction",
        ["jail"] = "jailing",
        ["punish"] = "punishment",
        ["indict"] = "indictment",
    };

    private static readonly HashSet<string> Nouns = new(Adverse.Values, StringComparer.Ordinal);

    /// <summary>Gives accusing drafts without a source the one who acts on the accusation.</summary>
    public static void Find(ParsedDocument document, List<ClaimDraft> drafts)
    {
        foreach (var d in drafts)
        {
            if (d.SourceToken >= 0 || d.Source is not null || d.Entry.Class != "accuses" || d.CueToken < 0) continue;
            var s = document.Sentences[d.Sentence];
            var act = ActOn(s, d.CueToken);
            if (act < 0) continue;
            var noun = NounOf(s, act);
            if (Doer(s, act) is >= 0 and var here) Give(d, s, here);
            else
            {
                foreach (var other in Near(document, d.Sentence))
                {
                    if (DoerOf(other, noun) is not (>= 0 and var there)) continue;
                    Give(d, other, there);
                    d.SourceSentence = other.Index;
                    break;
                }
            }
        }
    }

    private static void Give(ClaimDraft d, ParsedSentence s, int token)
    {
        d.SourceToken = token;
        d.Source = ClauseTree.NounPhrase(s, token);
    }

    // The act whose object the accused is, over the nouns between.
    private static int ActOn(ParsedSentence s, int participle)
    {
        if (s.Tokens[participle].Deprel != Deprel.Acl || s.Tokens[participle].Xpos is not (Xpos.VBN or Xpos.VBD) || ClauseTree.AgentOf(s, participle) >= 0) return -1;
        for (var (t, step) = (s.Tokens[participle].Head, 0); t >= 0 && step < MaxSteps; t = s.Tokens[t].Head, step++)
        {
            if (NounOf(s, t).Length > 0) return t;
            if (s.Tokens[t].Upos == Upos.VERB && s.Tokens[t].Deprel != Deprel.Acl) return -1;
            if (s.Tokens[t].Deprel is Deprel.Nsubj or Deprel.Ccomp or Deprel.Advcl) return -1;
        }

        return -1;
    }

    private static string NounOf(ParsedSentence s, int t) => s.Tokens[t].Upos switch
    {
        Upos.VERB => Adverse.GetValueOrDefault(s.Tokens[t].Lemma, ""),
        Upos.NOUN when Nouns.Contains(s.Tokens[t].Lemma) => s.Tokens[t].Lemma,
        _ => "",
    };

    private static int Doer(ParsedSentence s, int act)
    {
        if (s.Tokens[act].Upos == Upos.VERB) return ClauseTree.ActorOf(s, act);
        foreach (var c in s.Children(act))
            if (s.Tokens[c].Deprel == Deprel.NmodPoss || s.Tokens[c].Deprel == Deprel.Nmod && ClauseTree.MarkerOf(s, c) == "by") return c;
        // "ordered the expulsion of": the noun's doer is the verb's.
        return s.Tokens[act].Deprel == Deprel.Obj && s.Tokens[act].Head is >= 0 and var verb ? ClauseTree.ActorOf(s, verb) : -1;
    }

    private static int DoerOf(ParsedSentence s, string noun)
    {
        for (var t = 0; t < s.Count; t++)
            if (NounOf(s, t) == noun && Doer(s, t) is >= 0 and var doer && s.Tokens[doer].Upos != Upos.PRON) return doer;
        return -1;
    }

    private static IEnumerable<ParsedSentence> Near(ParsedDocument document, int sentence)
    {
        for (var step = 1; step < document.Sentences.Count; step++)
        {
            if (sentence - step >= 0) yield return document.Sentences[sentence - step];
            if (sentence + step < document.Sentences.Count) yield return document.Sentences[sentence + step];
        }
    }
}
