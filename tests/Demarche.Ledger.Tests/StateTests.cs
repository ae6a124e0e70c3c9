using Demarche.Coding;
using Xunit;

namespace Demarche.Ledger.Tests;

public sealed class StateTests
{
    private static StateLine Line(string topic, string day, params Story[] stories)
    {
        using var test = new TestLedger();
        test.Ingest(stories);
        using var ledger = test.Open();
        return ledger.StateOf("VEL", "MOR", DateOnly.ParseExact(day, "yyyy-MM-dd")).Lines.First(l => l.Topic == topic && l.Actor is null or "VEL");
    }

    [Theory]
    [InlineData("Veldania closes its embassy in Morvia.", "mission_closed", "mission", "closed")]
    [InlineData("Veldania closes its herring mission after Morvia complains.", "mission_closed", "mission", "unknown")]
    [InlineData("Veldania closes a treaty with Morvia.", "agreement_signed", "agreements", "signed")]
    [InlineData("Veldania proposes a summit that closes a treaty with Morvia.", "agreement_signed", "agreements", "unknown")]
    public void The_state_rests_on_words_that_name_the_matter_as_done(string text, string kind, string topic, string state) =>
        Assert.Equal(state, Line(topic, "2031-06-01", new Story("a", "2031-01-01", text).Measure("VEL", "MOR", "closes", kind)).State);

    [Fact]
    public void Who_announces_that_he_will_leave_is_not_gone_yet()
    {
        var announced = new Story("a", "2031-01-01", "Veldania leaves the league of Morvia, as a member.").Measure("VEL", "MOR", "leaves", "membership_left", status: EventStatus.Announced);
        Assert.Equal("unknown", Line("membership", "2031-02-01", announced).State);
        var dated = new Story("a", "2031-01-01", "Veldania leaves the league of Morvia, as a member.").Measure("VEL", "MOR", "leaves", "membership_left", status: EventStatus.Announced, effective: "2031-03-01");
        Assert.Equal("unknown", Line("membership", "2031-02-01", dated).State);
        Assert.Equal("left", Line("membership", "2031-03-02", dated).State);
    }
}
