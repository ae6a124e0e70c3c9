using CsCheck;
using Xunit;

namespace Demarche.Language.Tests.Syntax;

public sealed class LanguagePipelineTests
{
    private static readonly LanguagePipeline Pipeline = LanguagePipeline.Load();

    private static readonly string[] Pieces =
    [
        "ministers", "The", "envoy", "of", "Veria", "expelled", "was", "and", "two", "who", "said", "U.S.", "Lt. Gen.", "n't", "can't", "10", "3.5%",
        "(", ")", "\"", "“", "”", "’s", "—", "-", ",", ";", ".", "!", "\n", "\n\n", "\t", "e\u0301", "\u200B", "👍🏽", "محمد", "中文", "\uD83D", "NO TALKS",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "\0",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Array[0, 50].Select(k => string.Join(' ', k.Select(i => Pieces[i])));

    [Fact]
    public void Every_sentence_of_any_text_is_a_tree_with_tags_and_lemmas() => Texts.Sample(text =>
    {
        var document = Pipeline.Parse(new Document("d", text));
        var at = 0;
        foreach (var s in document.Sentences)
        {
            Trees.AssertTree([.. s.Tokens.Select(t => t.Head)]);
            Assert.All(s.Tokens, t => Assert.False(string.IsNullOrEmpty(t.Lemma)));
            Assert.Equal(Deprel.Root, s.Tokens[s.Root].Deprel);
            Assert.All(s.Tokens.Where(t => t.Head >= 0), t => Assert.NotEqual(Deprel.Root, t.Deprel));
            Assert.True(s.Span.Start >= at);
            at = s.Span.End;
        }
    }, iter: 120);

    [Fact]
    public void A_document_parses_the_same_alone_in_company_and_on_many_threads() => Texts.Array[2, 8].Sample(texts =>
    {
        var documents = texts.Select((t, i) => new Document($"d{i}", t)).ToArray();
        var alone = documents.Select(d => Show(Pipeline.Parse(d))).ToArray();
        Assert.Equal(alone, Pipeline.Parse(documents).Select(Show));
        var threads = new string[documents.Length];
        Parallel.For(0, threads.Length, i => threads[i] = Show(Pipeline.Parse(documents[i])));
        Assert.Equal(alone, threads);
    }, iter: 20);

    [Theory]
    [InlineData(161, ",")]
    [InlineData(5000, ",")]
    [InlineData(5000, "and")]
    public void A_sentence_of_thousands_of_words_is_one_tree(int words, string between)
    {
        var text = string.Join(' ', Enumerable.Range(0, words / 2).Select(i => i % 3 == 0 ? $"delegates {between}" : $"protested {between}"));
        var document = Pipeline.ParseLines(new Document("long", text));
        var sentence = Assert.Single(document.Sentences);
        Trees.AssertTree([.. sentence.Tokens.Select(t => t.Head)]);
    }

    [Fact]
    public void An_empty_text_has_no_sentences()
    {
        Assert.Empty(Pipeline.Parse(new Document("e", "")).Sentences);
        Assert.Empty(Pipeline.Parse(new Document("w", " \n\u200B ")).Sentences);
    }

    [Theory]
    [InlineData("The junta expelled four envoys on Monday.", "expelled", Deprel.Obj, "envoys")]
    [InlineData("Four envoys were expelled by the junta.", "expelled", Deprel.NsubjPass, "envoys")]
    [InlineData("Four envoys were expelled by the junta.", "expelled", Deprel.OblAgent, "junta")]
    [InlineData("Kareland threatened to close its embassy in Veria.", "threatened", Deprel.Xcomp, "close")]
    [InlineData("JUNTA EXPELS FOUR ENVOYS", "EXPELS", Deprel.Obj, "ENVOYS")]
    public void Plain_news_is_parsed_as_expected(string text, string head, Deprel relation, string dependent)
    {
        var s = Assert.Single(Pipeline.Parse(new Document("n", text)).Sentences);
        var found = Enumerable.Range(0, s.Count).Where(i => s.Tokens[i].Deprel == relation && s.Form(i).SequenceEqual(dependent)).ToArray();
        var token = Assert.Single(found);
        Assert.Equal(head, s.Form(s.Tokens[token].Head).ToString());
    }

    [Theory]
    [InlineData("The ministers met twice.", "ministers", "minister")]
    [InlineData("They were withdrawn.", "withdrawn", "withdraw")]
    [InlineData("Two embassies closed.", "embassies", "embassy")]
    public void Lemmas_are_the_dictionary_forms(string text, string form, string lemma)
    {
        var s = Assert.Single(Pipeline.Parse(new Document("l", text)).Sentences);
        Assert.Equal(lemma, s.Tokens.Single(t => t.Span.Quote(text) == form).Lemma);
    }

    private static string Show(ParsedDocument d) => string.Join('\n', d.Sentences.Select(s =>
        string.Join(' ', s.Tokens.Select(t => $"{t.Start}-{t.End}/{t.Upos}/{t.Xpos}/{t.Lemma}/{t.Head}/{t.Deprel}"))));
}
