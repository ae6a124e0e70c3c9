using Demarche.Coding;
using Xunit;

namespace Demarche.Ledger.Tests;

/// <summary>The tale of the reference article with other names: an expulsion, and the mission closed in answer.</summary>
public sealed class ReferenceStoryTests
{
    private static Story Tale()
    {
        var story = new Story("tale", "2021-10-18",
            "Veldania will shut its mission to Kestland.\nIt answers the expulsion of eight envoys from Veldania.\nOn 6 October Kestland threw out eight envoys.");
        return story
            .Measure("VEL", "KES", "shut", "mission_closed", status: EventStatus.Announced, answers: "tale-1", effective: "2021-11-01")
            .Measure("KES", "VEL", "expulsion", "diplomats_expelled", 8, background: true)
            .Measure("KES", "VEL", "threw out", "diplomats_expelled", 8, day: "2021-10-06", background: true);
    }

    [Fact]
    public void The_expulsion_is_one_event_of_the_sixth()
    {
        using var test = new TestLedger();
        test.Ingest(Tale());
        using var ledger = test.Open();
        var expulsion = Assert.Single(ledger.Events(new EventQuery { Kinds = ["diplomats_expelled"] }));
        Assert.Equal(2, expulsion.Mentions);
        Assert.Equal(new DateOnly(2021, 10, 6), expulsion.Day);
        Assert.Equal(8, expulsion.Count);
    }

    [Fact]
    public void The_closing_answers_it_after_twelve_days()
    {
        using var test = new TestLedger();
        test.Ingest(Tale());
        using var ledger = test.Open();
        var exchange = Assert.Single(ledger.Exchanges(new ExchangeQuery { A = "KES", B = "VEL" }));
        Assert.Equal("diplomats_expelled", exchange.Provocation.MeasureKind);
        Assert.Equal("mission_closed", exchange.Response.MeasureKind);
        Assert.Equal(12, exchange.LagDays);
        Assert.True(exchange.Told);
        Assert.Equal("tale-0", exchange.CueMention);
    }

    [Fact]
    public void The_closing_is_announced_and_its_day_of_effect_known()
    {
        using var test = new TestLedger();
        test.Ingest(Tale());
        using var ledger = test.Open();
        var closing = Assert.Single(ledger.Measures(new MeasureQuery { Kinds = ["mission_closed"] }));
        Assert.Equal(MeasureStage.Announced, closing.Stage);
        Assert.Equal(new DateOnly(2021, 10, 18), closing.Announced);
        Assert.Equal(new DateOnly(2021, 11, 1), closing.InForce);
        Assert.NotNull(closing.Answers);
    }

    [Fact]
    public void The_state_has_the_mission_closed_only_from_its_day_of_effect()
    {
        using var test = new TestLedger();
        test.Ingest(Tale());
        using var ledger = test.Open();
        Assert.True(Mission(new DateOnly(2021, 10, 31)).IsUnknown);
        var closed = Mission(new DateOnly(2021, 11, 1));
        Assert.Equal("closed", closed.State);
        Assert.Equal(new DateOnly(2021, 11, 1), closed.Since);

        StateLine Mission(DateOnly at) => ledger.StateOf("VEL", "KES", at).Lines.Single(l => l.Topic == "mission" && l.Actor == "VEL");
    }

    [Fact]
    public void The_series_has_the_events_on_their_days()
    {
        using var test = new TestLedger();
        test.Ingest(Tale());
        using var ledger = test.Open();
        var series = ledger.Series("KES", "VEL", new SeriesQuery(SeriesPeriod.Day));
        Assert.Equal(13, series.Points.Length);
        Assert.Equal(1, series.Points[0].AToB.MaterialConflict);
        Assert.Equal(-4, series.Points[0].GoldsteinSum);
        Assert.Equal(1, series.Points[^1].BToA.MaterialConflict);
        Assert.Equal(0, series.Points[5].Events);
        Assert.True(series.Points[^1].Index < series.Points[^2].Index);
    }
}
