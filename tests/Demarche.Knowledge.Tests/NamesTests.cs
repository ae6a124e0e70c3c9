using CsCheck;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Names;
using Demarche.Knowledge.Text;
using Xunit;

namespace Demarche.Knowledge.Tests;

public sealed class NamesTests
{
    [Theory]
    [InlineData("U.S.", "US")]
    [InlineData("al-Shabaab", "al Shabaab")]
    [InlineData("Côte d'Ivoire", "Cote dIvoire")]
    [InlineData("Lord's Resistance Army", "Lord Resistance Army")]
    [InlineData("N’Djamena", "N'Djamena")]
    [InlineData("Erdoğan", "Erdogan")]
    public void SpellingsOfOneNameHaveTheSameWords(string one, string other) =>
        Assert.Equal(NameWords.Of(other).Select(w => w.Hash), NameWords.Of(one).Select(w => w.Hash));

    [Theory]
    [InlineData("turkey", WordCase.Lower)]
    [InlineData("Turkey", WordCase.Capital)]
    [InlineData("WHO", WordCase.Upper)]
    public void TellsHowAWordIsWritten(string word, WordCase written) => Assert.Equal(written, NameWords.Of(word)[0].Case);

    [Theory]
    [InlineData("soldier", "soldiers")]
    [InlineData("policeman", "policemen")]
    [InlineData("ally", "allies")]
    [InlineData("minister of defence", "ministers of defence")]
    [InlineData("member of parliament", "members of parliament")]
    public void MakesPlurals(string one, string many) => Assert.Equal(many, Plurals.OfPhrase(one));

    [Fact]
    public void WordsLieInTheTextAndDoNotOverlap() =>
        Gen.String.Sample(text =>
        {
            var end = 0;
            foreach (var w in NameWords.Of(text))
            {
                Assert.True(w.Start >= end && w.End > w.Start && w.End <= text.Length);
                end = w.End;
            }
        });

    [Fact]
    public void EveryRangeThatIsWrittenIsReadBack() =>
        Gen.Select(Gen.Int[1, 700000], Gen.Int[1, 30000]).Sample((from, length) =>
        {
            var range = new DateRange(from, from + length);
            Assert.True(DateRange.TryParse(range.ToString(), out var read));
            Assert.Equal(range, read);
        });

    [Theory]
    [InlineData("RUSGOV", "RUS", "GOV", null)]
    [InlineData("PSEREBHAM", "PSE", "REB", "HAM")]
    [InlineData("IGOMILNATO", null, "IGO MIL", "NATO")]
    [InlineData("GBR", "GBR", "", null)]
    public void ActorCodesAreReadAndWrittenBack(string code, string? country, string sectors, string? group)
    {
        var parsed = CameoActorCode.Parse(code, c => c is "RUS" or "PSE" or "GBR");
        Assert.Equal((country, sectors, group), (parsed.Country, string.Join(' ', parsed.Sectors), parsed.Group));
        Assert.Equal(code, parsed.ToString());
    }
}
