using Demarche.Coding.Mentions;
using Demarche.Coding.Places;
using Xunit;

namespace Demarche.Coding.Tests.Mentions;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("Police/NN/4/nsubj in/IN/3/case Portuna/NNP/1/nmod fired/VBD/0/root ././4/punct", 2, "BRV", PlacePrecision.City)]
    [InlineData("Police/NN/2/nsubj fired/VBD/0/root in/IN/4/case Lakeland/NNP/2/obl ././2/punct", 3, "ARL", PlacePrecision.Region)]
    [InlineData("Police/NN/2/nsubj fired/VBD/0/root in/IN/4/case Cadria/NNP/2/obl ././2/punct", 3, "CDR", PlacePrecision.Country)]
    [InlineData("Police/NN/2/nsubj fired/VBD/0/root in/IN/4/case Arlburg/NNP/2/obl ././2/punct", 3, "ARL", PlacePrecision.City)]
    public void FindsTheScene(string tree, int token, string country, PlacePrecision precision)
    {
        var document = Tree.Parse(tree);
        var mentions = MentionResolver.Resolve(document, Tree.Knowledge);
        var places = PlaceResolver.Resolve(document, Tree.Knowledge, mentions);
        var trigger = Array.FindIndex(document.Sentences[0].Tokens, t => t.Lemma == "fired");
        Assert.Equal((country, precision), (places.At(0, token)?.Country, places.At(0, token)?.Precision));
        Assert.Same(places.At(0, token), places.SceneOf(0, trigger));
        Assert.Equal(country, mentions.At(0, 0)?.Actor.Country);
    }

    [Theory]
    [InlineData("Arlandian/JJ/2/amod police/NN/3/nsubj fired/VBD/0/root in/IN/5/case Millford/NNP/3/obl ././3/punct", "ARL")]
    [InlineData("Cadrian/JJ/2/amod police/NN/3/nsubj fired/VBD/0/root in/IN/5/case Millford/NNP/3/obl ././3/punct", "CDR")]
    [InlineData("Police/NN/2/nsubj fired/VBD/0/root in/IN/4/case Millford/NNP/2/obl ,/,/6/punct Lakeland/NNP/4/appos ././2/punct", "ARL")]
    public void TheContextDecidesBetweenTownsOfOneName(string tree, string country)
    {
        var document = Tree.Parse(tree);
        var places = PlaceResolver.Resolve(document, Tree.Knowledge, MentionResolver.Resolve(document, Tree.Knowledge));
        Assert.Equal(country, places.All[0].Country);
        Assert.Equal("Millford", places.All[0].Name);
    }

    [Theory]
    [InlineData("Police/NN/2/nsubj fired/VBD/0/root in/IN/4/case Millford/NNP/2/obl ,/,/6/punct Borovia/NNP/4/appos ././2/punct", "BRV")]
    [InlineData("Police/NN/2/nsubj fired/VBD/0/root in/IN/6/case Millford/NNP/6/compound and/CC/4/cc villages/NNS/2/obl in/IN/8/case Borovia/NNP/6/nmod ././2/punct", "BRV")]
    [InlineData("Police/NN/2/nsubj fired/VBD/0/root in/IN/4/case Portuna/NNP/2/obl ,/,/6/punct Arland/NNP/7/nsubj said/VBD/2/parataxis ././2/punct", "BRV")]
    public void ASmallTownLiesWhereTheTextPutsIt(string tree, string country)
    {
        var document = Tree.Parse(tree);
        var mentions = MentionResolver.Resolve(document, Tree.Knowledge);
        Assert.Equal(country, mentions.At(0, 0)?.Actor.Country);
        Assert.DoesNotContain(PlaceResolver.Resolve(document, Tree.Knowledge, mentions).All, p => p.Name == "Millford");
    }

    [Theory]
    [InlineData("Police/NN/2/nsubj fired/VBD/0/root in/IN/4/case Oldtown/NNP/2/obl ,/,/6/punct Cadria/NNP/4/appos ././2/punct", "ARL")]
    [InlineData("Police/NN/2/nsubj fired/VBD/0/root in/IN/4/case Oldtown/NNP/2/obl ././2/punct", "ARL")]
    [InlineData("Police/NN/2/nsubj fired/VBD/0/root in/IN/4/case Cadria/NNP/2/obl ././2/punct", "CDR")]
    [InlineData("Police/NN/2/nsubj fired/VBD/0/root in/IN/4/case Arlburg/NNP/2/obl ,/,/7/punct South/NNP/7/compound Shore/NNP/4/appos ././2/punct", "CDR")]
    public void ACommaTellsTheStateFromItsNamesake(string tree, string country) =>
        Assert.Equal(country, MentionResolver.Resolve(Tree.Parse(tree), Tree.Knowledge).At(0, 0)?.Actor.Country);

    [Theory]
    [InlineData("Police/NN/2/nsubj fired/VBD/0/root in/IN/5/case Oldtown/NNP/5/compound Heights/NNP/2/obl ././2/punct")]
    [InlineData("Police/NN/2/nsubj fired/VBD/0/root in/IN/4/case Port/NNP/2/obl Oldtown/NNP/4/flat ././2/punct")]
    public void ASmallTownIsNoPartOfALongerName(string tree)
    {
        var document = Tree.Parse(tree);
        Assert.Empty(PlaceResolver.Resolve(document, Tree.Knowledge, MentionResolver.Resolve(document, Tree.Knowledge)).All);
    }

    [Fact]
    public void APersonNamedLikeATownIsNoPlace()
    {
        var document = Tree.Parse("Otto/NNP/3/nsubj Millford/NNP/1/flat spoke/VBD/0/root ././3/punct");
        var places = PlaceResolver.Resolve(document, Tree.Knowledge, MentionResolver.Resolve(document, Tree.Knowledge));
        Assert.Empty(places.All);
    }

    [Fact]
    public void ACapitalThatActsIsNoPlace()
    {
        var document = Tree.Parse("Borograd/NNP/2/nsubj refused/VBD/0/root ././2/punct");
        var places = PlaceResolver.Resolve(document, Tree.Knowledge, MentionResolver.Resolve(document, Tree.Knowledge));
        Assert.Empty(places.All);
    }
}
