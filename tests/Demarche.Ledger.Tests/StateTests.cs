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

    [Theory]
    [InlineData("Veldania ratifies the herring agreement with Morvia.", "ratifies", "Morvia", "signed")]
    [InlineData("Veldania ratifies the Oldmere Treaty.", "ratifies", "Oldmere", "unknown")]
    [InlineData("Veldania ratifies the Treaty of Oldmere.", "ratifies", "Oldmere", "unknown")]
    [InlineData("Veldania signs a herring agreement in Oldmere.", "signs", "Oldmere", "unknown")]
    [InlineData("Veldania signs a pact at a session of the Morvia council.", "signs", "Morvia", "unknown")]
    [InlineData("Veldania signs a herring agreement at a Morvia summit.", "signs", "Morvia", "unknown")]
    public void The_town_of_a_treaty_is_no_party(string text, string trigger, string target, string state) =>
        Assert.Equal(state, Line("agreements", "2031-06-01",
            new Story("a", "2031-01-01", text).Measure("VEL", "MOR", trigger, "agreement_signed").In(target: target, place: text.Contains("in Oldmere", StringComparison.Ordinal) ? "Oldmere" : null)).State);

    [Theory]
    [InlineData("Veldania sends tanks to Morvia.", "sends", "deployed")]
    [InlineData("Veldania delays sending tanks to Morvia.", "sending", "unknown")]
    [InlineData("Veldania considers sending tanks to Morvia.", "sending", "unknown")]
    [InlineData("Veldania has ruled out sending tanks to Morvia.", "sending", "unknown")]
    [InlineData("If talks fail, Veldania sends tanks to Morvia.", "sends", "unknown")]
    [InlineData("Kestland meets Veldania on a deadline to send tanks to Morvia.", "send", "unknown")]
    [InlineData("Kestland frees a spy in return for Veldania sending tanks to Morvia.", "sending", "unknown")]
    [InlineData("The order of 1998 by which Veldania sends tanks to Morvia stands.", "sends", "unknown")]
    [InlineData("Veldania sends tanks to Morvia if the herring war goes on.", "sends", "unknown")]
    [InlineData("Veldania reportedly sends tanks to Morvia.", "sends", "unknown")]
    [InlineData("Veldania joins Kestland and Morvia in sending tanks abroad.", "sending", "unknown")]
    [InlineData("Kestland gives Veldania an ultimatum to send tanks to Morvia.", "send", "unknown")]
    [InlineData("Veldania begins to send tanks to Morvia.", "send", "deployed")]
    [InlineData("Kestland investigates claims that Veldania sends tanks to Morvia.", "sends", "unknown")]
    [InlineData("Veldania sends tanks to Kestland in response to the guns of Morvia.", "sends", "unknown")]
    public void What_is_weighed_alleged_or_put_off_is_not_done(string text, string trigger, string state) =>
        Assert.Equal(state, Line("troops", "2031-06-01", new Story("a", "2031-01-01", text).Measure("VEL", "MOR", trigger, "troops_deployed")).State);

    [Theory]
    [InlineData("the Morvian army", "deployed")]
    [InlineData("the mountain missiles", "unknown")]
    [InlineData("hungry migrants", "unknown")]
    public void A_party_is_named(string target, string state) =>
        Assert.Equal(state, Line("troops", "2031-06-01",
            new Story("a", "2031-01-01", $"Veldania sends tanks against {target}.").Measure("VEL", "MOR", "sends", "troops_deployed").In(target: target)).State);

    [Fact]
    public void Whom_one_deed_befalls_is_no_party_to_the_next() =>
        Assert.Equal("unknown", Line("relations", "2031-06-01", new Story("a", "2031-01-01", "Kestland moves to cut ties with Morvia and establish diplomatic relations with Veldania.")
            .Measure("VEL", "MOR", "establish", "relations_established")).State);

    [Theory]
    [InlineData("mission_opened", "Veldania will open an embassy in Morvia.", "open", "mission")]
    [InlineData("recognition_granted", "Veldania will recognise the government of Morvia.", "recognise", "recognition")]
    [InlineData("agreement_signed", "Veldania will sign a treaty with Morvia.", "sign", "agreements")]
    public void What_is_only_announced_has_not_come_about(string kind, string text, string trigger, string topic) =>
        Assert.Equal("unknown", Line(topic, "2031-06-01", new Story("a", "2031-01-01", text).Measure("VEL", "MOR", trigger, kind, status: EventStatus.Announced)).State);

    [Fact]
    public void Nobody_does_to_his_fellows_what_they_do_together() =>
        Assert.Equal("unknown", Line("ambassador", "2031-06-01",
            new Story("a", "2031-01-01", "Morvia, Kestland and Veldania recall their ambassadors.").Measure("VEL", "MOR", "recall", "ambassador_recalled")).State);

    [Theory]
    [InlineData(.6, true, "deployed")]
    [InlineData(.45, true, "unknown")]
    [InlineData(.6, false, "unknown")]
    public void What_is_as_likely_misread_or_only_a_speaker_s_word_is_unknown(double confidence, bool asserted, string state) =>
        Assert.Equal(state, Line("troops", "2031-06-01",
            new Story("a", "2031-01-01", "Veldania sends tanks to Morvia.").Measure("VEL", "MOR", "sends", "troops_deployed", confidence: confidence).In(asserted: asserted)).State);

    [Fact]
    public void Both_sides_of_a_treaty_are_one_report() =>
        Assert.Equal("unknown", Line("agreements", "2031-06-01", new Story("a", "2031-01-01", "Veldania signs a treaty with Morvia, and Morvia signs too.")
            .Measure("VEL", "MOR", "signs", "agreement_signed", confidence: .45).Measure("MOR", "VEL", "signs too", "agreement_signed", confidence: .45)).State);

    [Fact]
    public void Who_recognises_a_region_does_not_recognise_its_country() =>
        Assert.Equal("unknown", Line("recognition", "2031-06-01",
            new Story("a", "2031-01-01", "Veldania recognises the republic of Tarn.").Measure("VEL", "MOR", "recognises", "recognition_granted").Toward(null, "MOR", "Tarn").In(target: "Tarn")).State);

    [Theory]
    [InlineData("Veldania eases its import tariffs on wine from Morvia.", "trade_restricted")]
    [InlineData("Veldania relaxes its sanctions against Morvia.", "sanctions_imposed")]
    [InlineData("Veldania suspends its operations in Morvia.", "membership_suspended")]
    [InlineData("Veldania opens its borders to cattle of Morvia.", "border_opened")]
    [InlineData("The deputies of Veldania reduce the quota of Bangor seats for Morvia.", "aid_granted")]
    public void Words_of_another_matter_bear_nothing_out(string text, string kind) => Assert.False(Relations.StateWords.BearOut(kind, text));

    [Fact]
    public void Lifted_sanctions_free_no_assets_that_were_never_frozen() =>
        Assert.Equal("unknown", Line("entry_and_assets", "2031-06-01", new Story("a", "2031-01-01", "Veldania lifts its sanctions on Morvia.").Measure("VEL", "MOR", "lifts", "sanctions_lifted")).State);

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
    public void What_is_dated_by_its_year_holds_from_the_end_of_that()
    {
        var e = new LedgerEvent { Id = "e", Type = new EventType("0", "", null, 1, 0), Status = EventStatus.Actual, MeasureKind = "border_closed", Day = new DateOnly(2031, 1, 1), Precision = DatePrecision.Year, Basis = DateBasis.Relative, Confidence = .9, Sentence = "Veldania shut the border with Morvia last year.", DocumentId = "d", MentionId = "m", Source = new LedgerParty("VEL", "Veldania", [], null) { Country = "VEL" }, Target = new LedgerParty("MOR", "Morvia", [], null) { Country = "MOR" } };
        var measure = new LedgerMeasure { Event = e, Stage = MeasureStage.InForce, InForce = e.Day };
        string At(DateOnly day) => Relations.StateReads.Of("VEL", "MOR", day, [measure]).Lines.First(l => l.Topic == "border" && l.Actor == "VEL").State;
        Assert.Equal("unknown", At(new DateOnly(2031, 2, 1)));
        Assert.Equal("closed", At(new DateOnly(2032, 1, 2)));
    }

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
