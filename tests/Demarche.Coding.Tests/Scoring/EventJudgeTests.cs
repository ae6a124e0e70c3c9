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
        new EventJudge(EventModel.Build(new Dictionary<ulong, float>())).Judge(s, e, Uniform, 1);
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
    [InlineData(new[] { 0.9, 0.65, 0.55 }, new[] { 0.9, 0.65 })]
    [InlineData(new[] { 0.3, 0.3, 0.28 }, new[] { 0.3, 0.3 })]
    [InlineData(new[] { 0.2 }, new double[0])]
    public void BesideWhatAReportTellsBestOnlyWhatIsWellLikelierRightIsTold(double[] found, double[] told)
    {
        var events = found.Select(Told).ToList();
        Telling.Keep(events, 0);
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
        Telling.Keep(events, 0);
        Assert.Equal(told, events.Contains(provocation));
    }

    [Fact]
    public void MoreMayBeAskedForButNeverLess() =>
        Gen.Select(Gen.Double[0.1, 1].List[0, 6], Gen.Double[0, 1]).Sample((found, least) =>
        {
            var all = found.Select(Told).ToList();
            var some = found.Select(Told).ToList();
            Telling.Keep(all, 0);
            Telling.Keep(some, least);
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

    // Speaks for the readings that are right and against the others.
    private static EventModel For(ParsedSentence s, EventCandidate e, Func<EventReading, bool> right)
    {
        var weights = new Dictionary<ulong, float>();
        var features = new List<EventFeature>();
        for (var round = 0; round < 40; round++)
        {
            foreach (var r in EventReading.Of(e))
            {
                EventFeatures.Read(s, e, r, Uniform, 1, features);
                var error = (float)EventModel.Build(weights).Probability(features) - (right(r) ? 1 : 0);
                foreach (var f in features) weights[f.Key] = weights.GetValueOrDefault(f.Key) - 0.3f * error * f.Value;
            }
        }
        return EventModel.Build(weights);
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
