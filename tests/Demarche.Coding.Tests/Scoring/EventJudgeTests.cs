using CsCheck;
using Demarche.Coding.Events;
using Demarche.Coding.Mentions;
using Demarche.Coding.Scoring;
using Demarche.Coding.Tests.Events;
using Demarche.Knowledge;
using Demarche.Language;
using Xunit;

namespace Demarche.Coding.Tests.Scoring;

public sealed class EventJudgeTests
{
    private const string Attack = "Arland/NNP/2/nsubj attacked/VBD/0/root Borovia/NNP/2/obj on/IN/5/case Friday/NNP/2/obl ././2/punct";

    [Fact]
    public void StatesTheProbabilityOfTheReadingThatItKeeps()
    {
        var (s, e) = Event();
        new EventJudge(EventModel.Empty).Judge(s, e, Uniform, 1);
        Assert.Equal(0.5, e.Judged);
        Assert.False(e.Dropped);
        Assert.Equal("ARL", Assert.Single(e.Sources).Actor.Country);
        Assert.Equal("BRV", Assert.Single(e.Targets).Actor.Country);
    }

    [Fact]
    public void ADoubtfulPartyIsLeftOpenWhereThatIsLikelierRight()
    {
        var (s, e) = Event();
        new EventJudge(For(s, e, r => r.Target == PartyChoice.Open && r.Source == PartyChoice.Given)).Judge(s, e, Uniform, 1);
        Assert.Equal("ARL", Assert.Single(e.Sources).Actor.Country);
        Assert.Empty(e.Targets);
        Assert.True(e.Judged > 0.5);
    }

    [Fact]
    public void WhatIsUnlikelyInEveryReadingIsDropped()
    {
        var (s, e) = Event();
        new EventJudge(For(s, e, _ => false)).Judge(s, e, Uniform, 1);
        Assert.True(e.Dropped);
    }

    [Fact]
    public void AMeasureHasOneReading()
    {
        var (_, e) = Event(measure: "border_closed");
        Assert.Single(EventReading.Of(e));
        Assert.True(EventReading.Of(Event().Event).Count > 1);
    }

    [Fact]
    public void NoReadingIsWithoutPartiesOrHasOneMentionOnBothSides()
    {
        foreach (var r in EventReading.Of(Event().Event))
        {
            Assert.NotEqual(0, r.Sources.Count + r.Targets.Count);
            Assert.DoesNotContain(r.Sources, r.Targets.Contains);
        }
    }

