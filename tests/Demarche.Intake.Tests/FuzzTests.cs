using System.Text;
using CsCheck;
using Xunit;

namespace Demarche.Intake.Tests;

/// <summary>
/// Damaged inputs of every kind: whatever comes, reading ends, in documents or named problems. DEMARCHE_FUZZ sets the number of
/// inputs a reader, and DEMARCHE_FUZZ_KIND picks one reader.
/// </summary>
public sealed class FuzzTests
{
    private static readonly Dictionary<string, byte[]> Seeds = new()
    {
        ["text"] = "Arvenia – said café.\n"u8.ToArray(),
        ["jsonl"] = "{\"id\":\"a\",\"date\":\"2021-10-18\",\"text\":\"Arvenia said \\u00e9.\"}\n{\"text\":\"B\",\"url\":\"x\"}\n"u8.ToArray(),
        ["json"] = "[{\"_id\":{\"$oid\":\"5\"},\"content\":\"One.\",\"date\":{\"$date\":{\"$numberLong\":\"1393718400000\"}}},{\"text\":\"Two\"}]"u8.ToArray(),
        ["html"] = Encoding.UTF8.GetBytes(HtmlReaderTests.Page),
        ["gzip"] = HtmlReaderTests.Gzip("{\"text\":\"Zipped.\"}"u8.ToArray()),
        ["zip"] = HtmlReaderTests.Zip(("a.txt", "Inside."u8.ToArray()), ("b.jsonl", "{\"text\":\"In.\"}"u8.ToArray())),
        ["warc"] = FormatTests.Warc("https://lantern.test/a", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n1a\r\n<html><p>Arvenia.</p></html>\r\n0\r\n\r\n"),
        ["markdown"] = "---\ntitle: x\ndate: 2021-01-01\n---\n# Head\n\n> quote\n\n- a\n  - b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"u8.ToArray(),
        ["pdf"] = FormatTests.Pdf("Arvenia said that it would", "shut its mission."),
        ["eml"] = Encoding.UTF8.GetBytes("MIME-Version: 1.0\nSubject: =?utf-8?Q?Caf=C3=A9?=\nFrom: a@b.test\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>Arvenia.</p>\n--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\nContent-Transfer-Encoding: base64\n\nSGVsbG8=\n--x--\n"),
        ["mbox"] = Encoding.UTF8.GetBytes($"From a@b Wed May  4 10:00:00 2022\n{FormatTests.Mail}\nFrom a@b Wed May  4 10:00:00 2022\n{FormatTests.Mail}"),
        ["csv"] = "id,date,text\n1,2021-10-18,\"Arvenia, \"\"said\"\"\"\n2,,x\n"u8.ToArray(),
        ["parquet"] = Parquet(),
        ["petrarch"] = "<?xml version=\"1.0\"?><Sentences><Sentence date=\"20080804\" id=\"S-1\" source=\"AFP\" sentence=\"True\"><Text>Arvenia.</Text></Sentence></Sentences>"u8.ToArray(),
        ["feed"] = "<rss version=\"2.0\"><channel><title>L</title><item><title>E</title><link>https://l.test/1</link><pubDate>Wed, 04 May 2022 10:00:00 GMT</pubDate><description>&lt;p&gt;A.&lt;/p&gt;</description></item></channel></rss>"u8.ToArray(),
    };

    public static TheoryData<string> Kinds => [.. Seeds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_damaged_input_ends_otherwise_than_in_results(string kind)
    {
        if (Environment.GetEnvironmentVariable("DEMARCHE_FUZZ_KIND") is { Length: > 0 } only && only != kind) return;
        var count = int.Parse(Environment.GetEnvironmentVariable("DEMARCHE_FUZZ") ?? "150", System.Globalization.CultureInfo.InvariantCulture);
        var limits = new IntakeLimits { DocumentBytes = 1 << 20 };
        var options = new IntakeOptions { From = kind, Limits = limits };
        var recognised = new IntakeOptions { Limits = limits };
        var intake = new DocumentIntake();
        Damaged(Seeds[kind]).Sample(
            bytes =>
            {
                Consume(intake.Read(["-"], options, new MemoryStream(bytes)));
                // Addresses that the damage may have made are not for this test to fetch.
                if (!bytes.AsSpan().StartsWith("http"u8)) Consume(intake.Read(["-"], recognised, new MemoryStream(bytes)));
            },
            iter: count,
            threads: 1);
        var used = Environment.WorkingSet >> 20;
        Assert.True(used < 1024, $"{used} MB in use");
    }

    private static void Consume(IEnumerable<IntakeResult> results)
    {
        foreach (var result in results)
        {
            Assert.NotNull(result);
            if (result is IntakeDocument d) Assert.NotEmpty(d.Document.Text);
        }
    }

    /// <summary>The seed with bytes changed, cut out, doubled, or strewn with what parsers trip over.</summary>
    private static Gen<byte[]> Damaged(byte[] seed)
    {
        var at = Gen.Int[0, Math.Max(0, seed.Length - 1)];
        var change = Gen.Select(at, Gen.Byte, (i, b) => (Action<List<byte>>)(l => { if (i < l.Count) l[i] = b; }));
        var cut = Gen.Select(at, Gen.Int[1, 64], (i, n) => (Action<List<byte>>)(l => { if (i < l.Count) l.RemoveRange(i, Math.Min(n, l.Count - i)); }));
        var doubled = Gen.Select(at, Gen.Int[1, 64], (i, n) => (Action<List<byte>>)(l => { if (i < l.Count) l.InsertRange(i, l.GetRange(i, Math.Min(n, l.Count - i))); }));
        var strewn = Gen.Select(at, Gen.OneOf(new[] { "\0", "\r\n\r\n", "<![CDATA[", "<!DOCTYPE", "&#xD800;", "\\ud800", "{{{{", "[[[[", "\"", "<b><i><a>", "--x", "From ", "\u00ff\u00fe", "99999999999", "-1" }.Select(s => Gen.Const(s)).ToArray()), (i, s) =>
            (Action<List<byte>>)(l => { if (i <= l.Count) l.InsertRange(i, Encoding.Latin1.GetBytes(s)); }));
        var torn = at.Select(i => (Action<List<byte>>)(l => { if (i < l.Count) l.RemoveRange(i, l.Count - i); }));
        return Gen.OneOf(change, change, cut, doubled, strewn, torn).Array[1, 6].Select(steps =>
        {
            var bytes = new List<byte>(seed);
            foreach (var step in steps) step(bytes);
            return bytes.ToArray();
        });
    }

    private static byte[] Parquet()
    {
        using var to = new MemoryStream();
        global::Parquet.Serialization.ParquetSerializer.SerializeAsync([new FormatTests.Row { id = 1, text = "Arvenia.", date = "2021-10-18" }], to).GetAwaiter().GetResult();
        return to.ToArray();
    }
}
