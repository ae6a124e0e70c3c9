using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>Negation and future of the verb that asserts an event, for CAMEO's reading of the future as intent or threat.</summary>
internal readonly record struct TenseReading(bool Negated, bool Future, bool Unreal)
{
    public static TenseReading Of(ParsedSentence s, int verb)
    {
        var (negated, future, unreal) = (false, false, false);
        for (int v = verb, steps = 0; v >= 0 && steps < 4; steps++)
        {
            foreach (var c in s.Children(v))
            {
                var d = s.Tokens[c].Deprel;
                if (d is Deprel.Advmod && s.Tokens[c].Lemma is "not" or "never" or "n't" or "no" or "longer") negated = true;
                if (d is Deprel.Det && s.Tokens[c].Lemma is "no") negated = true;
                if (d is Deprel.Aux)
                {
                    if (s.Tokens[c].Lemma is "will" or "shall" or "wo" or "'ll") future = true;
                    if (s.Tokens[c].Lemma is "may" or "might" or "could" or "should" or "must" or "can") unreal = true;
                    // "said it would": the future of the past.
                    if (s.Tokens[c].Lemma == "would")
                    {
                        if (s.Tokens[v].Deprel is Deprel.Ccomp or Deprel.Conj) future = true;
                        else unreal = true;
                    }
                }
                if (d == Deprel.Mark && s.Tokens[c].Lemma is "if" or "unless" or "whether") unreal = true;
            }
            // Sharing an auxiliary with the first of several verbs, and raising: "is expected to sign".
            var head = s.Tokens[v].Head;
            if (head < 0) break;
            if (s.Tokens[v].Deprel == Deprel.Conj && s.Child(v, Deprel.Nsubj) < 0 && s.Tokens[head].Upos == Upos.VERB) v = head;
            else if (s.Tokens[v].Deprel == Deprel.Xcomp && s.Tokens[head].Lemma is "begin" or "start" or "continue" or "help" or "go" or "expect" or "set" or "plan" or "intend" or "schedule" or "prepare" or "due" or "poise")
            {
                future |= s.Tokens[head].Lemma is "go" or "expect" or "set" or "plan" or "intend" or "schedule" or "prepare" or "due" or "poise";
                v = head;
            }
            else break;
        }
        return new TenseReading(negated, future, unreal);
    }
}
