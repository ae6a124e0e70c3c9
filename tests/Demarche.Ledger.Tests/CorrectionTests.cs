using System.Collections.Immutable;
using Demarche.Ledger.Store;
using Xunit;

namespace Demarche.Ledger.Tests;

public sealed class CorrectionTests
{
    private static readonly CoderVersions Newer = new("demarche 9.9.9", "other", "stories");

    private static Story[] TwoReports() =>
    [
        new Story("a", "2031-01-01", "Veldania expels five envoys of Morvia.") { Publisher = "A" }.Measure("VEL", "MOR", "expels", "diplomats_expelled", 5),
        new Story("b", "2031-01-02", "Veldania has expelled five envoys of Morvia.") { Publisher = "B" }.Measure("VEL", "MOR", "expelled", "diplomats_expelled", 5),
    ];

    private static Story[] TwoActs() =>
    [
        new Story("a", "2031-01-01", "Veldania expels two envoys of Morvia.").Measure("VEL", "MOR", "expels", "diplomats_expelled", 2),
        new Story("b", "2031-01-02", "Veldania expels thirty envoys of Morvia.").Measure("VEL", "MOR", "expels", "diplomats_expelled", 30),
    ];

    private static Correction Add(TestLedger test, CorrectionAction action, string? id, ImmutableArray<string> others = default, ImmutableArray<string> mentions = default, long? undoes = null) =>
        new LedgerCorrections(test.Path).Add(new CorrectionRequest(action, "ana")
        {
            EventId = id,
            Others = others.IsDefault ? [] : others,
            MentionIds = mentions.IsDefault ? [] : mentions,
            Undoes = undoes,
        });

    [Fact]
    public void Accept_reject_and_undo_set_the_review()
    {
        using var test = new TestLedger();
        test.Ingest(TwoReports());
        using var ledger = test.Open();
        var id = ledger.Events(new EventQuery())[0].Id;
        Add(test, CorrectionAction.Accept, id);
        Assert.Equal(ReviewState.Accepted, ledger.FindEvent(id)!.Review);
        var rejected = Add(test, CorrectionAction.Reject, id);
        Assert.Equal(ReviewState.Rejected, ledger.FindEvent(id)!.Review);
        Assert.Empty(ledger.Events(new EventQuery()));
        Assert.Empty(ledger.Series("VEL", "MOR", new SeriesQuery()).Points);
        Add(test, CorrectionAction.Undo, null, undoes: rejected.Number);
        Assert.Equal(ReviewState.Accepted, ledger.FindEvent(id)!.Review);
        Assert.Equal(3, ledger.Corrections().Count);
        Assert.Equal([rejected.Number + 1, rejected.Number, rejected.Number - 1], ledger.Corrections(id).Select(c => c.Number));
    }

    [Fact]
    public void An_edit_of_the_code_brings_what_the_code_means()
    {
        using var test = new TestLedger();
        test.Ingest(TwoReports());
        using var ledger = test.Open();
        var id = ledger.Events(new EventQuery())[0].Id;
        var edit = new LedgerCorrections(test.Path).Add(new CorrectionRequest(CorrectionAction.Edit, "ana")
        {
            EventId = id,
            Fields = ImmutableSortedDictionary<string, string?>.Empty.Add("cameo", "042"),
        });
        var type = ledger.FindEvent(id)!.Type;
        Assert.Equal(("042", "CONSULT", 1, 1.9), (type.Cameo, type.Plover?.Type, type.Quad, type.Goldstein));
        Assert.DoesNotContain("label of", type.Label, StringComparison.Ordinal);
        Assert.Equal(["cameo"], edit.Fields.Keys);
        Assert.Equal(type.Label, edit.Type!.Label);
    }

    [Fact]
    public void A_code_that_is_none_is_refused()
    {
        using var test = new TestLedger();
        test.Ingest(TwoReports());
        using var ledger = test.Open();
        var request = new CorrectionRequest(CorrectionAction.Edit, "ana")
        {
            EventId = ledger.Events(new EventQuery())[0].Id,
            Fields = ImmutableSortedDictionary<string, string?>.Empty.Add("cameo", "999"),
        };
        Assert.Equal(LedgerFault.BadCorrection, Assert.Throws<LedgerException>(() => new LedgerCorrections(test.Path).Add(request)).Fault);
    }

    [Fact]
    public void An_edit_holds_after_reading_anew()
    {
        using var test = new TestLedger();
        test.Ingest(TwoReports());
        using var ledger = test.Open();
        var id = ledger.Events(new EventQuery())[0].Id;
        new LedgerCorrections(test.Path).Add(new CorrectionRequest(CorrectionAction.Edit, "ana")
        {
            EventId = id,
            Fields = ImmutableSortedDictionary<string, string?>.Empty.Add("count", "6").Add("day", "2030-12-31"),
        });
        Check();
        test.Ingest(Newer, true, TwoReports());
        Check();

        void Check()
        {
            var e = ledger.FindEvent(id)!;
            Assert.Equal((6L, new DateOnly(2030, 12, 31), ReviewState.Edited), (e.Count, e.Day, e.Review));
        }
    }

