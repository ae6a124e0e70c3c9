using Demarche.Knowledge;
using Demarche.Knowledge.Text;
using Demarche.Language;

namespace Demarche.Coding.Tests;

/// <summary>
/// Hand-built trees: words parted by blanks, each <c>form/XPOS/head/deprel</c>, or <c>form/XPOS/head/deprel/lemma</c>, with heads from 1 (0 for the root). The universal tag follows from
/// the Penn tag; sentences are parted by line breaks.
/// </summary>
internal static class Tree
{
    public static ParsedDocument Parse(string trees, string? date = null)
    {
        var lines = trees.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('/')).ToArray()).ToArray();
        var text = string.Join(' ', lines.SelectMany(l => l).Select(w => w[0]));
        var sentences = new List<ParsedSentence>();
        var at = 0;
        foreach (var line in lines)
        {
            var tokens = new Token[line.Length];
            for (var i = 0; i < line.Length; i++)
            {
                var xpos = XposNames.Parse(line[i][1]);
                tokens[i] = new Token
                {
                    Start = at,
                    End = at + line[i][0].Length,
                    Xpos = xpos,
                    Upos = UposOf(xpos, line[i][3]),
                    Head = int.Parse(line[i][2]) - 1,
                    Deprel = DeprelNames.Parse(line[i][3]),
                    Lemma = line[i].Length > 4 ? line[i][4] : Lemma(line[i][0], xpos),
                };
                at += line[i][0].Length + 1;
            }
            sentences.Add(new ParsedSentence(text, sentences.Count, tokens));
        }
        var document = new Document("d", text) { Date = date is null ? null : DateOnly.Parse(date) };
        return new ParsedDocument(document, sentences);
    }

    /// <summary>Sentences of a text cut at blanks, with tags and a tree that only chance gives them: for properties that hold whatever the parser makes.</summary>
    public static IEnumerable<ParsedSentence> Flat(string text, int seed)
    {
        var random = new Random(seed);
        var tokens = new List<Token>();
        var number = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            var end = i;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            var form = text[i..end];
            tokens.Add(new Token
            {
                Start = i,
                End = end,
                Head = tokens.Count == 0 ? -1 : random.Next(tokens.Count),
                Deprel = tokens.Count == 0 ? Deprel.Root : (Deprel)random.Next(1, (int)Deprel.Xcomp + 1),
                Upos = (Upos)random.Next((int)Upos.VERB + 1),
                Xpos = (Xpos)random.Next((int)Xpos.WPS + 1),
                Lemma = form.ToLowerInvariant(),
            });
            i = end - 1;
            if (form != "." && end < text.Length) continue;
            yield return new ParsedSentence(text, number++, [.. tokens]);
            tokens.Clear();
        }

        if (tokens.Count > 0) yield return new ParsedSentence(text, number, [.. tokens]);
    }

    public static KnowledgeBase Knowledge { get; } = KnowledgeBase.FromSources(KnowledgeSources.Read(Path.Combine(AppContext.BaseDirectory, "Invented")));

    private static string Lemma(string form, Xpos xpos) => xpos switch
    {
        Xpos.NNS when form.EndsWith("ies", StringComparison.Ordinal) => form[..^3] + "y",
        Xpos.NNS => form.TrimEnd('s').ToLowerInvariant(),
        Xpos.NNP or Xpos.NNPS => form,
        _ => form.ToLowerInvariant(),
    };

    private static Upos UposOf(Xpos xpos, string deprel) => xpos switch
    {
        Xpos.NNP or Xpos.NNPS => Upos.PROPN,
        Xpos.NN or Xpos.NNS => Upos.NOUN,
        Xpos.JJ or Xpos.JJR or Xpos.JJS => Upos.ADJ,
        Xpos.IN => deprel == "mark" ? Upos.SCONJ : Upos.ADP,
        Xpos.DT => Upos.DET,
        Xpos.PRP or Xpos.PRPS => Upos.PRON,
        Xpos.CD => Upos.NUM,
        Xpos.CC => Upos.CCONJ,
        Xpos.RB => Upos.ADV,
        Xpos.POS or Xpos.TO => Upos.PART,
        Xpos.MD => Upos.AUX,
        Xpos.VB or Xpos.VBD or Xpos.VBG or Xpos.VBN or Xpos.VBP or Xpos.VBZ => deprel.StartsWith("aux", StringComparison.Ordinal) ? Upos.AUX : Upos.VERB,
        _ => Upos.PUNCT,
    };
}
