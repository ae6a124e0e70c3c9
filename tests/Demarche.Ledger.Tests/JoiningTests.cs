using Demarche.Coding;
using Demarche.Language;
using Xunit;

namespace Demarche.Ledger.Tests;

public sealed class JoiningTests
{
    private static LedgerEvent[] Events(params Story[] stories)
    {
        using var test = new TestLedger();
        test.Ingest(stories);
        using var ledger = test.Open();
        return [.. ledger.Events(new EventQuery { Order = EventOrder.OldestFirst })];
    }

    private static Story Expulsion(string id, string date, string text, string trigger, long? count, string? publisher = null, EventStatus status = EventStatus.Actual) =>
        new Story(id, date, text) { Publisher = publisher }.Measure("VEL", "MOR", trigger, "diplomats_expelled", count, status);

    [Fact]
    public void Two_papers_on_one_expulsion_are_one_event_of_two_publishers()
    {
        var e = Assert.Single(Events(
            Expulsion("a", "2031-01-01", "Veldania expels five envoys of Morvia.", "expels", 5, "The Herald"),
            Expulsion("b", "2031-01-02", "Five envoys were expelled, Morvia complains of Veldania.", "expelled", 5, "Tribune")));
        Assert.Equal(["The Herald", "Tribune"], e.Publishers);
        Assert.Equal((2, 2, 2), (e.Mentions, e.Documents, e.Reports));
        Assert.Equal(new DateOnly(2031, 1, 1), e.Day);
    }

    [Fact]
    public void What_is_denied_is_no_report_of_what_was_done() =>
        Assert.Equal(2, Events(
            Expulsion("a", "2031-01-01", "Veldania expels five envoys of Morvia.", "expels", 5),
            Expulsion("b", "2031-01-01", "Veldania denies that it expels five envoys of Morvia.", "expels", 5, status: EventStatus.Denied)).Length);

    [Theory]
    [InlineData("2031-01-01", 1)]
    [InlineData("2031-01-02", 2)]
    public void What_is_refused_on_another_day_is_refused_again(string day, int events)
    {
        Story Refusal(string id, string date) => new Story(id, date, "Veldania says it sends no soldiers to the camp in Morvia.").Measure("VEL", "MOR", "sends", "troops_deployed", status: EventStatus.Denied);
        Assert.Equal(events, Events(Refusal("a", "2031-01-01"), Refusal("b", day)).Length);
    }

    [Theory]
    [InlineData("Soldiers of Veldania continue to withdraw from Morvia.", "Veldania begins to withdraw soldiers from Morvia.", 2)]
    [InlineData("Soldiers of Veldania begin to withdraw from Morvia.", "Veldania begins to withdraw soldiers from Morvia.", 1)]
    [InlineData("Soldiers of Veldania begin to withdraw from Morvia.", "Soldiers of Veldania continue to withdraw from Morvia.", 1)]
    public void What_goes_on_does_not_begin_the_day_after(string first, string second, int events) =>
        Assert.Equal(events, Events(
            new Story("a", "2031-01-01", first).Measure("VEL", "MOR", "withdraw", "troops_withdrawn"),
            new Story("b", "2031-01-02", second).Measure("VEL", "MOR", "withdraw", "troops_withdrawn")).Length);

    [Theory]
    [InlineData("Veldania applies to join the league of Morvia.", "Veldania applied to join the league of Morvia.", 1)]
    [InlineData("Veldania applies to join the league of Morvia.", "Morvia accepts the application of Veldania to join its league.", 2)]
    [InlineData("A vote in Veldania clears its way to join the league of Morvia.", "Veldania is about to join the league of Morvia.", 2)]
    public void Steps_of_joining_are_acts_of_their_own(string first, string second, int events) =>
        Assert.Equal(events, Events(
            new Story("a", "2031-01-01", first).Measure("VEL", "MOR", "join", "membership_joined"),
            new Story("b", "2031-01-02", second).Measure("VEL", "MOR", "join", "membership_joined")).Length);

