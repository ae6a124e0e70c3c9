using Demarche.Coding.Mentions;
using Xunit;

namespace Demarche.Coding.Tests.Mentions;

public sealed class MentionResolverTests
{
    [Theory]
    [InlineData("Arlandian/JJ/2/amod soldiers/NNS/3/nsubj shot/VBD/0/root rebels/NNS/3/obj ././3/punct", 1, "ARL", "ARLMIL")]
    [InlineData("Police/NN/4/nsubj in/IN/3/case Borovia/NNP/1/nmod fired/VBD/0/root ././4/punct", 0, "BRV", "BRVCOP")]
    [InlineData("The/DT/4/det Borovian/JJ/4/amod Foreign/NNP/4/compound Ministry/NNP/5/nsubj protested/VBD/0/root ././5/punct", 3, "BRV", "BRVGOV")]
    [InlineData("The/DT/2/det embassy/NN/5/nsubj of/IN/4/case Cadria/NNP/2/nmod closed/VBD/0/root ././5/punct", 3, "CDR", "CDR")]
    [InlineData("Grey/NNP/2/compound Wolves/NNP/3/compound fighters/NNS/4/nsubj fled/VBD/0/root ././4/punct", 1, null, null)]
    [InlineData("NLA/NNP/2/compound forces/NNS/3/nsubj landed/VBD/0/root ././3/punct", 1, "NLA", "IGOMILNLA")]
    [InlineData("The/DT/3/det Grey/NNP/3/compound Palace/NNP/4/nsubj objected/VBD/0/root ././4/punct", 2, "ARL", "ARLGOV")]
    [InlineData("Cadrians/NNPS/2/nsubj marched/VBD/0/root ././2/punct", 0, "CDR", "CDR")]
    public void FindsCountryAndCode(string tree, int token, string? country, string? cameo)
    {
        var table = MentionResolver.Resolve(Tree.Parse(tree), Tree.Knowledge);
        var mention = table.At(0, token);
        Assert.Equal(country, mention?.Actor.Country);
        Assert.Equal(cameo, mention?.Actor.Cameo);
    }

    [Fact]
    public void TheyWhoSpeakFromASeatOfGovernmentAreThatGovernment()
    {
        var table = MentionResolver.Resolve(Tree.Parse("Borovia/NNP/2/nsubj protested/VBD/0/root ././2/punct\nFrom/IN/2/case Arlburg/NNP/4/obl they/PRP/4/nsubj rejected/VBD/0/root it/PRP/4/obj ././4/punct"), Tree.Knowledge);
        Assert.Equal("ARL", table.At(1, 2)?.Actor.Country);
    }

    [Fact]
    public void PeopleFromAnOfficeAreTheirsWhoseOfficeItIs()
    {
        var table = MentionResolver.Resolve(Tree.Parse("Diplomats/NNS/6/nsubj from/IN/5/case Cadria/NNP/5/nmod:poss 's/POS/3/case office/NN/1/nmod left/VBD/0/root ././6/punct"), Tree.Knowledge);
        Assert.Equal("CDR", table.At(0, 0)?.Actor.Country);
    }

    [Theory]
    [InlineData("2004-01-01", "Anna Ruk")]
    [InlineData("2021-01-01", "Boris Tal")]
    [InlineData("2010-05-01", "Boris Tal")]
    public void TheDateDecidesWhoThePresidentIs(string date, string person)
    {
        var table = MentionResolver.Resolve(
            Tree.Parse("The/DT/3/det Arlandian/JJ/3/amod president/NN/4/nsubj spoke/VBD/0/root ././4/punct", date), Tree.Knowledge);
        Assert.Equal(person, table.At(0, 2)?.Actor.Person);
        Assert.Equal("ARLGOV", table.At(0, 2)?.Actor.Cameo);
    }

    [Fact]
    public void AFormerHolderKeepsTheCountryAsElite()
    {
        var table = MentionResolver.Resolve(Tree.Parse("Anna/NNP/3/nsubj Ruk/NNP/1/flat spoke/VBD/0/root ././3/punct", "2015-01-01"), Tree.Knowledge);
        Assert.Equal("ARLELI", table.At(0, 0)?.Actor.Cameo);
        Assert.Null(table.At(0, 0)?.Actor.Role);
    }

