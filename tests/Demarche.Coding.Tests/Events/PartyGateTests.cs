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

    [Fact]
    public void APassiveNamesItsSourceInARaidButNotInAPlace()
    {
        var s = Tree.Parse("Five/CD/2/nummod farmers/NNS/4/nsubj:pass were/VBD/4/aux:pass killed/VBN/0/root in/IN/7/case Cadrian/JJ/7/amod raids/NNS/4/obl near/IN/9/case Borograd/NNP/7/nmod ././4/punct").Sentences[0];
        var cadria = Mention(s, 5, scene: false);
        var e = Killed(s, sources: [cadria, Mention(s, 8, scene: true)], targets: []);
        PartyGate.Check(s, e);
        Assert.Equal([cadria], e.Sources);
    }

    [Fact]
    public void WhoOnlyTellsOfItIsNoParty()
    {
        var s = Tree.Parse("Five/CD/2/nummod farmers/NNS/4/nsubj:pass were/VBD/4/aux:pass killed/VBN/0/root according/VBG/7/case to/IN/5/fixed police/NNS/4/obl ././4/punct").Sentences[0];
        var e = Killed(s, sources: [Mention(s, 6, scene: false)], targets: [Mention(s, 1, scene: false)]);
        PartyGate.Check(s, e);
        Assert.Empty(e.Sources);
    }

    [Fact]
    public void ACountryIsNotTheTargetOfItsOwnPeoplesWords()
    {
        var s = Tree.Parse("Orlan/NNP/2/nsubj threatened/VBD/0/root strikes/NNS/2/obj in/IN/5/case Borovia/NNP/3/nmod ././2/punct").Sentences[0];
        var orlan = new ActorIdentity("Borovia", "BRV", ["GOV"], "BRVGOV") { Person = "Ivo Orlan" };
        var e = Killed(s, [new(0, 0, s.Tokens[0].Span, [orlan]) { Basis = "name", IsHuman = true }], [Mention(s, 4, scene: false)], "130");
        PartyGate.Check(s, e);
        Assert.Empty(e.Targets);
        Assert.Single(e.Sources);
    }

    [Fact]
    public void AVerbWithASubjectOfItsOwnHasNoOtherSource()
    {
        var s = Tree.Parse("A/DT/3/det car/NN/3/compound bomb/NN/4/nsubj killed/VBD/0/root two/CD/6/nummod farmers/NNS/4/obj ,/,/4/punct Borovia/NNP/9/nsubj said/VBD/4/parataxis ././4/punct").Sentences[0];
        var e = Killed(s, sources: [Mention(s, 7, scene: false)], targets: [Mention(s, 5, scene: false)]);
        PartyGate.Check(s, e);
        Assert.Empty(e.Sources);
    }

    private static ActorMention Mention(ParsedSentence s, int token, bool scene) =>
        new(0, token, s.Tokens[token].Span, [new ActorIdentity("Borovia", "BRV", [], "BRV")]) { Basis = "name", IsScene = scene };

    private static EventCandidate Killed(ParsedSentence s, ActorMention[] sources, ActorMention[] targets, string code = "190")
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
            Code = code,
            BaseCode = code,
        };
        e.Sources.AddRange(sources);
        e.Targets.AddRange(targets);
        return e;
    }
}