    [Theory]
    [InlineData("2031-01-04", 1)]
    [InlineData("2031-01-05", 2)]
    public void Likeness_to_one_report_does_not_join_what_another_rules_out(string last, int events)
    {
        const string Text = "Veldania withdraws soldiers of the northern camp from Morvia.";
        Story Withdrawal(string id, string date) => new Story(id, date, Text).Measure("VEL", "MOR", "withdraws", "troops_withdrawn");
        Assert.Equal(events, Events(Withdrawal("a", "2031-01-01"), Withdrawal("b", "2031-01-03"), Withdrawal("c", last)).Length);
    }

    [Fact]
    public void A_reprint_is_no_second_source()
    {
        const string Text = "Veldania expels five envoys of Morvia after a long quarrel about herring in the northern strait.";
        var e = Assert.Single(Events(
            Expulsion("a", "2031-01-01", Text, "expels", 5, "The Herald"),
            Expulsion("b", "2031-01-01", Text.Replace(" ", "  ", StringComparison.Ordinal), "expels", 5, "Tribune")));
        Assert.Equal((2, 1), (e.Documents, e.Reports));
        Assert.Equal(["The Herald"], e.Publishers);
    }

    [Theory]
    [InlineData("Veldanian guns kill nine herders of Morvia near the pass of Orn.", "Veldanian guns kill forty herders of Morvia near the pass of Orn.", "2031-01-02")]
    [InlineData("Veldanian guns kill herders of Morvia near the pass of Orn.", "Veldanian guns kill herders of Morvia near the village of Tessel.", "2031-01-01")]
    [InlineData("A Morvian is shot by Veldanian guards who kill smugglers by the lake shore.", "Another Morvian is shot by Veldanian guards who kill smugglers by the lake.", "2031-01-02")]
    public void Other_numbers_names_or_one_more_are_another_act(string first, string second, string day)
    {
        Assert.Equal(2, Events(
            new Story("a", "2031-01-01", first).Act("VEL", "MOR", "kill", "190", 4, -10, "ASSAULT"),
            new Story("b", day, second).Act("VEL", "MOR", "kill", "190", 4, -10, "ASSAULT")).Length);
    }

    [Theory]
    [InlineData("Shells of Veldania hit Morvia at the bridge of Harn and leave 3 people dead at the market.", "Shells of Veldania hit Morvia at the bridge of Harn and leave 40 people dead at the market.", false)]
    [InlineData("Shells of Veldania hit Morvia at the bridge of Harn and leave 3 people dead at the market.", "Toll of the shells of Veldania that hit Morvia at the bridge of Harn, at the market, rises to 40 people dead.", true)]
    [InlineData("Veldania shells Morvia on the road to the pass of Orn and hits a mill.", "Veldania shells Morvia on the road to the ford of Tessel and a hut burns.", false)]
    public void Blows_of_one_day_are_one_where_place_and_dead_agree(string first, string second, bool one) =>
        Assert.Equal(one ? 1 : 2, Events(
            new Story("a", "2031-01-01", first).Act("VEL", "MOR", first.Contains("Shells", StringComparison.Ordinal) ? "hit" : "shells", "194", 4, -10, "ASSAULT"),
            new Story("b", "2031-01-01", second).Act("VEL", "MOR", second.Contains("hit", StringComparison.Ordinal) ? "hit" : "shells", "194", 4, -10, "ASSAULT")).Length);

    [Theory]
    [InlineData("2031-01-01", 1)]
    [InlineData("2031-01-02", 2)]
    public void Other_numbers_of_dead_on_other_days_are_other_blows(string day, int events) =>
        Assert.Equal(events, Events(
            new Story("a", "2031-01-01", "At least 61 herders of Morvia are killed in attacks of Veldania across the valley of Orn.").Act("VEL", "MOR", "killed", "190", 4, -9, "ASSAULT"),
            new Story("b", day, "At least 53 herders of Morvia are killed in attacks of Veldania across the valley of Orn.").Act("VEL", "MOR", "killed", "190", 4, -9, "ASSAULT")).Length);

    [Theory]
    [InlineData("Veldania shuts its entire border with Morvia.", 2)]
    [InlineData("Veldania shuts its border with Morvia.", 1)]
    public void A_part_and_then_the_whole_are_two_measures(string second, int events) =>
        Assert.Equal(events, Events(
            new Story("a", "2031-01-01", "Veldania will shut all but one crossing of its border with Morvia.").Measure("VEL", "MOR", "shut", "border_closed", status: EventStatus.Announced),
            new Story("b", "2031-01-08", second).Measure("VEL", "MOR", "shuts", "border_closed")).Length);

