using CsCheck;
using Demarche.Coding.Claims;
using Demarche.Coding.Status;
using Demarche.Knowledge;
using Demarche.Knowledge.Claims;
using Demarche.Knowledge.Text;
using Demarche.Language;
using Xunit;

namespace Demarche.Coding.Tests;

public sealed class ClaimStepTests
{
    private static readonly CueTable Saying = Table("""
        cues says "speech"
          asserted: yes
          takes: clause quote
          verbs: say
        """);

    private static readonly CueTable Believing = Table("""
        cues believes "beliefs"
          asserted: no
          takes: clause to object
          verbs: expect | suppose
        """);

    private static CueTable Table(string cues) => KnowledgeBase.FromSources([new SourceFile("claims/cues.txt", "cues.txt", cues)]).Cues;

    /// <summary>The trees of these tests have the words themselves for lemmas of verbs.</summary>
    internal static readonly CueTable Cues = KnowledgeBase.FromSources([new SourceFile("claims/cues.txt", "cues.txt", """
        cues says "speech"
          asserted: yes
          takes: clause quote
          verbs: said | told | reports | says
          nouns: claim
          phrases: according to
        cues accuses "blame"
          asserted: no
          takes: object quote
          verbs: accused of | condemned
        cues demands "demands"
          asserted: no
          takes: to clause object
          verbs: urged | called on | demanded
          nouns: demand | call | call for
        cues promises "plans"
          asserted: no
          takes: to clause
          verbs: promised | vowed | plans
          nouns: plan
        cues denies "denials"
          asserted: no
          takes: clause object
          verbs: denied | rejected
        cues wants "wishes"
          asserted: no
          takes: to clause
          verbs: wants
        """)]).Cues;

    private static List<(string? Source, string? Cue, string Content)> Find(string trees)
    {
        var document = Tree.Parse(trees);
        var text = document.Document.Text;
        return [.. new ClaimStep(Cues).Find(document).Select(c => (c.Source?.Quote(text), c.Cue?.Quote(text), c.Content.Quote(text)))];
    }

    [Fact]
    public void ReportedSpeech() => Assert.Equal(
        [("The envoy", "said", "that Arland left")],
        Find("The/DT/2/det envoy/NN/3/nsubj said/VBD/0/root that/IN/6/mark Arland/NNP/6/nsubj left/VBD/3/ccomp ././3/punct"));

    [Fact]
    public void CueAfterwards() => Assert.Equal(
        [("the envoy", "said", "Arland left Borovia")],
        Find("Arland/NNP/2/nsubj left/VBD/0/root Borovia/NNP/2/obj ,/,/2/punct the/DT/6/det envoy/NN/7/nsubj said/VBD/2/parataxis ././2/punct"));

    [Fact]
    public void InvertedCueAfterQuotation() => Assert.Equal(
        [("the envoy", "said", "“ We left Borovia , ”")],
        Find("“/``/3/punct We/PRP/3/nsubj left/VBD/0/root Borovia/NNP/3/obj ,/,/3/punct ”/''/3/punct said/VBD/3/parataxis the/DT/9/det envoy/NN/7/nsubj ././3/punct"));

    [Fact]
    public void QuotationResumedAfterTheCueIsOneClaim() => Assert.Equal(
        [("the envoy", "said", "“ We left Borovia , ” said the envoy . “ We shall not come back . ”")],
        Find("""
            “/``/3/punct We/PRP/3/nsubj left/VBD/0/root Borovia/NNP/3/obj ,/,/3/punct ”/''/3/punct said/VBD/3/parataxis the/DT/9/det envoy/NN/7/nsubj ././3/punct
            “/``/5/punct We/PRP/5/nsubj shall/MD/5/aux not/RB/5/advmod come/VB/0/root back/RB/5/advmod ././5/punct ”/''/5/punct
            """));

    [Fact]
    public void AccordingTo() => Assert.Equal(
        [("the ministry", "According to", "Arland left Borovia")],
        Find("According/VBG/4/case to/IN/1/fixed the/DT/4/det ministry/NN/7/obl ,/,/7/punct Arland/NNP/7/nsubj left/VBD/0/root Borovia/NNP/7/obj ././7/punct"));

