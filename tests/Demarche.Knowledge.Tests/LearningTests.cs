using Demarche.Knowledge.Learning;
using Demarche.Knowledge.Text;
using Xunit;

namespace Demarche.Knowledge.Tests;

public sealed class LearningTests
{
    private const string World = """
        state XXA "Examplia"
          adjectives: Examplian
        state XXB "Otherland"
          adjectives: Otherlandic
        office president "president"
          titles: president
          sectors: GOV
          holders: one
        office foreign-minister "foreign minister"
          titles: foreign minister | minister of foreign affairs
          sectors: GOV
          holders: one
        person ada-orm "Ada Orm"
          names: Ada Orm
          country: XXA
          role XXA president 2001..2009
        """;

    private static readonly DateOnly Day = new(2005, 3, 1);

    private readonly KnowledgeBase _knowledge = KnowledgeBase.FromSources([Sources.File(World)]);

    [Theory]
    [InlineData("Examplian foreign minister Bo Tarn left for talks.", "Bo Tarn")]
    [InlineData("Examplia's acting foreign minister, it is said, met Foreign Minister Bo Tarn of Examplia.", "Bo Tarn")]
    [InlineData("The Examplian Foreign Minister Dr. Bo van der Tarn-Ilk's car was seen.", "Bo van der Tarn-Ilk")]
    [InlineData("Examplian Minister of Foreign Affairs Sami al-Tarn resigned.", "Sami al-Tarn")]
    public void AHolderIsReadFromPlainText(string text, string name)
    {
        var proposal = Assert.Single(Learn((text, Day)));
        Assert.Equal((ProposalKind.Person, name), (proposal.Kind, proposal.Candidate.Name));
        Assert.Equal("foreign-minister", _knowledge.Actors.Office(proposal.Candidate.Office).Id);
    }

    [Theory]
    [InlineData("Examplian President Ada Orm spoke.")]
    [InlineData("Former Examplian foreign ministers met in May.")]
    [InlineData("The foreign minister Bo Tarn spoke.")]
    [InlineData("Examplian foreign minister resigned. Bo Tarn follows.")]
    public void NothingIsProposedWhereItIsKnownOrNotSaid(string text) => Assert.Empty(Learn((text, Day)));

    [Fact]
    public void OneWhoIsNamedInAnothersTermIsNotProposed()
    {
        var learner = new ActorLearner(_knowledge.Actors);
        learner.Read("d1", "Examplian President Bo Tarn died.", Day);
        Assert.Empty(learner.Proposals(1));
        Assert.Equal(1, learner.Contested);
    }

    [Fact]
    public void AnotherWritingOfTheHoldersNameIsAName()
    {
        var proposal = Assert.Single(Learn(("Examplian President Ada Maria Orm spoke.", Day)));
        Assert.Equal(ProposalKind.Name, proposal.Kind);
        Assert.Equal("ada-orm", proposal.Person?.Id);
    }

    [Fact]
    public void AKnownPersonInANewOfficeIsARole()
    {
        var proposal = Assert.Single(Learn(("Examplian foreign minister Ada Orm spoke.", new DateOnly(2012, 1, 1))));
        Assert.Equal(ProposalKind.Role, proposal.Kind);
    }

    [Fact]
    public void RareCandidatesWait()
    {
        var learner = Read(("Otherlandic president Bo Tarn spoke.", Day), ("Otherlandic president Bo Tarn flew.", Day.AddDays(9)));
        Assert.Empty(learner.Proposals(3));
        var c = Assert.Single(learner.Proposals(2)).Candidate;
        Assert.Equal((2, Day.DayNumber, Day.DayNumber + 9), (c.Count, c.First, c.Last));
        Assert.Equal(["d0", "d1"], c.Evidence);
    }

    [Fact]
    public void WhatIsWrittenCanBeLaidOverTheKnowledge()
    {
        var learner = Read(("Otherlandic president Bo Tarn spoke.", Day), ("Examplian President Ada Maria Orm spoke.", Day));
        var text = ProposalWriter.Write(learner.Proposals(1), _knowledge.Actors);
        Assert.Contains("role XXB president 2005-03-01..2005-03-02", text);
        Assert.Contains("see d0", text);
        var diagnostics = Sources.Check(World, text);
        Assert.Equal(["KN022"], diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Code).Distinct());
    }

    private ActorLearner Read(params (string Text, DateOnly Date)[] documents)
    {
        var learner = new ActorLearner(_knowledge.Actors);
        for (var i = 0; i < documents.Length; i++) learner.Read($"d{i}", documents[i].Text, documents[i].Date);
        return learner;
    }

    private IReadOnlyList<Proposal> Learn(params (string Text, DateOnly Date)[] documents) => Read(documents).Proposals(1);
}
