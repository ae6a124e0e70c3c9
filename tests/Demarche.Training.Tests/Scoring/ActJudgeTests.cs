using Demarche.Coding.Scoring;
using Demarche.Judging;
using Demarche.Language;
using Xunit;

namespace Demarche.Training.Tests.Scoring;

public sealed class ActJudgeTests
{
    private static readonly Span Sentence = new(0, 60);

    [Fact]
    public void ReadsReportsWithAndWithoutActsAndCountsInCodePoints()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllText(path, "# head\na\t-\nb\t2\t7\tASSAULT\tactual\t0+1=ARL\t10+3=BRV 14+2=?\nb\t5\t1\tDEMAND\tactual\t-\t-\n");
            var reports = GoldReport.ReadAll(path);
            Assert.Equal(["a", "b"], reports.Select(r => r.Id));
            Assert.Empty(reports[0].Acts);
            Assert.Equal(EventClass.Request, reports[1].Acts[1].Class);
            Assert.Equal(["BRV", "?"], reports[1].Acts[0].Targets.Select(p => p.Code));
            Assert.Equal(new Span(3, 10), reports[1].In("𝒜 attacks Bor he").Acts[0].Trigger);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void ARightEventHasClassSourceAndTargetOfOneAct()
    {
        var act = Act(EventClass.Assault, 10, "ARL", "BRV");
        Assert.True(Judge(EventClass.Assault, 10, "ARL", "BRV", act).IsRight);
        Assert.False(Judge(EventClass.Assault, 10, "BRV", "ARL", act).IsRight);
        Assert.False(Judge(EventClass.Assault, 10, "ARL", null, act).Target);
        Assert.False(Judge(EventClass.Consult, 10, "ARL", "BRV", act).Class);
    }

    [Fact]
    public void AnActOfAnotherTriggerAndClassIsNone() => Assert.Null(Judge(EventClass.Consult, 30, "ARL", "BRV", Act(EventClass.Assault, 10, "ARL", "BRV")).Act);

    [Fact]
    public void WhoMeetsWhomMayStandEitherWayRound() => Assert.True(Judge(EventClass.Consult, 10, "BRV", "ARL", Act(EventClass.Consult, 10, "ARL", "BRV")).IsRight);

    [Fact]
    public void WhereNobodyIsToldNobodyIsRight()
    {
        var act = Act(EventClass.Assault, 10, null, "BRV");
        Assert.True(Judge(EventClass.Assault, 10, null, "BRV", act).IsRight);
        Assert.False(Judge(EventClass.Assault, 10, "ARL", "BRV", act).Source);
    }

    [Fact]
    public void WhoseCountryIsNotToldMayHaveNone()
    {
        var act = Act(EventClass.Assault, 10, "?", "BRV");
        Assert.True(Judge(EventClass.Assault, 10, null, "BRV", act).IsRight);
        Assert.False(Judge(EventClass.Assault, 10, "ARL", "BRV", act).Source);
    }

    [Fact]
    public void SanctionsAreEitherOfTwoClasses() => Assert.True(Judge(EventClass.Coerce, 10, "ARL", "BRV", Act(EventClass.Sanction, 10, "ARL", "BRV")).IsRight);

    private static ActJudgement Judge(EventClass of, int trigger, string? source, string? target, GoldAct act) =>
        ActJudge.Judge(new CodedAct(of, new Span(trigger, trigger + 4), Sentence, Party(source), Party(target)), [act]);

    private static CodedParty? Party(string? country) => country is null ? null : new CodedParty(new Span(40, 44), country, country);

    private static GoldAct Act(EventClass of, int trigger, string? source, string? target) =>
        new(new Span(trigger, trigger + 4), of, "actual", source is null ? [] : [new GoldParty(new Span(0, 4), source)], target is null ? [] : [new GoldParty(new Span(20, 24), target)]);
}