    [Fact]
    public void AccusationTakesItsPreposition() => Assert.Equal(
        [("Arland", "accused", "spying")],
        Find("Arland/NNP/2/nsubj accused/VBD/0/root Borovia/NNP/2/obj of/IN/5/mark spying/VBG/2/advcl ././2/punct"));

    [Fact]
    public void PassiveHasItsAgentForSource() => Assert.Equal(
        [("Arland", "condemned", "The raid")],
        Find("The/DT/2/det raid/NN/4/nsubj:pass was/VBD/4/aux:pass condemned/VBN/0/root by/IN/6/case Arland/NNP/4/obl:agent ././4/punct"));

    [Fact]
    public void DemandTakesTheAddressee() => Assert.Equal(
        [("Arland", "urged", "Borovia to leave")],
        Find("Arland/NNP/2/nsubj urged/VBD/0/root Borovia/NNP/2/obj to/TO/5/mark leave/VB/2/xcomp ././2/punct"));

    [Fact]
    public void WhatAnAgencyOnlyHandsOnIsTheSpeakers()
    {
        var document = Tree.Parse("The/DT/3/det news/NN/3/compound agency/NN/4/nsubj reports/VBZ/0/root that/IN/7/mark Arland/NNP/7/nsubj said/VBD/4/ccomp that/IN/10/mark Borovia/NNP/10/nsubj left/VBD/7/ccomp ././4/punct");
        var text = document.Document.Text;
        var claims = new ClaimStep(Cues).Find(document);
        Assert.True(claims[0].HandsOn);
        var claim = Assert.Single(claims, c => !c.HandsOn);
        Assert.Equal(("Arland", "that Borovia left", 0, "The news agency"), (claim.Source?.Quote(text), claim.Content.Quote(text), claim.Depth, claim.Via?.Quote(text)));
    }

    [Fact]
    public void NestedClaimKnowsItsDepth()
    {
        var document = Tree.Parse("Cadria/NNP/2/nsubj says/VBZ/0/root that/IN/5/mark Arland/NNP/5/nsubj said/VBD/2/ccomp that/IN/8/mark Borovia/NNP/8/nsubj left/VBD/5/ccomp ././2/punct");
        var claims = new ClaimStep(Cues).Find(document);
        Assert.Equal(["that Arland said that Borovia left", "that Borovia left"], claims.Select(c => c.Content.Quote(document.Document.Text)));
        Assert.Equal([0, 1], claims.Select(c => c.Depth));
    }

    // What follows the content but is told anew is no part of it.
    [Theory]
    [InlineData("Arland/NNP/2/nsubj said/VBD/0/root/say they/PRP/5/nsubj are/VBP/5/cop ready/JJ/2/ccomp and/CC/8/cc Borovia/NNP/8/nsubj accused/VBD/5/conj/accuse them/PRP/8/obj ././2/punct", "they are ready")]
    [InlineData("Arland/NNP/2/nsubj said/VBD/0/root/say it/PRP/5/nsubj was/VBD/5/cop ready/JJ/2/ccomp and/CC/7/cc warned/VBD/5/conj/warn Borovia/NNP/7/obj ././2/punct", "it was ready")]
    [InlineData("Arland/NNP/2/nsubj said/VBD/0/root/say Borovia/NNP/4/nsubj left/VBD/2/ccomp ,/,/8/punct though/IN/8/mark it/PRP/8/nsubj admitted/VBD/4/advcl/admit losses/NNS/8/obj ././2/punct", "Borovia left")]
    [InlineData("Arland/NNP/2/nsubj said/VBD/0/root/say Borovia/NNP/4/nsubj left/VBD/2/ccomp and/CC/9/cc that/IN/9/mark peace/NN/9/nsubj would/MD/9/aux come/VB/2/conj ././2/punct", "Borovia left and that peace would come")]
    public void ContentEndsWhereSomethingElseIsTold(string tree, string content)
    {
        var document = Tree.Parse(tree);
        Assert.Contains(content, new ClaimStep(Saying).Find(document).Where(c => c.CueLemma == "say").Select(c => c.Content.Quote(document.Document.Text)));
    }

