using Xunit;

namespace Demarche.Coding.Tests.Events;

public sealed class MeasureTests
{
    [Theory]
    [InlineData("three/CD/4/nummod", 3L)]
    [InlineData("25/CD/4/nummod", 25L)]
    public void CountsTheExpelled(string number, long count)
    {
        var e = Assert.Single(FrameWorld.Code($"Arland/NNP/2/nsubj expelled/VBD/0/root {number.Replace("/4/", "/5/", StringComparison.Ordinal)} Borovian/JJ/5/amod diplomats/NNS/2/obj ././2/punct").Events);
        Assert.Equal(("ARL 161 BRV Actual", "diplomats_expelled", count), (FrameWorld.Line(e), e.Measure?.Kind, e.Measure?.Count ?? 0));
    }

    [Theory]
    [InlineData("dozens/NNS/2/obj of/IN/5/case", 24L, 99L)]
    [InlineData("hundreds/NNS/2/obj of/IN/5/case thousands/NNS/3/nmod of/IN/7/case", 200_000L, 999_999L)]
    public void ReadsRanges(string number, long least, long most)
    {
        var noun = number.Contains("thousands", StringComparison.Ordinal) ? "soldier/NNS/5/nmod" : "soldier/NNS/3/nmod";
        var e = Assert.Single(FrameWorld.Code($"Arland/NNP/2/nsubj massed/VBD/0/root {number} {noun} against/IN/{(noun.Contains("/5/", StringComparison.Ordinal) ? 9 : 7)}/case Borovia/NNP/2/obl ././2/punct").Events);
        Assert.Equal((least, most), (e.Measure!.Range!.Value.Low, e.Measure.Range.Value.High));
    }

    [Theory]
    [InlineData("between/IN/6/advmod 10/CD/6/nummod and/CC/6/cc 15/CD/7/nummod", 7)]
    [InlineData("10/CD/6/nummod to/TO/5/case 15/CD/6/nummod", 6)]
    [InlineData("10-15/CD/4/nummod", 4)]
    public void ReadsNumbersFromOneToAnother(string number, int noun)
    {
        var e = Assert.Single(FrameWorld.Code($"Arland/NNP/2/nsubj expelled/VBD/0/root {number} diplomats/NNS/2/obj of/IN/{noun + 2}/case Borovia/NNP/{noun}/nmod ././2/punct").Events);
        Assert.Null(e.Measure!.Count);
        Assert.Equal((10L, 15L), (e.Measure.Range!.Value.Low, e.Measure.Range.Value.High));
    }

    [Theory]
    [InlineData("Arland/NNP/2/nsubj expelled/VBD/0/root a/DT/6/det Borovian/JJ/6/amod military/JJ/6/amod attaché/NN/2/obj ././2/punct", "military attaché", null)]
    [InlineData("Arland/NNP/2/nsubj recalled/VBD/0/root its/PRP$/4/nmod:poss ambassador/NN/2/obj to/IN/6/case Borovia/NNP/4/nmod ././2/punct", "ambassador", "Borovia")]
    [InlineData("Arland/NNP/2/nsubj expelled/VBD/0/root two/CD/4/nummod diplomats/NNS/2/obj from/IN/8/case the/DT/8/det Borovian/JJ/8/amod embassy/NN/4/nmod in/IN/10/case Arlburg/NNP/8/nmod ././2/punct", null, "the Borovian embassy in Arlburg")]
    public void ReadsRankAndPost(string tree, string? rank, string? post)
    {
        var e = FrameWorld.Code(tree).Events.First(x => x.Measure is not null);
        Assert.Equal((rank, post), (e.Measure!.Rank, e.Measure.Post));
    }

    // What stands with the counted, or with the border, is the troops' whereabouts still.
    [Fact]
    public void TensOfThousandsAlongABorderFaceTheNeighbour()
    {
        var e = Assert.Single(FrameWorld.Code("Arland/NNP/2/nsubj deployed/VBD/0/root/deploy tens/NNS/2/obj of/IN/5/case thousands/NNS/3/nmod of/IN/7/case soldiers/NNS/5/nmod along/IN/10/case the/DT/10/det border/NN/7/nmod with/IN/12/case Borovia/NNP/10/nmod ././2/punct").Events);
        Assert.Equal(("ARL 154 BRV Actual", "troops_deployed", "troops-at-border"), (FrameWorld.Line(e), e.Measure?.Kind, e.Frame));
    }

