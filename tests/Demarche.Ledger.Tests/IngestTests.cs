using System.Security.Cryptography;
using Demarche.Coding;
using Demarche.Language;
using Xunit;

namespace Demarche.Ledger.Tests;

public sealed class IngestTests
{
    private static Story[] Crisis(int n) =>
    [
        .. Enumerable.Range(0, n).Select(i => i % 3 == 0
            ? new Story($"e{i:000}", $"2031-0{1 + i % 9}-1{i % 7}", $"Veldania expels {i} envoys of Morvia over a quarrel about herring.") { Publisher = $"Paper {i % 5}" }
                .Measure("VEL", "MOR", "expels", "diplomats_expelled", 1 + i % 4)
            : new Story($"e{i:000}", $"2031-0{1 + i % 9}-1{i % 7}", $"Morvia rebukes Veldania, the {i}th time, about its fishing boats in the strait.") { Publisher = $"Paper {i % 5}" }
                .Act("MOR", "VEL", "rebukes", "111", 3, -2, "ACCUSE").Measure("MOR", "VEL", "boats", "sanctions_imposed")),
    ];

    [Fact]
    public void A_second_ingest_changes_nothing()
    {
        using var test = new TestLedger();
        var stories = Crisis(40);
        test.Ingest(stories);
        var before = SHA256.HashData(File.ReadAllBytes(test.Path));
        var again = test.Ingest(stories);
        Assert.Equal(40, again.Unchanged);
        Assert.Equal(0, again.Added + again.Changed);
        Assert.Equal(before, SHA256.HashData(File.ReadAllBytes(test.Path)));
    }

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(4, 3)]
    public void Threads_do_not_show_in_the_ledger(int threads, int batch)
    {
        var stories = Crisis(60);
        using var one = new TestLedger();
        using var other = new TestLedger();
        Ingest(one.Path, 2, batch);
        Ingest(other.Path, threads, batch);
        Assert.Equal(Dump.Of(one.Path), Dump.Of(other.Path));

        void Ingest(string path, int n, int size) =>
            new LedgerIngest(path, new StoryCoder(stories), new IngestOptions(TestLedger.Versions) { Threads = n, Batch = size }).Run(stories.Select(s => s.Document), cancel: TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Batches_of_any_size_give_the_same_events()
    {
        var stories = Crisis(60);
        using var one = new TestLedger();
        using var other = new TestLedger();
        foreach (var (path, size) in new[] { (one.Path, 1), (other.Path, 1000) })
            new LedgerIngest(path, new StoryCoder(stories), new IngestOptions(TestLedger.Versions) { Batch = size }).Run(stories.Select(s => s.Document), cancel: TestContext.Current.CancellationToken);
        string[] derived = ["mention", "measure", "exchange", "dyad_day", "actor", "actor_name"];
        Assert.Equal(Dump.Of(one.Path, derived), Dump.Of(other.Path, derived));
    }

    [Fact]
    public void A_document_with_a_new_text_replaces_the_old()
    {
        using var test = new TestLedger();
        test.Ingest(new Story("d", "2031-01-01", "Veldania expels three envoys of Morvia.").Measure("VEL", "MOR", "expels", "diplomats_expelled", 3));
        var second = test.Ingest(new Story("d", "2031-01-01", "Veldania expels four envoys of Morvia.").Measure("VEL", "MOR", "expels", "diplomats_expelled", 4));
        Assert.Equal(1, second.Changed);
        using var ledger = test.Open();
        Assert.Equal(4, Assert.Single(ledger.Events(new EventQuery())).Count);
        Assert.Empty(ledger.Search(new SearchQuery("three")).Hits);
        Assert.Single(ledger.Search(new SearchQuery("four")).Hits);
    }

    [Fact]
    public void The_same_id_twice_in_one_batch_is_one_document()
    {
        using var test = new TestLedger();
        var story = new Story("d", "2031-01-01", "Veldania expels three envoys of Morvia.").Measure("VEL", "MOR", "expels", "diplomats_expelled", 3);
        var progress = new LedgerIngest(test.Path, new StoryCoder([story]), new IngestOptions(TestLedger.Versions)).Run([story.Document, story.Document], cancel: TestContext.Current.CancellationToken);
        Assert.Equal((1, 1), (progress.Added, progress.Unchanged));
    }

    [Fact]
    public void A_failing_coder_names_the_document_and_keeps_what_came_before()
    {
        using var test = new TestLedger();
        var good = new Story("good", "2031-01-01", "Veldania expels three envoys of Morvia.").Measure("VEL", "MOR", "expels", "diplomats_expelled", 3);
        var ingest = new LedgerIngest(test.Path, new StoryCoder([good]), new IngestOptions(TestLedger.Versions) { Threads = 1 });
        var error = Assert.Throws<DocumentCodingException>(() => ingest.Run([good.Document, new Document("bad", "no such story")], cancel: TestContext.Current.CancellationToken));
        Assert.Equal("bad", error.DocumentId);
        using var ledger = test.Open();
        Assert.NotNull(ledger.FindDocument("good"));
    }

    [Fact]
    public void A_failing_source_is_told()
    {
        using var test = new TestLedger();
        var ingest = new LedgerIngest(test.Path, new StoryCoder([]), new IngestOptions(TestLedger.Versions));
        Assert.Throws<FormatException>(() => ingest.Run(Broken(), cancel: TestContext.Current.CancellationToken));

        static IEnumerable<Document> Broken() => throw new FormatException("line 3 is no JSON");
    }

    [Fact]
    public void A_cancelled_run_is_continued_by_the_next()
    {
        using var test = new TestLedger();
        var stories = Crisis(50);
        using var stop = new CancellationTokenSource();
        var first = new LedgerIngest(test.Path, new StoryCoder(stories), new IngestOptions(TestLedger.Versions) { Batch = 5 }).Run(Until(20), cancel: stop.Token);
        Assert.InRange(first.Added, 0, 49);
        test.Ingest(stories);
        using var whole = new TestLedger();
        whole.Ingest(stories);
        string[] derived = ["exchange", "dyad_day", "actor", "actor_name"];
        Assert.Equal(Dump.Of(whole.Path, derived), Dump.Of(test.Path, derived));

        IEnumerable<Document> Until(int n)
        {
            foreach (var s in stories)
            {
                if (n-- == 0) stop.Cancel();
                yield return s.Document;
            }
        }
    }

    [Fact]
    public void Reading_anew_by_the_same_reading_keeps_ids_and_changes_no_event()
    {
        using var test = new TestLedger();
        var stories = Crisis(30);
        test.Ingest(stories);
        var before = Dump.Of(test.Path, "change", "event_alias");
        var again = test.Ingest(new CoderVersions("demarche 0.2.0", "none", "stories"), true, stories);
        Assert.Equal(30, again.Changed);
        Assert.Equal(before, Dump.Of(test.Path, "change", "event_alias"));
    }

    [Fact]
    public void Recode_reads_the_stored_texts_and_is_done_once()
    {
        using var test = new TestLedger();
        var stories = Crisis(30);
        test.Ingest(stories);
        var options = new IngestOptions(new CoderVersions("demarche 0.2.0", "none", "stories"));
        Assert.Equal(30, new LedgerIngest(test.Path, new StoryCoder(stories), options).Recode(cancel: TestContext.Current.CancellationToken).Changed);
        Assert.Equal(0, new LedgerIngest(test.Path, new StoryCoder(stories), options).Recode(cancel: TestContext.Current.CancellationToken).Changed);
        using var ledger = test.Open();
        Assert.Equal("demarche 0.2.0", ledger.Runs()[0].Versions.Program);
        Assert.True(ledger.Runs()[0].Recoded);
    }

    [Fact]
    public void Changes_tell_new_changed_and_withdrawn()
    {
        using var test = new TestLedger();
        test.Ingest(new Story("a", "2031-01-01", "Veldania expels three envoys of Morvia.").Measure("VEL", "MOR", "expels", "diplomats_expelled", 3));
        using var ledger = test.Open();
        var first = ledger.Changes(0);
        Assert.Equal(ChangeKind.New, Assert.Single(first.Changes).Kind);
        test.Ingest(new Story("b", "2031-01-02", "Veldania throws out three envoys of Morvia.") { Publisher = "Paper" }.Measure("VEL", "MOR", "throws out", "diplomats_expelled", 3));
        var second = ledger.Changes(first.Next);
        Assert.Equal(ChangeKind.Changed, Assert.Single(second.Changes).Kind);
        test.Ingest(new Story("a", "2031-01-01", "Nothing of the kind."), new Story("b", "2031-01-02", "Nothing at all."));
        var third = ledger.Changes(second.Next);
        Assert.Equal(ChangeKind.Withdrawn, Assert.Single(third.Changes).Kind);
        Assert.Empty(ledger.Events(new EventQuery()));
        Assert.All(ledger.Actors(), a => Assert.Equal(0, a.AsSource + a.AsTarget));
    }
}
