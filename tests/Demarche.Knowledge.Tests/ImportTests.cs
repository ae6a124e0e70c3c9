using Demarche.Knowledge.Artefact;
using Demarche.Knowledge.Import;
using Demarche.Knowledge.Text;
using Xunit;

namespace Demarche.Knowledge.Tests;

public sealed class ImportTests
{
    private static readonly Func<string, bool> IsState = code => code is "ARL" or "BRV";

    [Fact]
    public void ActorsBecomeEntriesThatCompile()
    {
        var text = Convert(
            """
            # a comment
            ARLAND_  [ARL]
            +REPUBLIC_OF_ARLAND_
            JOHN_OF_EXAMPLE_  # remark
            +J._EXAMPLE_
            	[ARLGOV 010201-050331]
            	[ARLELI >20050401]
            EXAMPLE_FRONT [BRVREB]
            LEAGUE_OF_EXAMPLES_ [IGOXYZ]
            """, "actors.txt");
        Assert.Contains("state ARL \"Arland\"\n  names: Arland | Republic of Arland", text);
        Assert.Contains("sectors 2001-02-01..2005-04-01: GOV", text);
        Assert.Contains("sectors 2005-04-01..: ELI", text);
        Assert.Contains("group example-front \"Example Front\"\n  names: Example Front\n  country: BRV\n  sectors: REB", text);
        Assert.Contains("cameo: IGOXYZ", text);
        Assert.DoesNotContain(Sources.Check(text, "state BRV \"Borovia\""), d => d.Severity == Severity.Error);
    }

    [Fact]
    public void AgentsBecomeNounsBySector()
    {
        var text = Convert("!PERSON! = MAN, MEN, WOMAN\nFISHER!PERSON! [~AGR]\nCHAMBER_OF_TRADE {CHAMBERS_OF_TRADE} [~BUS]\n", "agents.txt");
        Assert.Contains("nouns: fisherman | fisherwoman\n  sectors: AGR", text);
        Assert.Contains("nouns: chamber of trade", text);
        Assert.Empty(Sources.Check(text));
    }

    [Fact]
    public void CountryInfoBecomesStatesAndPersons()
    {
        var text = Convert(
            """
            <Country>
            <CountryCode>ARL</CountryCode>
            <CountryName>ARLAND</CountryName>
            <Nationality>
            	ARLANDIAN_
            </Nationality>
            <Leaders>
            	<President>
            		ANNA_RUK_	[20010501 - 20100501]  [B:19500101]
            	</President>
            </Leaders>
            <Government>
            	BORIS_TAL_	[ARLGOVMIL >20110201]	# Minister of Defense
            </Government>
            """, "CountryInfo.txt");
        Assert.Contains("adjectives: Arlandian", text);
        Assert.Contains("sectors 2001-05-01..2010-05-02: GOV", text);
        Assert.Contains("sectors 2011-02-01..: GOV MIL", text);
        Assert.Empty(Sources.Check(text));
    }

    [Fact]
    public void AnythingElseIsRefused() =>
        Assert.Equal(KnowledgeFault.InvalidText, Assert.Throws<KnowledgeException>(() => Convert("nothing here\n", "x.txt")).Fault);

    private static string Convert(string text, string name) => DictionaryImport.Convert(Sources.File(text, name), IsState, new DiagnosticBag());
}