    // The tree of the aside is wrong, as parsers have it.
    [Fact]
    public void AfterAnAsideTheDoerIsFoundByTheWords()
    {
        var e = Assert.Single(FrameWorld.Code("The/DT/2/det expulsion/NN/16/nsubj of/IN/4/case diplomats/NNS/2/nmod from/IN/8/case Borovia/NNP/8/nmod:poss 's/POS/6/case mission/NN/4/nmod -/HYPH/11/punct which/WDT/11/nsubj shut/VBD/2/acl:relcl -/HYPH/11/punct decreed/VBN/11/obj/decree by/IN/15/case Arland/NNP/11/obl hurt/VBD/0/root ././16/punct").Events, x => x.Measure?.Kind == "diplomats_expelled");
        Assert.Equal("ARL 161 BRV Actual", FrameWorld.Line(e));
    }

    [Theory]
    [InlineData("on/IN/4/case Friday/NNP/2/obl", "2021-10-15", false)]
    [InlineData("in/IN/4/case Cadria/NNP/2/obl", "2021-10-18", true)]
    public void WhatIsAnnouncedTookPlaceWhenItWasSaid(string when, string day, bool ofReport)
    {
        var e = Assert.Single(FrameWorld.Code($"Arland/NNP/2/nsubj announced/VBD/0/root/announce {when} that/IN/8/mark it/PRP/8/nsubj will/MD/8/aux expel/VB/2/ccomp five/CD/11/nummod Borovian/JJ/11/amod diplomats/NNS/8/obj ././2/punct").Events, x => x.Measure is not null);
        Assert.Equal((day, ofReport, EventStatus.Announced), (e.Date?.Value.ToString("yyyy-MM-dd"), e.Date?.Basis == DateBasis.Document, e.Status));
    }

    [Fact]
    public void ASingularIsOne()
    {
        var e = Assert.Single(FrameWorld.Code("Arland/NNP/2/nsubj expelled/VBD/0/root a/DT/5/det Borovian/JJ/5/amod diplomat/NN/2/obj ././2/punct").Events);
        Assert.Equal(1, e.Measure?.Count);
    }

    [Fact]
    public void ARecallIsTowardsTheOtherSide()
    {
        var e = Assert.Single(FrameWorld.Code("Arland/NNP/2/nsubj recalled/VBD/0/root its/PRP$/4/nmod:poss ambassador/NN/2/obj to/IN/6/case Borovia/NNP/4/nmod ././2/punct").Events);
        Assert.Equal(("ARL 161 BRV Actual", "ambassador_recalled"), (FrameWorld.Line(e), e.Measure?.Kind));
    }

    [Theory]
    [InlineData("after/IN/10/mark Borovian/JJ/9/amod soldiers/NNS/10/nsubj attacked/VBD/2/advcl", true)]
    [InlineData("in/IN/8/case response/NN/2/obl to/IN/10/case threats/NNS/8/nmod", true)]
    [InlineData("amid/IN/8/case tension/NN/2/obl over/IN/10/case fish/NN/8/nmod", false)]
    public void TheCueTellsWhatItAnswers(string rest, bool answers)
    {
        var e = FrameWorld.Code($"Arland/NNP/2/nsubj recalled/VBD/0/root its/PRP$/4/nmod:poss ambassador/NN/2/obj to/IN/6/case Borovia/NNP/4/nmod {rest} ././2/punct")
            .Events.First(x => x.Measure?.Kind == "ambassador_recalled");
        Assert.Equal(answers, e.Measure?.Response is not null);
    }

    [Fact]
    public void TheLayerHoldsALineForEachMeasure()
    {
        var coded = FrameWorld.Code("Arland/NNP/4/nsubj and/CC/3/cc Borovia/NNP/1/conj signed/VBD/0/root a/DT/6/det treaty/NN/4/obj ././4/punct");
        Assert.Equal(2, coded.Measures.Count);
        Assert.All(coded.Measures, m => Assert.Equal("agreement_signed", m.Kind));
    }

