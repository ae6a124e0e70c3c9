using Demarche.Intake.Reprints;
using Demarche.Language;
using Xunit;

namespace Demarche.Intake.Tests;

public sealed class ReprintTests
{
    private const string Story =
        "Arvenia said on Monday that it would shut its mission to the Northern League, in answer to the League having sent away eight of its diplomats two weeks ago. "
        + "The foreign minister told reporters in the capital that the League had left his government no choice. Officials of the League said they regretted the step "
        + "and that the door to talks stayed open. Traders in Port Linden expect no change before the end of the year, and the price of grain hardly moved on the news.";

    private static Document Report(string id, string text, int day = 18) => new(id, text) { Date = new DateOnly(2021, 10, day) };

    [Fact]
    public void A_wire_story_in_other_papers_has_one_origin()
    {
        var detector = new ReprintDetector();
        Assert.False(detector.Add(Report("a", Story)).IsReprint);
        var reprint = detector.Add(Report("b", "PORT LINDEN (Wire) – " + Story + " The Lantern's own staff added to this report."));
        Assert.Equal((true, "a", null), (reprint.IsReprint, reprint.Origin, reprint.Supersedes));
        Assert.InRange(reprint.Similarity, 0.6, 1);
        Assert.Equal("a", detector.Add(Report("c", Story[..^110])).Origin);
    }

    [Fact]
    public void Another_story_and_the_same_words_months_later_are_origins()
    {
        var detector = new ReprintDetector();
        detector.Add(Report("a", Story));
        Assert.False(detector.Add(Report("b", "Borland and Arvenia signed an accord on fishing rights in the strait after three years of talks that nearly failed over quotas.")).IsReprint);
        Assert.False(detector.Add(new Document("c", Story) { Date = new DateOnly(2022, 3, 1) }).IsReprint);
    }

    [Fact]
    public void An_update_supersedes_the_version_before_it()
    {
        var detector = new ReprintDetector();
        detector.Add(Report("a", Story));
        var second = detector.Add(Report("b", Story.Replace("eight", "nine", StringComparison.Ordinal)) with { Title = "UPDATE 1-Arvenia shuts its mission" });
        var third = detector.Add(Report("c", "(Corrects number of diplomats) " + Story));
        Assert.Equal(("a", "a"), (second.Origin, second.Supersedes));
        Assert.Equal(("a", "b"), (third.Origin, third.Supersedes));
    }

    [Fact]
    public void The_same_document_again_is_no_reprint_of_itself()
    {
        var detector = new ReprintDetector();
        detector.Add(Report("a", Story));
        Assert.Equal((false, "a"), (detector.Add(Report("a", Story)).IsReprint, detector.Add(Report("a", Story)).Origin));
    }

    [Fact]
    public void A_later_run_goes_on_from_stored_signatures()
    {
        var first = new ReprintDetector();
        first.Add(Report("a", Story));
        var later = new ReprintDetector();
        later.Restore("a", "a", new DateOnly(2021, 10, 18), first.SignatureOf("a"));
        Assert.Equal("a", later.Add(Report("b", "PORT LINDEN (Wire) – " + Story)).Origin);
        Assert.Null(later.SignatureOf("unknown"));
        Assert.Throws<ArgumentException>(() => later.Restore("c", "c", null, new byte[3]));
    }
}