    [Fact]
    public void TheLastStageComesBackFromTheFileOfTheParties()
    {
        var (s, e) = Event();
        var model = For(s, e, r => r.Source == PartyChoice.Given);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            PartyModel.Build(new Dictionary<ulong, float>()).With(model).Save(path);
            var read = PartyModel.Load(path).Events;
            var features = new List<EventFeature>();
            foreach (var r in EventReading.Of(e))
            {
                EventFeatures.Read(s, e, r, Uniform, 1, features);
                Assert.Equal(model.Probability(features), read.Probability(features));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(new[] { 0.9, 0.75, 0.65 }, new[] { 0.9, 0.75 })]
    [InlineData(new[] { 0.3, 0.3, 0.28 }, new[] { 0.3, 0.3 })]
    [InlineData(new[] { 0.1 }, new double[0])]
    public void BesideWhatAReportTellsBestOnlyWhatIsWellLikelierRightIsTold(double[] found, double[] told)
    {
        var events = found.Select(Told).ToList();
        Telling.Keep(events, false, 0);
        Assert.Equal(told, events.Select(e => e.Confidence));
    }

    [Theory]
    [InlineData("CDR", true)]
    [InlineData("BRV", false)]
    public void WhatAMeasureAnswersIsToldWithIt(string doer, bool told)
    {
        var provocation = Told(0.3) with { Trigger = new Span(20, 25), Source = new EventParty(default, new ActorIdentity(doer, doer, [], doer)) };
        var measure = Told(0.9) with
        {
            Target = new EventParty(default, new ActorIdentity("CDR", "CDR", [], "CDR")),
            Measure = new MeasureDetail("ambassador_recalled", null) { Response = new MeasureResponse(new Span(10, 15), new Span(16, 40), null) },
        };
        List<EventMention> events = [measure, provocation];
        Telling.Keep(events, false, 0);
        Assert.Equal(told, events.Contains(provocation));
    }

    [Fact]
    public void LessMayBeAskedOfAReportThanIsToldUnasked()
    {
        List<EventMention> events = [Told(0.3)];
        Telling.Keep(events, dated: true, least: 0.25);
        Assert.Single(events);
    }

    [Theory]
    [InlineData(false, 0.3, true)]
    [InlineData(true, 0.3, false)]
    [InlineData(true, 0.65, true)]
    public void AReportOfAStreamMustTellItBetterThanATextThatSomebodyChose(bool dated, double confidence, bool told)
    {
        List<EventMention> events = [Told(confidence)];
        Telling.Keep(events, dated, 0);
        Assert.Equal(told, events.Count == 1);
    }

    [Theory]
    [InlineData("ARL", "BRV", 0.3, 0.35, true)]
    [InlineData("ARL", "ARL", 0.3, 0.35, false)]
    [InlineData("ARL", null, 0.3, 0.35, false)]
    [InlineData("ARL", "ARL", 0.8, 0.35, true)]
    [InlineData("ARL", "ARL", 0.3, 0.45, true)]
    public void WithinOneCountryADoubtfulActMustBeSurer(string source, string? target, double ofClass, double confidence, bool told)
    {
        List<EventMention> events =
        [
            Told(confidence) with
            {
                ClassConfidence = ofClass,
                Source = new EventParty(default, new ActorIdentity(source, source, [], source)),
                Target = target is null ? null : new EventParty(default, new ActorIdentity(target, target, [], target)),
            },
        ];
        Telling.Keep(events, false, 0);
        Assert.Equal(told, events.Count == 1);
    }

    [Fact]
    public void MoreMayBeAskedForButNeverLess() =>
        Gen.Select(Gen.Double[0.1, 1].List[0, 6], Gen.Double[0, 1], Gen.Bool).Sample((found, least, dated) =>
        {
            var all = found.Select(Told).ToList();
            var some = found.Select(Told).ToList();
            // Of a report's surest event less may be asked than is told unasked.
            Telling.Keep(all, dated, double.Epsilon);
            Telling.Keep(some, dated, least + double.Epsilon);
            Assert.Equal(all.Where(e => e.Confidence >= least).Select(e => e.Confidence), some.Select(e => e.Confidence));
        });

    private static EventMention Told(double confidence)
    {
        var code = FrameWorld.Knowledge.Frames.Cameo.Find("190")!;
        return new EventMention
        {
            Id = "e",
            Sentence = 0,
            SentenceSpan = default,
            Type = new EventType(code.Code, code.Label, null, code.Quad, code.Goldstein),
            Trigger = default,
            Status = EventStatus.Actual,
            Confidence = confidence,
            Frame = "test",
        };
    }

    private static float[] Uniform { get; } = [.. Enumerable.Repeat(1f / EventClasses.Count, EventClasses.Count)];

    // Holds the readings that are right for likely and the others for unlikely, by a feature that only the former have.
    private static EventModel For(ParsedSentence s, EventCandidate e, Func<EventReading, bool> right)
    {
        var keys = EventReading.Of(e).ToLookup(right, r =>
        {
            var features = new List<EventFeature>();
            EventFeatures.Read(s, e, r, Uniform, 1, features);
            return features.Select(f => f.Key).ToHashSet();
        });
        var others = keys[false].SelectMany(k => k).ToHashSet();
        ulong[] own = [.. keys[true].Select(k => k.First(x => !others.Contains(x))).Distinct()];
        TreeNode[] nodes = [.. own.Select((_, column) => new TreeNode(column, 0.5f, ~0, ~1))];
        return EventModel.Build(own, new TreeEnsemble(nodes, [0, 6, -4], [~2, .. own.Select((_, column) => column)]));
    }

    private static (ParsedSentence Sentence, EventCandidate Event) Event(string? measure = null)
    {
        var document = Tree.Parse(Attack, "2021-10-18");
        var s = document.Sentences[0];
        var mentions = MentionResolver.Resolve(document, FrameWorld.Knowledge);
        var e = new EventCandidate
        {
            Sentence = 0,
            Trigger = 1,
            Anchor = 1,
            TriggerSpan = s.Tokens[1].Span,
            Lemma = "attack",
            Frame = FrameWorld.Knowledge.Frames.Of(Demarche.Knowledge.Frames.WordClass.Verb, "attack")[0].Frame,
            FrameId = "test",
            Code = "190",
            BaseCode = "190",
            Measure = measure,
        };
        e.Sources.Add(mentions.At(0, 0)!);
        e.Targets.Add(mentions.At(0, 2)!);
        new PartyScorer(PartyModel.Build(new Dictionary<ulong, float>())).Assign(s, e, mentions);
        return (s, e);
    }
}