    [Theory]
    [InlineData("The/DT/4/det expelled/VBN/4/amod Borovian/JJ/4/amod diplomats/NNS/5/nsubj left/VBD/0/root Arland/NNP/5/obj ././5/punct", false)]
    [InlineData("The/DT/3/det Borovian/JJ/3/amod diplomats/NNS/5/nsubj:pass were/VBD/5/aux:pass expelled/VBN/0/root by/IN/7/case Arland/NNP/5/obl ././5/punct", true)]
    public void AParticipleBeforeItsNounTellsOfNoMeasure(string tree, bool measure) =>
        Assert.Equal(measure, FrameWorld.Code(tree).Events.Any(e => e.Measure is not null));

    [Fact]
    public void ABanOnUsingTheAirspaceClosesIt()
    {
        var e = Assert.Single(FrameWorld.Code("Arland/NNP/2/nsubj bans/VBZ/0/root Borovian/JJ/4/amod planes/NNS/2/obj from/IN/6/mark using/VBG/2/advcl/use its/PRP$/8/nmod:poss airspace/NN/6/obj ././2/punct").Events);
        Assert.Equal(("ARL 160 BRV Actual", "airspace_closed"), (FrameWorld.Line(e), e.Measure?.Kind));
    }

    [Fact]
    public void TheOwnerOfADecisionDoesWhatItDecides()
    {
        var events = FrameWorld.Code("Arland/NNP/2/nsubj condemned/VBD/0/root the/DT/4/det decision/NN/2/obj by/IN/6/case Borovia/NNP/4/nmod to/TO/8/mark impose/VB/2/advcl sanctions/NNS/8/obj on/IN/11/case Cadria/NNP/8/obl ././2/punct").Events;
        var e = Assert.Single(events, x => x.Measure?.Kind == "sanctions_imposed");
        Assert.Equal(("BRV", "CDR"), (e.Source?.Actor.Country, e.Target?.Actor.Country));
    }

    // What Borovia did to a third is what Arland answers.
    [Theory]
    [InlineData("Cadria/NNP/10/obj", "Cadria")]
    [InlineData("Arland/NNP/10/obj", "Arland")]
    public void AnAnswerMayBeToWhatWasDoneToAThird(string victim, string name)
    {
        var events = FrameWorld.Code($"Arland/NNP/2/nsubj recalled/VBD/0/root its/PRP$/4/nmod:poss ambassador/NN/2/obj to/IN/6/case Borovia/NNP/4/nmod after/IN/10/mark Borovian/JJ/9/amod soldiers/NNS/10/nsubj attacked/VBD/2/advcl {victim} ././2/punct").Events;
        var recall = Assert.Single(events, x => x.Measure?.Kind == "ambassador_recalled");
        var attack = Assert.Single(events, x => x.Type.Cameo.StartsWith("19", StringComparison.Ordinal));
        Assert.Equal(name, attack.Target?.Actor.Name);
        Assert.Equal(attack.Id, recall.Measure?.Response?.To);
    }

    // Talks that one side breaks off are off for both, but the answer is that side's alone.
    [Fact]
    public void TheOtherSideOfBrokenTalksAnswersNothing()
    {
        var events = FrameWorld.Code("Arland/NNP/2/nsubj suspended/VBD/0/root talks/NNS/2/obj with/IN/5/case Borovia/NNP/3/nmod after/IN/9/mark Borovian/JJ/8/amod soldiers/NNS/9/nsubj attacked/VBD/2/advcl Arland/NNP/9/obj ././2/punct").Events;
        var attack = Assert.Single(events, x => x.Type.Cameo.StartsWith("19", StringComparison.Ordinal));
        Assert.Equal(attack.Id, Assert.Single(events, x => x.Measure?.Kind == "talks_suspended" && x.Source?.Actor.Country == "ARL").Measure!.Response?.To);
        Assert.Null(Assert.Single(events, x => x.Measure?.Kind == "talks_suspended" && x.Source?.Actor.Country == "BRV").Measure!.Response?.To);
    }

