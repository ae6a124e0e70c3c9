using Demarche.Coding;
using Xunit;

namespace Demarche.Ledger.Tests;

public sealed class ExchangeTests
{
    private static Story Expels(string id, string date, string a, string b, long? count, bool cue = false) =>
        new Story(id, date, $"{Story.Actor(a).Name} expels envoys of {Story.Actor(b).Name} (report {id}).").Measure(a, b, "expels", "diplomats_expelled", count, cue: cue);

    [Fact]
    public void Like_for_like_within_days_is_an_exchange()
    {
        using var test = new TestLedger();
        test.Ingest(Expels("a", "2031-01-01", "VEL", "MOR", 8), Expels("b", "2031-01-04", "MOR", "VEL", 8));
        using var ledger = test.Open();
        var x = Assert.Single(ledger.Exchanges(new ExchangeQuery { A = "VEL", B = "MOR" }));
        Assert.Equal((3, false, 1.0, true), (x.LagDays, x.Told, x.Proportion, x.Mirror));
        Assert.Equal("VEL", x.Provocation.Source!.Code);
        Assert.InRange(x.Confidence, .5, .9);
        Assert.Contains("8 for 8 +1.2", x.Reasons);
    }

    [Fact]
    public void Like_for_like_alone_proves_no_answer()
    {
        using var test = new TestLedger();
        test.Ingest(Expels("a", "2031-01-01", "VEL", "MOR", null), Expels("b", "2031-01-04", "MOR", "VEL", null));
        using var ledger = test.Open();
        Assert.Empty(ledger.Exchanges(new ExchangeQuery()));
    }

    [Theory]
    [InlineData("Morvia expels envoys of Veldania after the envoys were sent out of Velburg.", "the envoys were sent out of Velburg", 1)]
    [InlineData("Morvia expels envoys of Veldania after the expulsion of its own by Veldania.", "the expulsion of its own by Veldania", 1)]
    [InlineData("Morvia expels envoys of Veldania after a judge insulted her king.", "a judge insulted her king", 0)]
    public void An_answer_to_other_words_answers_something_else(string text, string about, int exchanges)
    {
        using var test = new TestLedger();
        test.Ingest(Expels("a", "2031-01-01", "VEL", "MOR", null), new Story("b", "2031-01-04", text).Measure("MOR", "VEL", "expels", "diplomats_expelled", about: about));
        using var ledger = test.Open();
        Assert.Equal(exchanges, ledger.Exchanges(new ExchangeQuery()).Count);
    }

    [Fact]
    public void Order_of_arrival_does_not_matter()
    {
        using var test = new TestLedger();
        test.Ingest(Expels("b", "2031-01-04", "MOR", "VEL", 8));
        test.Ingest(Expels("a", "2031-01-01", "VEL", "MOR", 8));
        using var ledger = test.Open();
        Assert.Equal("VEL", Assert.Single(ledger.Exchanges(new ExchangeQuery { A = "MOR" })).Provocation.Source!.Code);
    }

    // The reason that the provocation has of its own is not what answered it.
    [Fact]
    public void What_is_told_to_answer_an_act_did_not_provoke_it()
    {
        using var test = new TestLedger();
        test.Ingest(new Story("a", "2031-01-01", "Veldania expels envoys to reciprocate that Morvia throws out hers due to a quarrel.")
            .Measure("VEL", "MOR", "expels", "diplomats_expelled", answers: "a-1")
            .Measure("MOR", "VEL", "throws", "diplomats_expelled", about: "a quarrel"));
        using var ledger = test.Open();
        var x = Assert.Single(ledger.Exchanges(new ExchangeQuery()));
        Assert.Equal(("MOR", "VEL", true), (x.Provocation.Source!.Code, x.Response.Source!.Code, x.Told));
    }

    [Fact]
    public void Months_later_or_the_same_side_is_none()
    {
        using var test = new TestLedger();
        test.Ingest(Expels("a", "2031-01-01", "VEL", "MOR", 8), Expels("b", "2031-04-04", "MOR", "VEL", 8), Expels("c", "2031-04-20", "MOR", "VEL", 3));
        using var ledger = test.Open();
        Assert.Empty(ledger.Exchanges(new ExchangeQuery()));
    }

    [Fact]
    public void An_answer_goes_back_to_whom_the_act_came_from()
    {
        // The words tell of Kestland's act towards a third; Morvia is punished, but not by way of answer to its own act.
        using var test = new TestLedger();
        test.Ingest(new Story("a", "2031-01-01", "Veldania shuts Morvia's mission after Kestland signs a pact with Morvia.")
            .Act("KES", "MOR", "signs", "057", 1, 8, "AGREE").Measure("VEL", "MOR", "shuts", "mission_closed", answers: "a-0"));
        using var ledger = test.Open();
        Assert.Empty(ledger.Exchanges(new ExchangeQuery()));
    }

