using System.IO.Compression;
using System.Text;
using Xunit;

namespace Demarche.Intake.Tests;

public sealed class HtmlReaderTests : IDisposable
{
    internal const string Page = """
        <!DOCTYPE html><html lang="en-GB"><head><title>Arvenia shuts its mission - The Lantern</title>
        <meta property="og:site_name" content="The Lantern"><link rel="canonical" href="https://lantern.test/world/arvenia">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Arvenia shuts its mission","datePublished":"2021-10-18T09:12:00+02:00","author":[{"@type":"Person","name":"Mara Quill"}]}</script>
        </head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
        <div class="cookie-consent"><p>We value your privacy. Accept all cookies to go on reading this page today.</p></div>
        <article><h1>Arvenia shuts its mission</h1><p class="byline">By Mara Quill</p>
        <p>Arvenia said on Monday that it would shut its mission to the Northern League, in answer to the League having sent away eight of its diplomats two weeks ago from its seat in Port Linden.</p>
        <figure><img src="a.jpg"><figcaption>The mission's building in Port Linden, seen last winter in the snow.</figcaption></figure>
        <p>The foreign minister told reporters that the League had left his government no choice, and that its staff would be home before the first of November, whatever was said in the capital.</p>
        <div class="related-links"><h3>Related</h3><ul><li><a href="/x">League expels eight envoys from Arvenia</a></li></ul></div>
        <p>Officials of the League said they regretted the step, and that the door to talks stayed open for both sides, as it had been throughout a long and difficult year for everybody.</p>
        <p><a href="/n">Sign up for our newsletter</a></p></article>
        <div class="author-bio"><p>Mara Quill writes about the North from Port Linden and has done so for twenty years.</p></div>
        <footer><p>Copyright The Lantern. All rights reserved.</p></footer></body></html>
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Furniture_stays_out_and_the_facts_are_read()
    {
        _folder.Write("a.html", Page);
        var read = Assert.IsType<IntakeDocument>(Assert.Single(_folder.Read()));
        var paragraphs = read.Document.Text.Split("\n\n");
        Assert.Equal(3, paragraphs.Length);
        Assert.StartsWith("Arvenia said on Monday", paragraphs[0], StringComparison.Ordinal);
        Assert.EndsWith("for everybody.", paragraphs[2], StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2021, 10, 18), read.Document.Date);
        Assert.Equal(DateBasis.StructuredData, read.DateBasis);
        Assert.Equal(("Arvenia shuts its mission", "The Lantern", "Mara Quill"), (read.Document.Title, read.Document.Publisher, read.Author));
        Assert.Equal(("https://lantern.test/world/arvenia", "en"), (read.Document.Url, read.Document.Language));
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2020-03-04T01:00:00Z'>", "", "2020-03-04", DateBasis.Meta)]
    [InlineData("", "<time datetime='2020-03-05'>today</time>", "2020-03-05", DateBasis.Page)]
    [InlineData("", "<span class='post-date'>Published 6 March 2020</span>", "2020-03-06", DateBasis.Page)]
    [InlineData("", "<div>By Mara Quill</div><div>8 MAR 2020</div>", "2020-03-08", DateBasis.Page)]
    [InlineData("", "<div>[2020-03-09 15:24]</div>", "2020-03-09", DateBasis.Page)]
    [InlineData("<link rel='canonical' href='https://a.test/2020/03/07/story'>", "", "2020-03-07", DateBasis.Url)]
    public void Dates_have_their_basis(string head, string body, string date, DateBasis basis)
    {
        var start = Page.IndexOf("<script", StringComparison.Ordinal);
        var end = Page.IndexOf("</script>", StringComparison.Ordinal);
        var page = Page.Remove(start, end - start).Replace("<link rel=\"canonical\" href=\"https://lantern.test/world/arvenia\">", head, StringComparison.Ordinal)
            .Replace("</h1>", "</h1>" + body, StringComparison.Ordinal);
        _folder.Write("a.html", page);
        var read = Assert.IsType<IntakeDocument>(Assert.Single(_folder.Read()));
        Assert.Equal((DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), basis), (read.Document.Date, read.DateBasis));
    }

    [Theory]
    [InlineData("Monday the army took the town without a shot.")]
    [InlineData("Loading the guns took an hour, said a gunner.")]
    [InlineData("Sponsored by Borland, the talks went on for a week.")]
    [InlineData("By Monday the army had taken the town.")]
    public void Sentences_that_begin_like_furniture_stay(string sentence)
    {
        _folder.Write("a.html", Page.Replace("<p>Arvenia said", $"<p>{sentence}</p><p>Arvenia said", StringComparison.Ordinal));
        Assert.Contains(sentence, ((IntakeDocument)_folder.Read()[0]).Document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_of_a_live_blog_have_their_own_dates()
    {
        var updates = "\"liveBlogUpdate\":[{\"headline\":\"One\",\"articleBody\":\"The envoy left.\",\"datePublished\":\"2021-10-17T23:00:00Z\"},{\"articleBody\":\"The envoy came back.\",\"datePublished\":\"2021-10-18T07:00:00Z\"}],";
        _folder.Write("a.html", Page.Replace("\"headline\":", updates + "\"headline\":", StringComparison.Ordinal));
        var entries = _folder.Read().Cast<IntakeDocument>().ToList();
        Assert.Equal([new DateOnly(2021, 10, 17), new DateOnly(2021, 10, 18)], entries.Select(e => e.Document.Date!.Value));
        Assert.Single(_folder.Read(new IntakeOptions { SplitLiveBlogs = false }));
    }

    [Fact]
    public void Pages_in_gzip_and_zip_are_read_and_their_charset_honoured()
    {
        var latin = Encoding.Latin1.GetBytes(Page.Replace("<head>", "<head><meta charset=iso-8859-1>", StringComparison.Ordinal).Replace("envoys", "envoyés", StringComparison.Ordinal).Replace("whatever", "naïvely", StringComparison.Ordinal));
        _folder.Write("a.html.gz", Gzip(latin));
        _folder.Write("b.zip", Zip(("x/one.html", latin), ("../two.txt", "Escaped."u8.ToArray()), ("three.txt", "Inside."u8.ToArray())));
        var results = _folder.Read();
        Assert.Equal(4, results.Count);
        Assert.Contains("naïvely", ((IntakeDocument)results[0]).Document.Text, StringComparison.Ordinal);
        Assert.Equal(("escaping-path", IntakeFailure.Refused), results.OfType<IntakeProblem>().Select(p => (p.Name, p.Kind)).Single());
        Assert.EndsWith("b.zip!/x/one.html", ((IntakeDocument)results[3]).Input, StringComparison.Ordinal);
    }

    [Fact]
    public void Bombs_and_nests_and_torn_archives_are_named()
    {
        _folder.Write("a.txt.gz", Gzip(new byte[64 << 20]));
        var nest = "Deep."u8.ToArray();
        for (var i = 0; i < 6; i++) nest = Zip(("inner.zip", nest));
        _folder.Write("b.zip", nest);
        _folder.Write("c.txt.gz", Gzip(Encoding.UTF8.GetBytes(new string('x', 9999)))[..12]);
        var names = _folder.Read(new IntakeOptions { From = "text", Limits = new IntakeLimits { DocumentBytes = 1 << 30 } }).Cast<IntakeProblem>().Select(p => p.Name).ToList();
        Assert.Equal("decompression-bomb", names[0]);
        Assert.Equal("nested-too-deep", names[1]);
        Assert.Equal(3, names.Count);
    }

    internal static byte[] Gzip(byte[] bytes)
    {
        using var to = new MemoryStream();
        using (var gzip = new GZipStream(to, CompressionLevel.SmallestSize)) gzip.Write(bytes);
        return to.ToArray();
    }

    internal static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, true))
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }

        return to.ToArray();
    }
}