    [Theory]
    [InlineData("The/DT/2/det move/NN/3/nsubj came/VBD/0/root in/IN/5/case response/NN/3/obl to/IN/8/case the/DT/8/det expulsion/NN/5/nmod ././3/punct", true)]
    [InlineData("The/DT/2/det weather/NN/3/nsubj came/VBD/0/root in/IN/5/case response/NN/3/obl to/IN/8/case the/DT/8/det expulsion/NN/5/nmod ././3/punct", false)]
    public void TheNextSentenceTellsWhatAMeasureAnswersAndTheEventIsLinked(string next, bool answers)
    {
        var events = FrameWorld.Code($"""
            Arland/NNP/2/nsubj recalled/VBD/0/root its/PRP$/4/nmod:poss ambassador/NN/2/obj to/IN/6/case Borovia/NNP/4/nmod ././2/punct
            {next}
            Borovia/NNP/2/nsubj expelled/VBD/0/root two/CD/5/nummod Arlander/JJ/5/amod diplomats/NNS/2/obj from/IN/7/case Arland/NNP/5/nmod ././2/punct
            """).Events;
        var recall = Assert.Single(events, e => e.Measure?.Kind == "ambassador_recalled");
        var expulsion = Assert.Single(events, e => e.Measure?.Kind == "diplomats_expelled");
        Assert.Equal(answers, recall.Measure!.Response is not null);
        Assert.Equal(answers ? expulsion.Id : null, recall.Measure.Response?.To);
    }

    private const string Expulsion = "Arland/NNP/2/nsubj expelled/VBD/0/root two/CD/5/nummod Borovian/JJ/5/amod diplomats/NNS/2/obj ././2/punct";

    [Theory]
    [InlineData("The/DT/2/det expulsion/NN/3/nsubj takes/VBZ/0/root effect/NN/3/obj on/IN/6/case November/NNP/3/obl 1/CD/6/nummod ././3/punct", true)]
    [InlineData("The/DT/2/det measures/NNS/4/nsubj will/MD/4/aux apply/VB/0/root from/IN/6/case November/NNP/4/obl 1/CD/6/nummod ././4/punct", true)]
    [InlineData("The/DT/2/det elections/NNS/3/nsubj begin/VBP/0/root on/IN/5/case November/NNP/3/obl 1/CD/5/nummod ././3/punct", false)]
    [InlineData("The/DT/2/det measures/NNS/3/nsubj applied/VBD/0/root until/IN/5/case November/NNP/3/obl 1/CD/5/nummod ././3/punct", false)]
    public void ALaterSentenceTellsWhenAMeasureTakesEffect(string next, bool told)
    {
        var e = Assert.Single(FrameWorld.Code($"{Expulsion}\n{Lemmas(next)}").Events);
        Assert.Equal(told ? new DateOnly(2021, 11, 1) : null, e.Measure?.Effective?.Value);
        Assert.Null(e.Measure?.Deadline);
    }

    [Theory]
    [InlineData("They/PRP/3/nsubj must/MD/3/aux leave/VB/0/root by/IN/6/case the/DT/6/det end/NN/3/obl of/IN/9/case the/DT/9/det month/NN/6/nmod ././3/punct", true)]
    [InlineData("They/PRP/2/nsubj left/VBD/0/root by/IN/5/case the/DT/5/det end/NN/2/obl of/IN/8/case the/DT/8/det month/NN/5/nmod ././2/punct", false)]
    public void ALaterSentenceTellsByWhenTheyMustLeave(string next, bool told)
    {
        var e = Assert.Single(FrameWorld.Code($"{Expulsion}\n{Lemmas(next)}").Events, x => x.Measure is not null);
        Assert.Equal(told ? new DateOnly(2021, 10, 31) : null, e.Measure?.Deadline?.Value);
    }

    // The trees of these tests take the form for the lemma.
    private static string Lemmas(string tree) => tree.Replace("takes/", "take/", StringComparison.Ordinal).Replace("measures/", "measure/", StringComparison.Ordinal).Replace("applied/", "apply/", StringComparison.Ordinal).Replace("left/", "leave/", StringComparison.Ordinal);
}
