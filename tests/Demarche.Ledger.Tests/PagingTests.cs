using Xunit;

namespace Demarche.Ledger.Tests;

public sealed class PagingTests
{
    private static Story[] Reports(int from, int n) =>
        [.. Enumerable.Range(from, n).Select(i => new Story($"d{i:00}", i % 5 == 0 ? null : $"2031-01-{1 + i % 9:00}", $"Veldania praises Morvia for matter {i}.")
            .Act("VEL", $"M{i:00}", "praises", "051", 1, 3.4, "SUPPORT"))];

    private static List<string> Walk<T>(Func<PageCursor?, IReadOnlyList<T>> page, Func<T, string> id, Func<T, PageCursor> after)
    {
        var seen = new List<string>();
        for (PageCursor? cursor = null; page(cursor) is { Count: > 0 } items; cursor = after(items[^1])) seen.AddRange(items.Select(id));
        return seen;
    }

    [Theory]
    [InlineData(EventOrder.NewestFirst)]
    [InlineData(EventOrder.OldestFirst)]
    [InlineData(EventOrder.LeastCertainFirst)]
    public void Pages_of_events_give_the_whole_list_once(EventOrder order)
    {
        using var test = new TestLedger();
        test.Ingest(Reports(0, 40));
        using var ledger = test.Open();
        var whole = ledger.Events(new EventQuery { Order = order, Limit = 1000 }).Select(e => e.Id).ToList();
        Assert.Equal(40, whole.Count);
        Assert.Equal(whole, Walk(c => ledger.Events(new EventQuery { Order = order, Limit = 7, After = c }), e => e.Id, PageCursor.After));
    }

    [Fact]
    public void Pages_of_documents_give_the_whole_list_once()
    {
        using var test = new TestLedger();
        test.Ingest(Reports(0, 40));
        using var ledger = test.Open();
        var whole = ledger.Documents(new DocumentQuery { Limit = 1000 }).Select(d => d.Id).ToList();
        Assert.Equal(40, whole.Count);
        Assert.Equal(whole, Walk(c => ledger.Documents(new DocumentQuery { Limit = 7, After = c }), d => d.Id, PageCursor.After));
    }

    [Fact]
    public void What_is_added_meanwhile_shifts_no_page()
    {
        using var test = new TestLedger();
        test.Ingest(Reports(0, 20));
        using var ledger = test.Open();
        var before = ledger.Events(new EventQuery { Limit = 1000 }).Select(e => e.Id).ToList();
        var first = ledger.Events(new EventQuery { Limit = 8 });
        test.Ingest(Reports(20, 20));
        var rest = Walk(c => ledger.Events(new EventQuery { Limit = 8, After = c ?? PageCursor.After(first[^1]) }), e => e.Id, PageCursor.After);
        var seen = first.Select(e => e.Id).Concat(rest).ToList();
        Assert.Equal(seen.Distinct(), seen);
        Assert.Subset(seen.ToHashSet(), before.ToHashSet());
    }

    [Fact]
    public void The_latest_change_is_where_the_feed_ends()
    {
        using var test = new TestLedger();
        test.Ingest(Reports(0, 3));
        using var ledger = test.Open();
        Assert.Equal(ledger.Changes(0).Next, ledger.LastChange());
    }
}