    [Fact]
    public void What_goes_on_is_each_day_another_act() =>
        Assert.Equal(2, Events(
            new Story("a", "2031-01-01", "Raids of Veldania on Morvia continue in the hills.").Act("VEL", "MOR", "Raids", "190", 4, -9, "ASSAULT"),
            new Story("b", "2031-01-02", "Raids of Veldania on Morvia continue in the hills.").Act("VEL", "MOR", "Raids", "190", 4, -9, "ASSAULT")).Length);

    [Theory]
    [InlineData("Ilya Bren", "Ilya Bren", 1)]
    [InlineData("Ilya Bren", "Tam Ostrow", 2)]
    [InlineData("Ilya Bren", null, 2)]
    public void Each_captive_is_taken_once(string first, string? second, int events) =>
        Assert.Equal(events, Events(
            new Story("a", "2031-01-01", "Guards of Veldania seize a writer from Morvia at the northern pier of Harn.").Act("VEL", "MOR", "seize", "173", 4, -5, "COERCE").Toward(first, "MOR"),
            new Story("b", "2031-01-02", "Guards of Veldania seize a writer from Morvia at the northern pier of Harn early.").Act("VEL", "MOR", "seize", "173", 4, -5, "COERCE").Toward(second, "MOR")).Length);

    [Theory]
    [InlineData("Veldania recognises the Isle of Tarn and the Isle of Skelt as republics.", "The recognition of Tarn and Skelt by Veldania angers Morvia.", 1)]
    [InlineData("Veldania recognises the Isle of Tarn as a republic of its own.", "Veldania recognises the Isle of Skelt as a republic of its own.", 2)]
    public void Regions_of_one_country_are_recognised_one_by_one(string first, string second, int events) =>
        Assert.Equal(events, Events(
            new Story("a", "2031-01-01", first).Measure("VEL", "MOR", "recognises", "recognition_granted").Toward(null, "MOR", "Tarn"),
            new Story("b", "2031-01-02", second).Measure("VEL", "MOR", "recogni", "recognition_granted").Toward(null, "MOR", "Skelt")).Length);

    [Fact]
    public void Of_measures_in_rounds_day_and_kind_are_not_enough() =>
        Assert.Equal(2, Events(
            new Story("a", "2031-01-01", "Veldania sets a tariff on timber from Morvia.").Measure("VEL", "MOR", "sets", "trade_restricted"),
            new Story("b", "2031-01-01", "A province of Veldania bans the sale of wine made in Morvia.").Measure("VEL", "MOR", "bans", "trade_restricted")).Length);

    [Fact]
    public void Treaties_of_other_years_are_other_treaties() =>
        Assert.Equal(2, Events(
            new Story("a", "2031-01-01", "Veldania leaves the 2012 treaty with Morvia on rivers.").Measure("VEL", "MOR", "leaves", "agreement_suspended"),
            new Story("b", "2031-01-02", "Veldania leaves the 2025 treaty with Morvia on rivers.").Measure("VEL", "MOR", "leaves", "agreement_suspended")).Length);

    [Fact]
    public void The_same_numbers_a_day_later_are_one_act()
    {
        Assert.Single(Events(
            new Story("a", "2031-01-01", "Veldanian guns kill nine herders of Morvia near the pass of Orn.").Act("VEL", "MOR", "kill", "190", 4, -10, "ASSAULT"),
            new Story("b", "2031-01-02", "Guns of Veldania kill nine herders near the pass of Orn, Morvia says.").Act("VEL", "MOR", "kill", "190", 4, -10, "ASSAULT")));
    }

    [Fact]
    public void Disagreement_about_the_number_is_kept()
    {
        var e = Assert.Single(Events(
            Expulsion("a", "2031-01-01", "Veldania expels eight envoys of Morvia.", "expels", 8, "A"),
            Expulsion("b", "2031-01-01", "Veldania has expelled nine envoys of Morvia.", "expelled", 9, "B"),
            Expulsion("c", "2031-01-01", "Eight envoys of Morvia expelled by Veldania.", "expelled", 8, "C")));
        Assert.Equal(8, e.Count);
        var conflict = Assert.Single(e.Conflicts);
        Assert.Equal("count", conflict.Field);
        Assert.Equal([new EventReading("8", 2), new EventReading("9", 1)], conflict.Values);
    }

