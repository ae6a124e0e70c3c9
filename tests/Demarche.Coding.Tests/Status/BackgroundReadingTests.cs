using Demarche.Coding.Status;
using Xunit;

namespace Demarche.Coding.Tests;

public sealed class BackgroundReadingTests
{
    private static string? Of(string tree, string trigger)
    {
        var s = Tree.Parse(tree).Sentences[0];
        for (var t = 0; t < s.Count; t++)
            if (s.Form(t).SequenceEqual(trigger)) return BackgroundReading.Of(s, t, null, new DateOnly(2021, 10, 18));
        throw new ArgumentException(trigger);
    }

    [Fact]
    public void PastPerfectIsBackground()
    {
        var s = Tree.Parse("Arland/NNP/3/nsubj have/VBD/3/aux expelled/VBN/0/root envoys/NNS/3/obj ././3/punct").Sentences[0];
        Assert.NotNull(BackgroundReading.Of(s, 2, null, new DateOnly(2021, 10, 18)));
    }

    [Fact]
    public void OldDateIsBackgroundAndTodaysIsNot()
    {
        var s = Tree.Parse("Arland/NNP/2/nsubj expelled/VBD/0/root envoys/NNS/2/obj ././2/punct").Sentences[0];
        var today = new DateOnly(2021, 10, 18);
        Assert.Equal("2014", BackgroundReading.Of(s, 1, new EventDate(null, new DateOnly(2014, 1, 1), DateBasis.Stated, DatePrecision.Year, "2014"), today));
        Assert.Null(BackgroundReading.Of(s, 1, new EventDate(null, today, DateBasis.Relative, DatePrecision.Day, "2021-10-18"), today));
    }

    [Fact]
    public void WhatCameBeforeIsBackground() => Assert.Equal("after", Of(
        "Arland/NNP/2/nsubj recalls/VBZ/0/root its/PRP$/4/nmod:poss envoy/NN/2/obj after/IN/7/mark Borovia/NNP/7/nsubj insulted/VBD/2/advcl him/PRP/7/obj ././2/punct", "insulted"));

    [Fact]
    public void HowTheHarmCameAboutIsTheNews() => Assert.Null(Of(
        "Two/CD/2/nummod guards/NNS/4/nsubj:pass are/VBP/4/aux:pass kill/VBN/0/root after/IN/7/mark gunmen/NNS/7/nsubj attack/VBP/4/advcl a/DT/9/det post/NN/7/obj ././4/punct", "attack"));

    [Fact]
    public void WhatIsAnsweredIsBackground() => Assert.NotNull(Of(
        "Arland/NNP/2/nsubj fires/VBZ/0/root in/IN/4/case response/NN/2/obl to/IN/6/case attacks/NNS/4/nmod ././2/punct", "attacks"));

    [Fact]
    public void TheDeedSomebodyIsJailedForIsBackground() => Assert.NotNull(Of(
        "A/DT/2/det man/NN/4/nsubj:pass is/VBZ/4/aux:pass jail/VBN/0/root for/IN/6/mark aiding/VBG/4/advcl rebels/NNS/6/obj ././4/punct", "aiding"));

    [Fact]
    public void ThePastOfARelativeClauseLiesBeforeNewsToldInThePresent()
    {
        Assert.NotNull(Of("Arland/NNP/5/nsubj who/WP/3/nsubj helped/VBD/1/acl:relcl Sundar/NNP/3/obj signs/VBZ/0/root ././5/punct", "helped"));
        Assert.Null(Of("Arland/NNP/5/nsubj who/WP/3/nsubj helped/VBD/1/acl:relcl Sundar/NNP/3/obj signed/VBD/0/root ././5/punct", "helped"));
    }

    [Fact]
    public void ThoseDetainedAreKnown() => Assert.NotNull(Of(
        "Arland/NNP/2/nsubj frees/VBZ/0/root journalists/NNS/2/obj detained/VBN/3/acl by/IN/6/case police/NNS/4/obl ././2/punct", "detained"));
}
