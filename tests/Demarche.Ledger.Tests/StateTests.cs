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
    public void States_are_no_members_of_one_another() =>
        Assert.Equal("unknown", Line("membership", "2031-06-01", new Story("a", "2031-01-01", "Veldania joins Morvia.").Measure("VEL", "MOR", "joins", "membership_joined")).State);

    [Theory]
    [InlineData("Veldania joins the League.", "joined")]
    [InlineData("Veldania becomes the ninth member of the League.", "joined")]
    [InlineData("Veldania speaks of Kestland joining the League.", "unknown")]
    [InlineData("Veldania is allowed to join the League.", "unknown")]
    [InlineData("Veldania warns that Kestland will never join the League.", "unknown")]
    public void A_club_is_joined_where_the_words_say_so(string text, string state) =>
        Assert.Equal(state == "joined", Relations.StateWords.BearOut("membership_joined", text));

    [Fact]
    public void Who_announces_that_he_will_leave_is_not_gone_yet()
    {
        var e = new LedgerEvent { Id = "e", Type = new EventType("0", "", null, 1, 0), Status = EventStatus.Announced, MeasureKind = "membership_left", Day = new DateOnly(2031, 1, 1), Confidence = .9, Sentence = "Veldania leaves the League.", DocumentId = "d", MentionId = "m", Source = new LedgerParty("VEL", "Veldania", [], null) { Country = "VEL" }, Target = new LedgerParty("LEA", "League", ["IGO"], null) { Country = "LEA" } };
        string At(LedgerMeasure m, int month) => Relations.StateReads.Of("VEL", "LEA", new DateOnly(2031, month, 2), [m]).Lines.First(l => l.Topic == "membership" && l.Actor == "VEL").State;
        var announced = new LedgerMeasure { Event = e, Stage = MeasureStage.Announced };
        Assert.Equal("unknown", At(announced, 2));
        Assert.Equal("unknown", At(announced with { InForce = new DateOnly(2031, 3, 1) }, 2));
        Assert.Equal("left", At(announced with { InForce = new DateOnly(2031, 3, 1) }, 3));
    }
}