    [Fact]
    public void Numbers_far_apart_are_two_acts() =>
        Assert.Equal(2, Events(
            Expulsion("a", "2031-01-01", "Veldania expels two envoys of Morvia.", "expels", 2),
            Expulsion("b", "2031-01-02", "Veldania expels thirty envoys of Morvia.", "expels", 30)).Length);

    [Fact]
    public void An_announcement_and_its_carrying_out_are_stages_of_one_measure()
    {
        using var test = new TestLedger();
        test.Ingest(
            Expulsion("a", "2031-01-01", "Veldania threatens to expel five envoys of Morvia.", "expel", 5, status: EventStatus.Threatened),
            Expulsion("b", "2031-01-10", "Veldania says it will expel five envoys of Morvia.", "expel", 5, status: EventStatus.Announced),
            Expulsion("c", "2031-01-20", "The five envoys of Morvia were expelled by Veldania.", "expelled", 5));
        using var ledger = test.Open();
        var m = Assert.Single(ledger.Measures(new MeasureQuery()));
        Assert.Equal(MeasureStage.InForce, m.Stage);
        Assert.Equal((new DateOnly(2031, 1, 1), new DateOnly(2031, 1, 10), new DateOnly(2031, 1, 20)), (m.Threatened, m.Announced, m.InForce));
        Assert.Equal(new DateOnly(2031, 1, 10), m.Event.Day);
        Assert.Contains("a later stage", ledger.MentionsOf(m.Event.Id)[1].JoinReason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_denied_stands_apart() =>
        Assert.Equal(2, Events(
            Expulsion("a", "2031-01-01", "Veldania expels five envoys of Morvia.", "expels", 5),
            Expulsion("b", "2031-01-01", "Veldania denies that it expelled five envoys of Morvia.", "expelled", 5, status: EventStatus.Denied)).Length);

    [Fact]
    public void Attacks_in_two_towns_are_two_attacks()
    {
        static Story Attack(string id, string town) => new Story(id, "2031-01-01", $"Veldania shells Morvia near {town}, and several soldiers are killed in the evening.")
            .Act("VEL", "MOR", "shells", "194", 4, -10, "ASSAULT", place: new EventPlace(new Span(0, 1), town, "MOR", 1, 1, PlacePrecision.City));
        Assert.Equal(2, Events(Attack("a", "Harn"), Attack("b", "Oldmere")).Length);
        Assert.Single(Events(Attack("a", "Harn"), Attack("b", "Harn")));
    }

    [Fact]
    public void Meetings_a_month_apart_are_two_meetings() =>
        Assert.Equal(2, Events(
            new Story("a", "2031-01-01", "Ministers of Veldania meet those of Morvia on herring quotas.").Act("VEL", "MOR", "meet", "036", 1, 4, "CONSULT"),
            new Story("b", "2031-02-01", "Ministers of Veldania meet those of Morvia on herring quotas.").Act("VEL", "MOR", "meet", "036", 1, 4, "CONSULT")).Length);

    [Fact]
    public void Every_join_says_why()
    {
        using var test = new TestLedger();
        test.Ingest(
            Expulsion("a", "2031-01-01", "Veldania expels five envoys of Morvia.", "expels", 5),
            Expulsion("b", "2031-01-02", "Five envoys were expelled by Veldania, Morvia says.", "expelled", 5));
        using var ledger = test.Open();
        var mentions = ledger.MentionsOf(ledger.Events(new EventQuery())[0].Id);
        Assert.Equal("first report", mentions[0].JoinReason);
        Assert.StartsWith("as in a: same measure and parties +1.50; next day +0.50; same number +1.50", mentions[1].JoinReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Background_without_a_day_makes_no_peak()
    {
        var e = Assert.Single(Events(new Story("a", "2031-05-01", "Veldania once broke with Morvia.").Measure("VEL", "MOR", "broke", "relations_severed", background: true)));
        Assert.False(e.Counted);
        Assert.Null(e.Day);
    }
}