    [Theory]
    [InlineData("Foreign/NNP/2/amod Minister/NNP/5/nsubj Enno/NNP/2/flat Gast/NNP/2/flat spoke/VBD/0/root in/IN/7/case Borovia/NNP/5/obl ././5/punct", "foreign minister")]
    [InlineData("President/NNP/4/nsubj Enno/NNP/1/flat Gast/NNP/1/flat left/VBD/0/root Borovia/NNP/4/obj ././4/punct", "president")]
    public void OfSeveralOfficesTheTitleSaysWhichAndWhere(string tree, string role)
    {
        var actor = MentionResolver.Resolve(Tree.Parse(tree, "2013-01-01"), Tree.Knowledge).All[0].Actor;
        Assert.Equal(("Enno Gast", "CDR", role), (actor.Person, actor.Country, actor.Role));
    }

    [Fact]
    public void ANameMayFollowTheStateOfItsTitle()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse("Former/JJ/2/amod President/NNP/7/nsubj of/IN/4/case Cadria/NNP/2/nmod Ivo/NNP/4/flat Menk/NNP/4/flat left/VBD/0/root ././7/punct", "2013-01-01"),
            Tree.Knowledge);
        Assert.Equal(("Ivo Menk", "CDR"), (table.At(0, 1)?.Actor.Person, table.At(0, 1)?.Actor.Country));
    }

    [Fact]
    public void AnUnknownPersonTakesTheCountryOfTheTitle()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse(
                """
                Cadrian/JJ/3/amod Foreign/NNP/3/amod Minister/NNP/4/nmod:desc Ivo/NNP/6/nsubj Menk/NNP/4/flat agreed/VBD/0/root ././6/punct
                Menk/NNP/2/nsubj left/VBD/0/root ././2/punct
                He/PRP/2/nsubj smiled/VBD/0/root ././2/punct
                """),
            Tree.Knowledge);
        Assert.Equal(("CDR", "Ivo Menk", "foreign minister"), (table.At(0, 3)?.Actor.Country, table.At(0, 3)?.Actor.Person, table.At(0, 3)?.Actor.Role));
        Assert.Equal("Ivo Menk", table.At(1, 0)?.Actor.Person);
        Assert.Equal("CDRGOV", table.At(2, 0)?.Actor.Cameo);
        Assert.Equal("pronoun", table.At(2, 0)?.Basis);
    }

    [Fact]
    public void AnAppositionGivesTheOffice()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse("Ivo/NNP/8/nsubj Menk/NNP/1/flat ,/,/6/punct the/DT/6/det Cadrian/JJ/6/amod ambassador/NN/1/appos ,/,/6/punct resigned/VBD/0/root ././8/punct"),
            Tree.Knowledge);
        Assert.Equal(("CDR", "Ivo Menk", "ambassador"), (table.At(0, 0)?.Actor.Country, table.At(0, 0)?.Actor.Person, table.At(0, 0)?.Actor.Role));
    }

    [Fact]
    public void CoordinatedStatesAreTwoMentionsAndOnePair()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse(
                """
                Arland/NNP/4/nsubj and/CC/3/cc Borovia/NNP/1/conj met/VBD/0/root ././4/punct
                The/DT/3/det two/CD/3/nummod countries/NNS/4/nsubj agreed/VBD/0/root ././4/punct
                They/PRP/2/nsubj signed/VBD/0/root ././2/punct
                """),
            Tree.Knowledge);
        Assert.Equal("ARL", table.At(0, 0)?.Actor.Country);
        Assert.Equal("BRV", table.At(0, 2)?.Actor.Country);
        Assert.Equal(["ARL", "BRV"], table.At(1, 2)!.Actors.Select(a => a.Country));
        Assert.Equal(["ARL", "BRV"], table.At(2, 0)!.Actors.Select(a => a.Country));
    }

    [Fact]
    public void BothSidesOfACivilWarAreNotTheMediators()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse("""
                Arlandian/JJ/2/amod soldiers/NNS/3/nsubj shot/VBD/0/root Arlandian/JJ/5/amod rebels/NNS/3/obj ././3/punct

                The/DT/3/det two/CD/3/nummod sides/NNS/4/nsubj talked/VBD/0/root ././4/punct

                Cadria/NNP/2/nsubj met/VBD/0/root Borovia/NNP/2/obj ././2/punct

                Both/DT/2/det sides/NNS/3/nsubj agreed/VBD/0/root ././3/punct
                """),
            Tree.Knowledge);
        Assert.Equal(["ARLMIL", "ARLREB"], table.At(1, 2)!.Actors.Select(a => a.Cameo));
        Assert.Equal(["ARLMIL", "ARLREB"], table.At(3, 1)!.Actors.Select(a => a.Cameo));
    }

    [Fact]
    public void ADescriptionRefersToTheOrganisationNamedBefore()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse(
                """
                The/DT/5/det Northern/NNP/5/compound League/NNP/5/nsubj of/IN/5/case Amity/NNP/6/nsubj met/VBD/0/root ././6/punct
                Arland/NNP/2/nsubj left/VBD/0/root the/DT/4/det alliance/NN/2/obj ././2/punct
                """),
            Tree.Knowledge);
        Assert.Equal("NLA", table.At(1, 3)?.Actor.Country);
        Assert.Equal("description", table.At(1, 3)?.Basis);
    }

    [Fact]
    public void AnAcronymExplainedInTheTextIsKnownLater()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse(
                """
                The/DT/3/det Grey/NNP/3/compound Wolves/NNP/7/nsubj -LRB-/-LRB-/5/punct GWX/NNP/3/appos -RRB-/-RRB-/5/punct attacked/VBD/0/root ././7/punct
                GWX/NNP/2/nsubj retreated/VBD/0/root ././2/punct
                """.Replace("-LRB-/-LRB-", "(/-LRB-").Replace("-RRB-/-RRB-", ")/-RRB-")),
            Tree.Knowledge);
        Assert.Equal("BRVREB", table.At(1, 0)?.Actor.Cameo);
    }

    [Fact]
    public void OwnersOfThings()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse("Arland/NNP/2/nsubj bombed/VBD/0/root Borovian/JJ/4/amod positions/NNS/2/obj near/IN/8/case the/DT/8/det Cadrian/JJ/8/amod border/NN/2/obl ././2/punct"),
            Tree.Knowledge);
        Assert.Null(table.At(0, 3));
        Assert.Equal("BRV", table.OwnerOf(0, 3)?.Actor.Country);
        Assert.Equal("CDR", table.OwnerOf(0, 7)?.Actor.Country);
        Assert.Single(table.All);
    }

    [Fact]
    public void BackersAreNotOwners()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse("Arlandian/JJ/3/advmod -/HYPH/3/punct backed/VBN/4/amod rebels/NNS/5/nsubj advanced/VBD/0/root in/IN/7/case Borovia/NNP/5/obl ././5/punct"),
            Tree.Knowledge);
        Assert.Equal("BRV", table.At(0, 3)?.Actor.Country);
    }

    [Fact]
    public void ACapitalThatActsIsAGovernmentAndOneThatIsThereIsAScene()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse("Borograd/NNP/2/nsubj refused/VBD/0/root talks/NNS/2/obj in/IN/5/case Arlburg/NNP/3/nmod ././2/punct"), Tree.Knowledge);
        Assert.False(table.At(0, 0)!.IsScene);
        Assert.True(table.At(0, 4)!.IsScene);
    }

    [Fact]
    public void APossessivePronounGivesTheOwner()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse("Cadria/NNP/2/nsubj recalled/VBD/0/root its/PRP$/4/nmod:poss ambassador/NN/2/obj ././2/punct"), Tree.Knowledge);
        Assert.Equal("CDRGOV", table.At(0, 3)?.Actor.Cameo);
    }

    [Fact]
    public void ADescriptionOwnsWhatComesBeforeOrAfterIt()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse(
                """
                NLA/NNP/2/nsubj met/VBD/0/root ././2/punct
                The/DT/2/det alliance/NN/4/nmod:poss 's/POS/2/case troops/NNS/5/nsubj left/VBD/0/root ././5/punct
                Arland/NNP/2/nsubj ejected/VBD/0/root diplomats/NNS/2/obj from/IN/6/case the/DT/6/det alliance/NN/3/nmod ././2/punct
                """),
            Tree.Knowledge);
        Assert.Equal("NLA", table.At(1, 3)?.Actor.Country);
        Assert.Equal("NLA", table.At(2, 2)?.Actor.Country);
    }

    [Fact]
    public void ABareConjunctSharesTheOwnerOfTheFirst()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse("Borovian/JJ/2/amod guns/NNS/5/nsubj and/CC/4/cc soldiers/NNS/2/conj shelled/VBD/0/root Cadria/NNP/5/obj ././5/punct"), Tree.Knowledge);
        Assert.Equal("BRVMIL", table.At(0, 3)?.Actor.Cameo);
    }

    [Fact]
    public void TheOwnerTellsWhichOfficeATitleMeans()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse("The/DT/3/det secretary/NN/3/compound general/NN/6/nsubj of/IN/5/case NLA/NNP/3/nmod spoke/VBD/0/root ././6/punct", "2010-01-01"), Tree.Knowledge);
        Assert.Equal("Cora Venn", table.At(0, 2)?.Actor.Person);
    }

    [Fact]
    public void ATownAfterATitleIsAName()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse("Arlandian/JJ/3/amod President/NN/3/nmod:desc Portuna/NNP/4/nsubj spoke/VBD/0/root ././4/punct", "2022-01-01"), Tree.Knowledge);
        Assert.Equal(("ARL", "Portuna"), (table.At(0, 2)?.Actor.Country, table.At(0, 2)?.Actor.Person));
    }

    [Fact]
    public void WhatAStateSendsIsItsOwnEvenElsewhere()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse("Arland/NNP/2/nsubj sent/VBD/0/root troops/NNS/2/obj to/IN/5/case Portuna/NNP/2/obl in/IN/7/case Borovia/NNP/2/obl ././2/punct".Replace("sent/", "deploy/")), Tree.Knowledge);
        Assert.Equal("ARLMIL", table.At(0, 2)?.Actor.Cameo);
    }

    [Theory]
    [InlineData("The/DT/3/det Arlandian/JJ/3/amod president/NN/4/nsubj spoke/VBD/0/root", "Boris Tal")]
    [InlineData("The/DT/4/det next/JJ/4/amod Arlandian/JJ/4/amod president/NN/5/nsubj spoke/VBD/0/root", null)]
    [InlineData("Former/JJ/3/amod Arlandian/JJ/3/amod presidents/NNS/4/nsubj spoke/VBD/0/root", null)]
    [InlineData("Two/CD/3/nummod Arlandian/JJ/3/amod presidents/NNS/4/nsubj spoke/VBD/0/root", null)]
    public void OnlyTheOneInOfficeIsNamed(string tree, string? person)
    {
        var table = MentionResolver.Resolve(Tree.Parse(tree, "2022-01-01"), Tree.Knowledge);
        Assert.Equal(person, table.All[0].Actor.Person);
        Assert.Equal("ARL", table.All[0].Actor.Country);
    }

    // Of many ambassadors the knowledge names one: the title alone does not mean her.
    [Theory]
    [InlineData("The/DT/3/det Cadrian/JJ/3/amod ambassador/NN/4/nsubj spoke/VBD/0/root", null)]
    [InlineData("Ambassador/NNP/4/nsubj Cora/NNP/1/flat Venn/NNP/1/flat spoke/VBD/0/root", "Cora Venn")]
    public void ATitleThatManyBearNamesNobodyByItself(string tree, string? person)
    {
        var table = MentionResolver.Resolve(Tree.Parse(tree, "2022-01-01"), Tree.Knowledge);
        Assert.Equal((person, "ambassador"), (table.All[0].Actor.Person, table.All[0].Actor.Role));
    }

    [Fact]
    public void ANounBeforeAnotherIsNoMention()
    {
        var table = MentionResolver.Resolve(Tree.Parse("Arland/NNP/2/nsubj closed/VBD/0/root a/DT/5/det police/NN/5/compound station/NN/2/obj ././2/punct"), Tree.Knowledge);
        Assert.Single(table.All);
    }

    [Fact]
    public void AnAdjectiveTellsABodyFromItsNamesakeElsewhere()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse("Cadrian/JJ/4/amod Grey/NNP/4/compound Wolves/NNP/4/compound leader/NN/5/nsubj spoke/VBD/0/root ././5/punct"), Tree.Knowledge);
        Assert.Equal("CDR", table.At(0, 3)?.Actor.Country);
    }

    [Fact]
    public void TheTownOfATreatyIsAPartOfItsName()
    {
        var table = MentionResolver.Resolve(
            Tree.Parse("Cadria/NNP/2/nsubj left/VBD/0/root the/DT/5/det Arlburg/NNP/5/compound Treaty/NNP/2/obj ././2/punct"), Tree.Knowledge);
        Assert.Equal("CDR", table.At(0, 0)?.Actor.Country);
        Assert.DoesNotContain(table.All, m => m.Actor.Country == "ARL");
    }

    [Theory]
    [InlineData("armed/JJ/7/amod", "ARL")]
    [InlineData("foreign/JJ/7/amod", null)]
    public void ForeignSoldiersAreNotThoseOfTheScene(string adjective, string? country)
    {
        var table = MentionResolver.Resolve(
            Tree.Parse($"Police/NN/4/nsubj in/IN/3/case Arland/NNP/1/nmod held/VBD/0/root six/CD/7/nummod {adjective} soldiers/NNS/4/obj ././4/punct"), Tree.Knowledge);
        Assert.Equal(country, table.At(0, 6)?.Actor.Country);
    }
}
