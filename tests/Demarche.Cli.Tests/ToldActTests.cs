using Demarche.Cli.Reading;
using Demarche.Coding;
using Demarche.Language;
using Xunit;

namespace Demarche.Cli.Tests;

public sealed class ToldActTests
{
    private static readonly EventMention Template =
        new ScriptedEngines().Code(new Document("d", "Ruritania met Freedonia.")).Events[0];

    [Fact]
    public void What_is_mutual_is_told_once()
    {
        var act = Assert.Single(ToldAct.Of([Template, Template with { Source = Template.Target, Target = Template.Source }]));
        Assert.Equal(2, act.Events.Count);
        Assert.Equal(("Ruritania", "Freedonia"), (PeoplesWords.Who(act.Sources), PeoplesWords.Who(act.Targets)));
    }

    [Fact]
    public void Several_who_do_one_thing_are_named_together()
    {
        var other = Template.Source! with { Span = new Span(30, 38), Actor = Template.Source!.Actor with { Name = "Sylvania" } };
        var act = Assert.Single(ToldAct.Of([Template, Template with { Source = other }]));
        Assert.Equal("Ruritania and Sylvania consult with Freedonia", $"{PeoplesWords.Who(act.Sources)} {ActPhrases.Of(act.First, act.Sources.Count > 1)} {PeoplesWords.Who(act.Targets)}");
    }

    [Fact]
    public void Another_trigger_or_another_act_is_another_line()
    {
        var later = Template with { Trigger = new Span(40, 43) };
        var denied = Template with { Status = EventStatus.Denied };
        Assert.Equal(3, ToldAct.Of([Template, later, denied]).Count);
    }

    [Theory]
    [InlineData("161", "agreement_suspended", "suspend or leave an agreement with")]
    [InlineData("018", "ambassador_recalled", "recall their ambassador from")]
    [InlineData("113", null, "rally opposition to")]
    public void Several_take_the_plural(string code, string? measure, string words) =>
        Assert.Equal(words, ActPhrases.Of(
            Template with { Type = Template.Type with { Cameo = code }, Measure = measure is null ? null : new MeasureDetail(measure, null) }, several: true));

    [Theory]
    [InlineData("over spying", 4, "over “spying”")]
    [InlineData("in response to spying", 14, "answers “spying”")]
    public void A_reason_keeps_its_cue(string text, int cue, string words) =>
        Assert.Equal(words, PeoplesWords.Provocation(new MeasureResponse(new Span(0, cue), new Span(text.IndexOf("spying", StringComparison.Ordinal), text.Length), null), text));
}