    [Fact]
    public void No_mission_is_shut_in_answer_to_a_kindness_but_one_to_a_third_may_offend()
    {
        using var test = new TestLedger();
        test.Ingest(
            new Story("a", "2031-01-01", "Veldania shuts Morvia's mission after Morvia praised it.").Act("MOR", "VEL", "praised", "051", 1, 3.4, "SUPPORT").Measure("VEL", "MOR", "shuts", "mission_closed", answers: "a-0"),
            new Story("b", "2032-01-01", "Veldania shuts Kestland's mission after Kestland recognised Morvia.").Act("KES", "MOR", "recognised", "054", 1, 6, "AGREE").Measure("VEL", "KES", "shuts", "mission_closed", answers: "b-0"));
        using var ledger = test.Open();
        Assert.Equal("KES", Assert.Single(ledger.Exchanges(new ExchangeQuery())).Provocation.Source!.Code);
    }

    [Theory]
    [InlineData("KES", 1)]
    [InlineData("MOR", 0)]
    public void What_stays_within_one_party_must_be_surer_to_have_provoked_another(string target, int exchanges)
    {
        using var test = new TestLedger();
        test.Ingest(new Story("a", "2031-01-01", "Veldania shuts Morvia's mission after Morvia seized ships.")
            .Act("MOR", target, "seized", "175", 4, -9, "COERCE", confidence: .6).Measure("VEL", "MOR", "shuts", "mission_closed", answers: "a-0", confidence: .6));
        using var ledger = test.Open();
        Assert.Equal(exchanges, ledger.Exchanges(new ExchangeQuery()).Count);
    }

    [Fact]
    public void A_treaty_signed_by_both_is_none()
    {
        using var test = new TestLedger();
        test.Ingest(new Story("a", "2031-01-01", "Veldania and Morvia sign a pact.").Measure("VEL", "MOR", "sign", "agreement_signed").Measure("MOR", "VEL", "sign", "agreement_signed"));
        using var ledger = test.Open();
        Assert.Empty(ledger.Exchanges(new ExchangeQuery()));
    }

    [Fact]
    public void Answers_to_answers_make_a_ladder()
    {
        using var test = new TestLedger();
        test.Ingest(Expels("a", "2031-01-01", "VEL", "MOR", 2), Expels("b", "2031-01-03", "MOR", "VEL", 2), Expels("c", "2031-01-12", "VEL", "MOR", 5, cue: true));
        using var ledger = test.Open();
        var ladder = Assert.Single(ledger.Ladders(new ExchangeQuery { A = "VEL", B = "MOR" }));
        Assert.Equal(2, ladder.Steps.Length);
        Assert.Equal(2.5, ladder.Steps[1].Proportion);
    }

    [Fact]
    public void Two_directions_told_by_one_word_are_none()
    {
        using var test = new TestLedger();
        test.Ingest(new Story("a", "2031-01-01", "In response to the storm Veldania and Morvia closed the border.")
            .Measure("VEL", "MOR", "closed", "border_closed", cue: true).Measure("MOR", "VEL", "closed", "border_closed", cue: true));
        using var ledger = test.Open();
        Assert.Empty(ledger.Exchanges(new ExchangeQuery()));
    }

    [Fact]
    public void What_nothing_answers_is_unanswered()
    {
        using var test = new TestLedger();
        test.Ingest(Expels("a", "2031-01-01", "VEL", "MOR", 2), Expels("b", "2031-01-03", "MOR", "VEL", 2), Expels("k", "2031-03-01", "KES", "MOR", 1));
        using var ledger = test.Open();
        var open = ledger.Measures(new MeasureQuery { Unanswered = true });
        Assert.Equal(["KES", "MOR"], open.Select(m => m.Event.Source!.Code));
    }

    [Fact]
    public void A_rejected_act_answers_nothing_any_more()
    {
        using var test = new TestLedger();
        test.Ingest(Expels("a", "2031-01-01", "VEL", "MOR", 8), Expels("b", "2031-01-04", "MOR", "VEL", 8));
        using var ledger = test.Open();
        var act = ledger.Exchanges(new ExchangeQuery())[0].Provocation;
        new LedgerCorrections(test.Path).Add(new CorrectionRequest(CorrectionAction.Reject, "ana") { EventId = act.Id });
        Assert.Empty(ledger.Exchanges(new ExchangeQuery()));
    }

    [Fact]
    public void A_measure_is_lifted_by_what_lifts_its_kind()
    {
        using var test = new TestLedger();
        test.Ingest(
            new Story("a", "2031-01-01", "Veldania puts sanctions on Morvia.").Measure("VEL", "MOR", "puts", "sanctions_imposed"),
            new Story("b", "2032-01-01", "Veldania lifts sanctions on Morvia.").Measure("VEL", "MOR", "lifts", "sanctions_lifted"));
        using var ledger = test.Open();
        var imposed = Assert.Single(ledger.Measures(new MeasureQuery { Kinds = ["sanctions_imposed"] }));
        Assert.Equal(MeasureStage.Lifted, imposed.Stage);
        Assert.Equal(new DateOnly(2032, 1, 1), imposed.Lifted);
        Assert.Equal("in_force", State(new DateOnly(2031, 6, 1)));
        Assert.Equal("lifted", State(new DateOnly(2032, 6, 1)));

        string State(DateOnly at) => ledger.StateOf("VEL", "MOR", at).Lines.Single(l => l.Topic == "sanctions" && l.Actor == "VEL").State;
    }
}
