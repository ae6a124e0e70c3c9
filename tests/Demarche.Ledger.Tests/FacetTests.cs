using Xunit;

namespace Demarche.Ledger.Tests;

public sealed class FacetTests
{
    private static void Fill(TestLedger test) => test.Ingest(
        new Story("a", "2030-05-01", "Veldania expels envoys of Morvia.").Measure("VEL", "MOR", "expels", "diplomats_expelled", 2),
        new Story("b", "2031-05-01", "Veldania scolds Morvia over herring.").Act("VEL", "MOR", "scolds", "111", 3, -2, "ACCUSE"),
        new Story("c", "2031-06-01", "Veldania thanks Kestland for its help.").Act("VEL", "KES", "thanks", "051", 1, 3.4, "SUPPORT"));

    [Fact]
    public void Events_are_counted_by_what_narrows_them()
    {
        using var test = new TestLedger();
        Fill(test);
        using var ledger = test.Open();
        var facets = ledger.Facets(new EventQuery { Limit = 1 });
        Assert.Equal(3, facets.Total);
        Assert.Equal([("ACCUSE", 1L), ("SANCTION", 1L), ("SUPPORT", 1L)], facets.Types.Select(t => (t.Value, t.Count)));
        Assert.Equal([("diplomats_expelled", 1L)], facets.Kinds.Select(t => (t.Value, t.Count)));
        Assert.Equal([("2030", 1L), ("2031", 2L)], facets.Years.Select(t => (t.Value, t.Count)));
        Assert.Equal(["proposed"], facets.Reviews.Select(t => t.Value));
    }

    [Fact]
    public void Facets_keep_to_the_query()
    {
        using var test = new TestLedger();
        Fill(test);
        using var ledger = test.Open();
        Assert.Equal(2, ledger.Facets(new EventQuery { Actor = "MOR" }).Total);
        Assert.Equal(["ACCUSE"], ledger.Facets(new EventQuery { Text = "herring" }).Types.Select(t => t.Value));
        Assert.Equal(0, ledger.Facets(new EventQuery { Text = "tulips" }).Total);
    }

    [Fact]
    public void Moves_by_volume_find_what_tone_does_not()
    {
        using var test = new TestLedger();
        test.Ingest([
            .. Enumerable.Range(1, 6).Select(i => new Story($"m{i}", $"2031-02-{i:00}", $"Veldania meets envoys of Morvia in town {i}.").Act("VEL", "MOR", "meets", "040", 1, 1, "CONSULT")),
            new Story("k", "2031-02-05", "Kestland strikes Veldania.").Act("KES", "VEL", "strikes", "190", 4, -10, "ASSAULT")]);
        using var ledger = test.Open();
        var query = new MoveQuery(new DateOnly(2031, 2, 1), new DateOnly(2031, 2, 28));
        Assert.Equal("KES", ledger.Moves(query)[0].A);
        var most = ledger.Moves(query with { By = MoveMeasure.Volume })[0];
        Assert.Equal(("MOR", "VEL", 0, 6), (most.A, most.B, most.EventsBefore, most.EventsAfter));
        Assert.Equal("KES", Assert.Single(ledger.Moves(query with { Actor = "KES" })).A);
        Assert.Single(ledger.Moves(query with { LeastEvents = 2 }));
    }
}