    [Theory]
    [InlineData("The crowd said “Out!” and went home .", "The crowd", "“Out!”")]
    [InlineData("“He is a liar and a thief.” ― Mara Lind", "Mara Lind", "“He is a liar and a thief.”")]
    public void FewWordsBesideTheirCueAndSignaturesAreSpeech(string text, string source, string content)
    {
        var tokens = text.StartsWith("The", StringComparison.Ordinal)
            ? Tree.Parse("The/DT/2/det crowd/NN/3/nsubj said/VBD/0/root “Out!”/NN/3/dep and/CC/6/cc went/VBD/3/conj home/RB/6/advmod ././3/punct")
            : new ParsedDocument(new Document("d", text), [.. Tree.Flat(text, 0)]);
        var claim = Assert.Single(new ClaimStep(Cues).Find(tokens));
        Assert.Equal((source, content), (claim.Source?.Quote(tokens.Document.Text), claim.Content.Quote(tokens.Document.Text)));
    }

    [Theory]
    [InlineData("Borovia/NNP/3/nsubj:pass is/VBZ/3/aux:pass expected/VBN/0/root/expect to/TO/5/mark leave/VB/3/xcomp ././3/punct", "Borovia is expected to leave")]
    [InlineData("Borovia/NNP/3/nsubj:pass is/VBZ/3/aux:pass supposed/VBN/0/root/suppose to/TO/5/mark leave/VB/3/xcomp ././3/punct", null)]
    public void WhatIsExpectedOfSomebodyIsSaidOfHim(string tree, string? content)
    {
        var document = Tree.Parse(tree);
        Assert.Equal(content, new ClaimStep(Believing).Find(document).SingleOrDefault()?.Content.Quote(document.Document.Text));
    }

    [Fact]
    public void TheDayIsNoPartOfTheSpeaker()
    {
        var document = Tree.Parse("Arland/NNP/4/nsubj on/IN/3/case Tuesday/NNP/1/nmod said/VBD/0/root that/IN/7/mark Borovia/NNP/7/nsubj left/VBD/4/ccomp ././4/punct");
        Assert.Equal("Arland", Assert.Single(new ClaimStep(Cues).Find(document)).Source?.Quote(document.Document.Text));
    }

    [Theory]
    [InlineData("Arland/NNP/2/nsubj expelled/VBD/0/root/expel two/CD/4/nummod aides/NNS/2/obj accused/VBN/4/acl/accused of/IN/7/case theft/NN/5/obl ././2/punct", "Arland")]
    [InlineData("The/DT/2/det expulsion/NN/8/nsubj of/IN/4/case aides/NNS/2/nmod accused/VBN/4/acl/accused of/IN/7/case theft/NN/5/obl hurt/VBD/0/root ././8/punct\nArland/NNP/2/nsubj ordered/VBD/0/root the/DT/4/det expulsion/NN/2/obj on/IN/6/case Friday/NNP/2/obl ././2/punct", "Arland")]
    [InlineData("Arland/NNP/2/nsubj met/VBD/0/root/meet two/CD/4/nummod aides/NNS/2/obj accused/VBN/4/acl/accused of/IN/7/case theft/NN/5/obl ././2/punct", null)]
    public void WhoActsAgainstTheAccusedAccuses(string trees, string? source)
    {
        var document = Tree.Parse(trees);
        var claim = Assert.Single(new ClaimStep(Cues).Find(document), c => c.CueClass == "accuses");
        Assert.Equal((source, "theft"), (claim.Source?.Quote(document.Document.Text), claim.Content.Quote(document.Document.Text)));
    }

    // "Arland promised to leave, Cadria said": that it promised so is on Cadria's word; what somebody did not say is on nobody's.
    [Theory]
    [InlineData("Cadria/NNP/2/nsubj said/VBD/0/root that/IN/5/mark Arland/NNP/5/nsubj promised/VBD/2/ccomp to/TO/7/mark leave/VB/5/xcomp ././2/punct", 6, "said")]
    [InlineData("Arland/NNP/2/nsubj promised/VBD/0/root to/TO/4/mark leave/VB/2/xcomp ././2/punct", 3, "promised")]
    [InlineData("Arland/NNP/4/nsubj did/VBD/4/aux not/RB/4/advmod said/VB/0/root whether/IN/7/mark it/PRP/7/nsubj left/VBD/4/ccomp ././4/punct", 6, null)]
    public void OnWhoseWordAnEventStands(string tree, int trigger, string? cue)
    {
        var document = Tree.Parse(tree);
        var claims = new ClaimStep(Cues).Find(document);
        Assert.Equal(cue, AttributionStep.Of(document.Sentences[0].Tokens[trigger].Span, claims).Cue?.Quote(document.Document.Text));
    }

