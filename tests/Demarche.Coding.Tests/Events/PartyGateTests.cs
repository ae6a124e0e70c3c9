using Demarche.Coding.Events;
using Demarche.Knowledge;
using Demarche.Language;
using Xunit;

namespace Demarche.Coding.Tests.Events;

public sealed class PartyGateTests
{
    [Fact]
    public void ASceneDoesNotAct()
    {
        var s = Tree.Parse("Five/CD/2/nummod farmers/NNS/4/nsubj:pass were/VBD/4/aux:pass killed/VBN/0/root in/IN/6/case Borograd/NNP/4/obl ././4/punct").Sentences[0];
        var e = Killed(s, sources: [Mention(s, 5, scene: true)], targets: [Mention(s, 1, scene: false)]);
        PartyGate.Check(s, e);
        Assert.Empty(e.Sources);
        Assert.Single(e.Targets);
    }

    [Fact]
    public void TheSubjectOfAPassiveIsActedUpon()
    {
        var s = Tree.Parse("The/DT/2/det mayor/NN/4/nsubj:pass was/VBD/4/aux:pass stabbed/VBN/0/root ././4/punct").Sentences[0];
        var mayor = Mention(s, 1, scene: false);
        var e = Killed(s, sources: [mayor], targets: []);
        PartyGate.Check(s, e);
        Assert.Empty(e.Sources);
        Assert.Equal([mayor], e.Targets);
    }

    [Fact]
    public void NobodyIsTheTargetOfHisOwnAct()
    {
        var s = Tree.Parse("Orlan/NNP/4/nsubj never/RB/4/advmod then/RB/4/advmod accused/VBD/0/root him/PRP/4/obj ././4/punct").Sentences[0];
        var orlan = new ActorIdentity("Borovia", "BRV", [], "BRV") { Person = "Ivo Orlan" };
        var e = Killed(s, [new(0, 0, s.Tokens[0].Span, [orlan]) { Basis = "name" }], [new(0, 4, s.Tokens[4].Span, [orlan]) { Basis = "pronoun" }]);
        PartyGate.Check(s, e);
        Assert.Single(e.Sources);
        Assert.Empty(e.Targets);
    }

    private static ActorMention Mention(ParsedSentence s, int token, bool scene) =>
        new(0, token, s.Tokens[token].Span, [new ActorIdentity("Borovia", "BRV", [], "BRV")]) { Basis = "name", IsScene = scene };

    private static EventCandidate Killed(ParsedSentence s, ActorMention[] sources, ActorMention[] targets)
    {
        var e = new EventCandidate
        {
            Sentence = 0,
            Trigger = 3,
            Anchor = 3,
            TriggerSpan = s.Tokens[3].Span,
            Lemma = s.Tokens[3].Lemma,
            Frame = null,
            FrameId = "kill",
            Code = "190",
            BaseCode = "190",
        };
        e.Sources.AddRange(sources);
        e.Targets.AddRange(targets);
        return e;
    }
}