    [Fact]
    public void A_merge_holds_after_reading_anew_and_can_be_undone()
    {
        using var test = new TestLedger();
        test.Ingest(TwoActs());
        using var ledger = test.Open();
        var ids = ledger.Events(new EventQuery { Order = EventOrder.OldestFirst }).Select(e => e.Id).ToArray();
        var merge = Add(test, CorrectionAction.Merge, ids[0], [ids[1]]);
        Assert.Equal(2, Assert.Single(ledger.Events(new EventQuery())).Mentions);
        Assert.Equal(ids[0], ledger.FindEvent(ids[1])!.Id);
        test.Ingest(Newer, true, TwoActs());
        var merged = Assert.Single(ledger.Events(new EventQuery()));
        Assert.Equal(ids[0], merged.Id);
        Assert.Contains("merged by ana", ledger.MentionsOf(merged.Id)[1].JoinReason, StringComparison.Ordinal);
        Add(test, CorrectionAction.Undo, null, undoes: merge.Number);
        Assert.Equal(ids.Order(), ledger.Events(new EventQuery()).Select(e => e.Id).Order());
    }

    [Fact]
    public void A_split_holds_after_reading_anew_and_can_be_undone()
    {
        using var test = new TestLedger();
        test.Ingest(TwoReports());
        using var ledger = test.Open();
        var whole = Assert.Single(ledger.Events(new EventQuery()));
        var split = Add(test, CorrectionAction.Split, whole.Id, mentions: ["b-0"]);
        Assert.Equal(2, ledger.CountEvents(new EventQuery()));
        Assert.Equal(whole.Id, ledger.Events(new EventQuery { Order = EventOrder.OldestFirst })[0].Id);
        test.Ingest(Newer, true, TwoReports());
        Assert.Equal(2, ledger.CountEvents(new EventQuery()));
        Add(test, CorrectionAction.Undo, null, undoes: split.Number);
        Assert.Equal(whole.Id, Assert.Single(ledger.Events(new EventQuery())).Id);
    }

    [Fact]
    public void A_further_report_joins_what_was_merged()
    {
        using var test = new TestLedger();
        test.Ingest(TwoActs());
        using var ledger = test.Open();
        var ids = ledger.Events(new EventQuery { Order = EventOrder.OldestFirst }).Select(e => e.Id).ToArray();
        Add(test, CorrectionAction.Merge, ids[0], [ids[1]]);
        test.Ingest(new Story("c", "2031-01-02", "Thirty envoys of Morvia have to leave, expelled by Veldania.").Measure("VEL", "MOR", "expelled", "diplomats_expelled", 30));
        Assert.Equal(3, Assert.Single(ledger.Events(new EventQuery())).Mentions);
    }

    [Fact]
    public void While_another_writes_a_correction_waits_for_it()
    {
        using var test = new TestLedger();
        test.Ingest(TwoReports());
        using var ledger = test.Open();
        var id = ledger.Events(new EventQuery())[0].Id;
        using (WriterLock.Take(test.Path))
            Assert.False(Add(test, CorrectionAction.Accept, id).Applied);
        Assert.Equal(ReviewState.Proposed, ledger.FindEvent(id)!.Review);
        test.Ingest(TwoReports());
        Assert.Equal(ReviewState.Accepted, ledger.FindEvent(id)!.Review);
    }

    [Theory]
    [InlineData("count", "many")]
    [InlineData("day", "1 May")]
    [InlineData("kind", "shouting")]
    [InlineData("weather", "fine")]
    public void What_does_not_fit_is_refused(string field, string value)
    {
        using var test = new TestLedger();
        test.Ingest(TwoReports());
        using var ledger = test.Open();
        var id = ledger.Events(new EventQuery())[0].Id;
        var error = Assert.Throws<LedgerException>(() => new LedgerCorrections(test.Path).Add(new CorrectionRequest(CorrectionAction.Edit, "ana")
        {
            EventId = id,
            Fields = ImmutableSortedDictionary<string, string?>.Empty.Add(field, value),
        }));
        Assert.Equal(LedgerFault.BadCorrection, error.Fault);
        Assert.Contains(field, error.Message, StringComparison.Ordinal);
        Assert.Empty(ledger.Corrections());
    }

    [Fact]
    public void An_unknown_event_is_refused()
    {
        using var test = new TestLedger();
        test.Ingest(TwoReports());
        Assert.Equal(LedgerFault.BadCorrection, Assert.Throws<LedgerException>(() => Add(test, CorrectionAction.Accept, "0123")).Fault);
    }
}