    [Fact]
    public void AnAsideIsNotWhatTheFirstVerbSays()
    {
        var document = Tree.Parse("The/DT/2/det minister/NN/3/nsubj said/VBD/0/root nothing/NN/3/xcomp ,/,/7/punct Arland/NNP/7/nsubj told/VBD/3/parataxis ././3/punct");
        Assert.Equal("Arland", Assert.Single(new ClaimStep(Cues).Find(document)).Source?.Quote(document.Document.Text));
    }

    [Fact]
    public void ATitleTakesItsNameAlong()
    {
        var document = Tree.Parse("Minister/NNP/4/nsubj Mara/NNP/4/dep Lind/NNP/4/dep said/VBD/0/root that/IN/7/mark Arland/NNP/7/nsubj left/VBD/4/ccomp ././4/punct");
        Assert.Equal("Minister Mara Lind", Assert.Single(new ClaimStep(Cues).Find(document)).Source?.Quote(document.Document.Text));
    }

    [Fact]
    public void TranscriptLineHasItsSpeaker()
    {
        const string Text = "Evening debate\n\nCHAIR: The floor is open to all of you.";
        var document = new ParsedDocument(new Document("d", Text), [.. Tree.Flat(Text, 0)]);
        var claim = Assert.Single(new ClaimStep(Cues).Find(document));
        Assert.Equal(("CHAIR", "The floor is open to all of you."), (claim.Source?.Quote(Text), claim.Content.Quote(Text)));
    }

    [Fact]
    public void EventTakesInnermostSpeakerAndOuterDoubt()
    {
        var document = Tree.Parse("Arland/NNP/2/nsubj said/VBD/0/root that/IN/5/mark Borovia/NNP/5/nsubj left/VBD/2/ccomp ././2/punct");
        var claims = new ClaimStep(Cues).Find(document);
        var attribution = AttributionStep.Of(document.Sentences[0].Tokens[4].Span, claims);
        Assert.Equal("said", attribution.Cue?.Quote(document.Document.Text));
        Assert.True(attribution.Asserted);
        Assert.Equal(Attribution.None, AttributionStep.Of(document.Sentences[0].Tokens[1].Span, claims));
    }

    private static readonly string[] Pieces =
        ["said", "“", "”", "\"", "''", "``", "the", "envoy", ",", ".", "\n\n", "told", "accused", "of", "CHAIR", ":", "left", "Arland", "―", "according", "to", "\ud83d\ude00", "that", "not", "will", "?"];

    [Fact]
    public void NeverThrowsAndSpansLieInTheText() =>
        Gen.Select(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 40], Gen.Int).Sample((pieces, seed) =>
        {
            var text = string.Join(' ', pieces);
            var sentences = Tree.Flat(text, seed).ToList();
            var document = new ParsedDocument(new Document("d", text) { Date = new DateOnly(2021, 10, 18) }, sentences);
            var status = new StatusReading(Cues);
            var times = new TimeTable(document, TimeStep.Find(document));
            var claims = new ClaimStep(Cues).Find(document);
            foreach (var c in claims)
                Assert.True(c.Content is { Start: >= 0, IsEmpty: false } && c.Content.End <= text.Length && (c.Source is null || c.Source.Value.End <= text.Length));
            foreach (var s in sentences)
            {
                for (var t = 0; t < s.Count; t++)
                {
                    status.Of(s, t);
                    var dates = EventDating.Of(s, t, times);
                    BackgroundReading.Of(s, t, dates.Date, document.Document.Date);
                    AttributionStep.Of(s.Tokens[t].Span, claims);
                }
            }
        });

    [Fact]
    public void EndlessAndUnclosedQuotationsAreBorne()
    {
        var text = "“ " + string.Join(' ', Enumerable.Repeat("we left the town", 1300)) + " said the envoy";
        var document = new ParsedDocument(new Document("d", text), [.. Tree.Flat(text, 1)]);
        Assert.All(new ClaimStep(Cues).Find(document), c => Assert.True(c.Content.End <= text.Length));
    }
}
