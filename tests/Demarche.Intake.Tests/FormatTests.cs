using System.Text;
using Parquet.Serialization;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Xunit;

namespace Demarche.Intake.Tests;

public sealed class FormatTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private IntakeDocument One() => Assert.IsType<IntakeDocument>(Assert.Single(_folder.Read()));

    [Fact]
    public void Markdown_gives_its_heading_and_front_matter()
    {
        _folder.Write("a.md", "---\ntitle: Envoys go home\ndate: 2022-05-04\nauthor: Mara Quill\n---\n\nArvenia *recalled* its [envoy](https://a.test).\n\n- One item\n");
        var read = One();
        Assert.Equal("Arvenia recalled its envoy.\n\nOne item", read.Document.Text);
        Assert.Equal(("Envoys go home", new DateOnly(2022, 5, 4), "Mara Quill"), (read.Document.Title, read.Document.Date!.Value, read.Author));
    }

    [Fact]
    public void Pdf_lines_become_paragraphs()
    {
        _folder.Write("a.pdf", Pdf("Arvenia said that it would shut its mis-", "sion to the Northern League in Port Linden."));
        Assert.Contains("shut its mission to the Northern League", One().Document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Mail_gives_subject_date_and_sender()
    {
        _folder.Write("a.eml", Mail);
        var read = One();
        Assert.Equal(("Envoys go home", new DateOnly(2022, 5, 4), "Mara Quill"), (read.Document.Title, read.Document.Date!.Value, read.Author));
        Assert.Contains("recalled its envoy", read.Document.Text, StringComparison.Ordinal);
        Assert.Equal("one@lantern.test", read.Document.Id);
    }

    [Fact]
    public void A_mailbox_gives_each_message()
    {
        _folder.Write("a.mbox", $"From mara@lantern.test Wed May  4 10:00:00 2022\n{Mail}\n\nFrom mara@lantern.test Thu May  5 10:00:00 2022\n{Mail.Replace("one@", "two@", StringComparison.Ordinal)}\n");
        Assert.Equal(["one@lantern.test", "two@lantern.test"], _folder.Read().Cast<IntakeDocument>().Select(d => d.Document.Id));
    }

    [Fact]
    public void A_web_archive_gives_the_pages_answered_with_200()
    {
        var warc = Warc("https://lantern.test/a", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + HtmlReaderTests.Page)
            .Concat(Warc("https://lantern.test/b", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html>gone</html>"))
            .Concat(Warc("https://lantern.test/c.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nxx")).ToArray();
        _folder.Write("a.warc.gz", HtmlReaderTests.Gzip(warc));
        var read = One();
        Assert.StartsWith("Arvenia said on Monday", read.Document.Text, StringComparison.Ordinal);
        Assert.EndsWith("a.warc.gz!/https://lantern.test/a", read.Input, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_are_read_by_their_columns_names()
    {
        _folder.Write("a.csv", "id,date,headline,body\n1,2022-05-04,\"Envoys, again\",\"Arvenia recalled\nits envoy.\"\n2,soon,x,Text.\n3,,y,More text.\n");
        var results = _folder.Read();
        Assert.Equal(("1", "Envoys, again", "Arvenia recalled\nits envoy."), results.Take(1).Cast<IntakeDocument>().Select(d => (d.Document.Id, d.Document.Title, d.Document.Text)).Single());
        Assert.Equal("invalid-date", ((IntakeProblem)results[1]).Name);
        Assert.Equal("3", ((IntakeDocument)results[2]).Document.Id);
    }

    [Fact]
    public void Columns_are_mapped()
    {
        _folder.Write("a.tsv", "nr\twords\n7\tArvenia recalled its envoy.\n");
        var options = new IntakeOptions { From = "csv", Columns = new ColumnMapping { Id = "nr", Text = "words" } };
        Assert.Equal("7", Assert.IsType<IntakeDocument>(Assert.Single(_folder.Read(options))).Document.Id);
    }

    [Fact]
    public async Task Parquet_tables_are_read()
    {
        using var to = new MemoryStream();
        await ParquetSerializer.SerializeAsync([new Row { id = 4, text = "Arvenia recalled its envoy.", date = "2022-05-04" }, new Row { id = 5, text = "It came back." }], to, cancellationToken: TestContext.Current.CancellationToken);
        _folder.Write("a.parquet", to.ToArray());
        var results = _folder.Read();
        Assert.Empty(results.OfType<IntakeProblem>());
        var read = results.Cast<IntakeDocument>().ToList();
        Assert.Equal(["4", "5"], read.Select(d => d.Document.Id));
        Assert.Equal(new DateOnly(2022, 5, 4), read[0].Document.Date);
    }

    [Fact]
    public void Petrarch_sentences_keep_their_marks()
    {
        _folder.Write("a.xml", "<Sentences><Sentence date=\"20080804\" id=\"S-1\" source=\"AFP\" sentence=\"True\"><Text>\nArvenia recalled its envoy.\n</Text><Parse>(ROOT x)</Parse></Sentence></Sentences>");
        var read = One();
        Assert.Equal(("S-1", "AFP", new DateOnly(2008, 8, 4)), (read.Document.Id, read.Document.Publisher, read.Document.Date!.Value));
        Assert.Equal("Arvenia recalled its envoy.", Assert.Single(read.Sentences!).Quote(read.Document.Text));
    }

    [Fact]
    public void Entities_of_xml_are_refused()
    {
        _folder.Write("a.xml", "<!DOCTYPE Sentences [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Sentences><Sentence><Text>&x;</Text></Sentence></Sentences>");
        var problem = Assert.IsType<IntakeProblem>(Assert.Single(_folder.Read()));
        Assert.Equal(("xml-entities", IntakeFailure.Refused), (problem.Name, problem.Kind));
    }

    [Theory]
    [InlineData("<rss version=\"2.0\"><channel><title>Lantern</title><item><guid>g1</guid><title>Envoys</title><link>https://lantern.test/1</link><pubDate>Wed, 04 May 2022 10:00:00 GMT</pubDate><description>&lt;p&gt;Arvenia recalled its envoy.&lt;/p&gt;</description></item></channel></rss>")]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Lantern</title><id>f</id><updated>2022-05-04T10:00:00Z</updated><entry><id>g1</id><title>Envoys</title><link href=\"https://lantern.test/1\"/><published>2022-05-04T10:00:00Z</published><updated>2022-05-04T10:00:00Z</updated><content type=\"html\">&lt;p&gt;Arvenia recalled its envoy.&lt;/p&gt;</content></entry></feed>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Lantern\",\"items\":[{\"id\":\"g1\",\"url\":\"https://lantern.test/1\",\"title\":\"Envoys\",\"content_html\":\"<p>Arvenia recalled its envoy.</p>\",\"date_published\":\"2022-05-04T10:00:00Z\"}]}")]
    public void Saved_feeds_give_their_items(string feed)
    {
        _folder.Write("feed", feed);
        var d = One().Document;
        Assert.Equal(("g1", "Envoys", "Arvenia recalled its envoy.", "Lantern"), (d.Id, d.Title, d.Text, d.Publisher));
        Assert.Equal((new DateOnly(2022, 5, 4), "https://lantern.test/1"), (d.Date!.Value, d.Url));
    }

    [Fact]
    public void What_is_not_English_is_skipped_with_its_language()
    {
        _folder.Write("a.txt", "Die Regierung in der Hauptstadt hat am Montag mitgeteilt, dass sie die Vertretung bei dem Bund schließen und die Beamten nach Hause rufen wird, weil der Bund im Herbst acht von ihnen ausgewiesen hat.");
        _folder.Write("b.txt", "Правительство объявило о закрытии представительства.");
        _folder.Write("c.txt", "The government said on Monday that it would close the mission and that it had called its people home for the winter.");
        var results = _folder.Read();
        Assert.Equal(["de", "ru"], results.OfType<IntakeSkipped>().Select(s => s.Language));
        Assert.Equal("en", results.OfType<IntakeDocument>().Single().Document.Language);
    }

    internal const string Mail = "Message-ID: <one@lantern.test>\nFrom: Mara Quill <mara@lantern.test>\nTo: desk@lantern.test\nSubject: Envoys go home\nDate: Wed, 04 May 2022 10:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\nArvenia recalled its envoy.\n";

    internal static byte[] Pdf(params string[] lines)
    {
        using var builder = new PdfDocumentBuilder();
        var page = builder.AddPage(595, 842);
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var i = 0; i < lines.Length; i++) page.AddText(lines[i], 11, new PdfPoint(60, 780 - (14 * i)), font);
        return builder.Build();
    }

    internal static byte[] Warc(string address, string http)
    {
        var body = Encoding.UTF8.GetBytes(http);
        return [.. Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {body.Length}\r\n\r\n"), .. body, .. "\r\n\r\n"u8];
    }

    internal sealed class Row
    {
        public int id { get; set; }

        public string? text { get; set; }

        public string? date { get; set; }
    }
}
