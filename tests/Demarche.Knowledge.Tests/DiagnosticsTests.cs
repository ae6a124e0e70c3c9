using Xunit;

namespace Demarche.Knowledge.Tests;

/// <summary>Every fault of a user's text is named, with line and column and what to do.</summary>
public sealed class DiagnosticsTests
{
    [Theory]
    [InlineData("KN010", 1, 1, "  names: A")]
    [InlineData("KN011", 1, 11, "state AAA \"Aland")]
    [InlineData("KN012", 1, 1, "state \"Aland\"")]
    [InlineData("KN013", 2, 3, "state AAA \"Aland\"\n  names Aland")]
    [InlineData("KN014", 2, 9, "state AAA \"Aland\"\n  names 1999-13: Aland")]
    [InlineData("KN014", 2, 9, "state AAA \"Aland\"\n  names 2001..1999: Aland")]
    [InlineData("KN020", 1, 1, "planet AAA \"Aland\"")]
    [InlineData("KN021", 2, 3, "state AAA \"Aland\"\n  colour: red")]
    [InlineData("KN022", 2, 1, "state AAA \"Aland\"\nstate AAA \"Aland again\"")]
    [InlineData("KN023", 2, 16, "state AAA \"Aland\"\n  borders: AAA ZZZ")]
    [InlineData("KN024", 3, 12, "state AAA \"Aland\"\nperson p \"P Q\"\n  role AAA emperor 2000..")]
    [InlineData("KN032", 3, 12, "office chief \"chief\"\n  titles: chief\n  holders: several")]
    [InlineData("KN025", 2, 16, "group g \"G H\"\n  sectors: REB XYZ")]
    [InlineData("KN027", 1, 1, "state AAA \"Aland\"\n  part-of: BBB\nstate BBB \"Beland\"\n  part-of: AAA")]
    [InlineData("KN029", 2, 10, "state AAA \"Aland\"\n  names: ---")]
    [InlineData("KN030", 2, 13, "state AAA \"Aland\"\n  position: north")]
    [InlineData("KN031", 2, 3, "state AAA \"Aland\"\n  role AAA")]
    public void NamesTheFaultAndItsPlace(string code, int line, int column, string text)
    {
        var first = Sources.Check(text)[0];
        Assert.Equal((code, line, column), (first.Code, first.Line, first.Column));
        Assert.NotEmpty(first.Remedy);
    }

    [Fact]
    public void OnePersonCannotHoldAnOfficeTwiceAtOnce()
    {
        var found = Sources.Check(Sources.Offices, """
            state AAA "Aland"
            person p "Pia Quist"
              role AAA president 2000..2005
              role AAA president 2004..2008
            """);
        Assert.Equal("KN026", Assert.Single(found).Code);
    }

    [Fact]
    public void TwoPersonsCannotHoldAnOfficeOfOneAtOnce()
    {
        var found = Sources.Check(Sources.Offices, """
            state AAA "Aland"
            person p "Pia Quist"
              role AAA president 2000..2005
            person r "Ralf Stein"
              role AAA president 2004..2008
            """);
        Assert.Equal(("KN026", 4), (Assert.Single(found).Code, found[0].Line));
    }

    [Fact]
    public void ASharedNameIsAWarning()
    {
        var found = Sources.Check("""
            group a "Red Star Party"
            group b "Another"
              names: Red Star Party
            """);
        Assert.Equal(("KN028", Text.Severity.Warning), (Assert.Single(found).Code, found[0].Severity));
    }

    [Fact]
    public void CommentsAndBlankLinesCountAsLines()
    {
        var found = Sources.Check("# head\n\nstate AAA \"Aland\" # remark\n  colour: red # remark");
        Assert.Equal((4, 3), (Assert.Single(found).Line, found[0].Column));
    }
}
