using CsCheck;
using Demarche.Language.Conllu;
using Xunit;

namespace Demarche.Language.Tests.Conllu;

public sealed class ConlluTests
{
    private const string Sample =
        "# sent_id = own-1\n# text = Envoys don't gonna leave.\n" +
        "1\tEnvoys\tenvoy\tNOUN\tNNS\t_\t5\tnsubj\t_\t_\n" +
        "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n" +
        "2\tdo\tdo\tAUX\tVBP\t_\t5\taux\t_\t_\n" +
        "3\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_\n" +
        "3.1\tgoing\tgo\tVERB\tVBG\t_\t_\t_\t5:x\t_\n" +
        "4\tgonna\tgon\tAUX\tVBG\t_\t5\taux:pass\t_\t_\n" +
        "5\tleave\tleave\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n" +
        "6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_\n\n";

    [Fact]
    public void Reads_words_tags_heads_and_multiword_ranges()
    {
        var s = Assert.Single(ConlluReader.Read(new StringReader(Sample)));
        Assert.Equal("own-1", s.Id);
        Assert.Equal("Envoys don't gonna leave.", s.Text);
        Assert.Equal(["Envoys", "do", "n't", "gonna", "leave", "."], Enumerable.Range(0, 6).Select(s.Form));
        Assert.Equal([4, 4, 4, 4, -1, 4], s.Tokens.Select(t => t.Head));
        Assert.Equal(Deprel.AuxPass, s.Tokens[3].Deprel);
        Assert.Equal(Xpos.Period, s.Tokens[5].Xpos);
        Assert.Equal("not", s.Tokens[2].Lemma);
        Assert.Equal(TokenFlags.MultiwordStart, s.Tokens[1].Flags);
        Assert.Equal(TokenFlags.MultiwordInside | TokenFlags.SpaceAfter, s.Tokens[2].Flags);
        Assert.Equal(TokenFlags.None, s.Tokens[4].Flags);
    }

    [Fact]
    public void A_line_without_ten_columns_is_refused_with_its_number()
    {
        var e = Assert.Throws<FormatException>(() => ConlluReader.Read(new StringReader("# text = a\n1\ta\n\n")).ToList());
        Assert.Contains("line 2", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_break_inside_a_word_or_sentence_does_not_break_the_table()
    {
        const string text = "Talks\nend";
        Token[] tokens = [new() { Start = 0, End = 5, Head = 1, Lemma = "talk" }, new() { Start = 6, End = 9, Head = -1, Lemma = "end\tx" }];
        var writer = new StringWriter();
        ConlluWriter.Write(writer, text, tokens);
        var rows = writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, rows.Length);
        Assert.All(rows[1..], r => Assert.Equal(10, r.Split('\t').Length));
    }

    private static readonly Gen<Token[]> Sentences =
        from words in Gen.Select(Gen.String[Gen.Char['a', 'z'], 1, 6], Gen.Enum<Upos>(), Gen.Enum<Xpos>(), Gen.Enum<Deprel>(), Gen.Bool).Array[1, 12]
        from head in Gen.Int[-1, words.Length - 1].Array[words.Length]
        select Lay(words, head);

    [Fact]
    public void What_is_written_is_read_back() => Sentences.Sample(tokens =>
    {
        var text = new string('w', tokens[^1].End);
        var writer = new StringWriter();
        ConlluWriter.Write(writer, text, tokens);
        var back = Assert.Single(ConlluReader.Read(new StringReader(writer.ToString())));
        Assert.Equal(tokens.Select(t => (t.Head, t.Upos, t.Xpos, t.Deprel, t.Lemma)), back.Tokens.Select(t => (t.Head, t.Upos, t.Xpos, t.Deprel, t.Lemma)));
        Assert.Equal(tokens.SkipLast(1).Select(t => t.Flags), back.Tokens.SkipLast(1).Select(t => t.Flags));
        Assert.Equal(tokens.Select(t => t.Span.Length), back.Tokens.Select(t => t.Span.Length));
    });

    private static Token[] Lay((string Lemma, Upos Upos, Xpos Xpos, Deprel Deprel, bool Space)[] words, int[] heads)
    {
        var tokens = new Token[words.Length];
        var at = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var w = words[i];
            tokens[i] = new Token
            {
                Start = at,
                End = at + w.Lemma.Length,
                Head = heads[i],
                Upos = w.Upos,
                Xpos = w.Xpos,
                Deprel = w.Deprel,
                Lemma = w.Lemma,
                Flags = w.Space ? TokenFlags.SpaceAfter : TokenFlags.None,
            };
            at = tokens[i].End + (w.Space ? 1 : 0);
        }
        return tokens;
    }
}
