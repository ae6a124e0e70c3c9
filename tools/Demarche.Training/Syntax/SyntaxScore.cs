using System.Text;
using Demarche.Language;
using Demarche.Language.Syntax;

namespace Demarche.Training.Syntax;

/// <summary>Accuracy on gold words: universal and Penn tags, lemmas, unlabelled and labelled attachment (universal relations).</summary>
internal sealed record SyntaxScore(int Words, double Upos, double Xpos, double Lemmas, double Uas, double Las)
{
    public static SyntaxScore Of(SyntaxModel model, IReadOnlyList<TrainingSentence> gold)
    {
        var annotator = new SyntaxAnnotator(model);
        int words = 0, upos = 0, xpos = 0, lemmas = 0, uas = 0, las = 0;
        foreach (var sentence in gold)
        {
            var text = new StringBuilder();
            var tokens = new Token[sentence.Length];
            for (var i = 0; i < tokens.Length; i++)
            {
                tokens[i] = new Token { Start = text.Length, End = text.Length + sentence.Forms[i].Length };
                text.Append(sentence.Forms[i]).Append(' ');
            }
            annotator.Annotate(text.ToString(), tokens);
            for (var i = 0; i < tokens.Length; i++)
            {
                words++;
                if ((byte)tokens[i].Upos == sentence.Upos[i]) upos++;
                if ((byte)tokens[i].Xpos == sentence.Xpos[i]) xpos++;
                if (sentence.Lemmas[i] == "_" || string.Equals(tokens[i].Lemma, sentence.Lemmas[i], StringComparison.OrdinalIgnoreCase)) lemmas++;
                if (tokens[i].Head != sentence.Heads[i]) continue;
                uas++;
                if (tokens[i].Deprel.Universal() == ((Deprel)sentence.Labels[i]).Universal()) las++;
            }
        }
        double n = words;
        return new SyntaxScore(words, upos / n, xpos / n, lemmas / n, uas / n, las / n);
    }

    public override string ToString() =>
        FormattableString.Invariant($"words {Words}  UPOS {Upos:f4}  XPOS {Xpos:f4}  lemmas {Lemmas:f4}  UAS {Uas:f4}  LAS {Las:f4}");
}
