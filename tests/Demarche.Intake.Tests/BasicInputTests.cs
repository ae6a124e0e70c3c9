using System.Text;
using Demarche.Language;
using Xunit;

namespace Demarche.Intake.Tests;

public sealed class BasicInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_wrong_line_is_a_problem_with_its_number_and_the_rest_is_read()
    {
        _folder.Write("a.jsonl", """
            {"id":"one","date":"2021-10-18","text":"Arvenia closed its mission."}
            {"id":"two","text":
            {"id":"three","text":"Borland recalled its envoy.","publisher":"Post","url":"https://post.test/3"}
            """);
        var results = _folder.Read();
        Assert.Equal(3, results.Count);
        Assert.Equal(new DateOnly(2021, 10, 18), ((IntakeDocument)results[0]).Document.Date);
        var problem = Assert.IsType<IntakeProblem>(results[1]);
        Assert.Equal(("invalid-json", 2), (problem.Name, problem.Line));
        var third = Assert.IsType<IntakeDocument>(results[2]);
        Assert.Equal(("three", "Post", 3), (third.Document.Id, third.Document.Publisher, third.Line));
    }

    [Fact]
    public void Strict_stops_after_the_first_problem()
    {
        _folder.Write("a.jsonl", "{\"text\":\"One.\"}\nnonsense\n{\"text\":\"Two.\"}\n");
        var results = _folder.Read(new IntakeOptions { Strict = true });
        Assert.Equal(2, results.Count);
        Assert.IsType<IntakeProblem>(results[1]);
    }

    [Theory]
    [InlineData("{\"id\":\"x\"}", "missing-text")]
    [InlineData("{\"text\":\"  \"}", "empty-text")]
    [InlineData("{\"text\":\"A.\",\"date\":\"soon\"}", "invalid-date")]
    [InlineData("{\"text\":\"\\ud800\"}", "invalid-text")]
    [InlineData("{\"text\":\"A.\"} x", "invalid-json")]
    public void Wrong_records_are_named(string line, string name)
    {
        _folder.Write("a.jsonl", line + "\n{\"text\":\"B.\"}\n");
        var results = _folder.Read();
        Assert.Equal(name, Assert.IsType<IntakeProblem>(results[0]).Name);
        Assert.IsType<IntakeDocument>(results[1]);
    }

    [Fact]
    public void Plain_text_is_taken_as_it_stands_and_named_by_its_hash()
    {
        const string text = "top of page\r\n\r\nArvenia – closed its mission.\r\n";
        _folder.Write("report-2021-10-18.txt", text);
        var read = Assert.IsType<IntakeDocument>(Assert.Single(_folder.Read()));
        Assert.Equal(text, read.Document.Text);
        Assert.Equal(Document.IdOf(text), read.Document.Id);
        Assert.Equal((new DateOnly(2021, 10, 18), DateBasis.FileName), (read.Document.Date, read.DateBasis));
    }

    [Fact]
    public void Charsets_are_told_by_mark_and_by_statistics()
    {
        const string text = "The café in Zürich was closed; the señor said the façade of the résumé was naïve, déjà vu.";
        _folder.Write("a.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]);
        _folder.Write("b.txt", Encoding.Latin1.GetBytes(text));
        Assert.All(_folder.Read(), r => Assert.Equal(text, ((IntakeDocument)r).Document.Text));
    }

    [Fact]
    public void Broken_utf8_and_binaries_and_nothing_are_named()
    {
        _folder.Write("a.txt", [.. "Zürich said no. "u8, 0xFF, .. " Then yes."u8]);
        _folder.Write("b.bin", [0, 1, 2, 3, 0, 0, 9]);
        _folder.Write("c.txt", " \n");
        _folder.Write("d.jsonl", [.. "{\"text\":\""u8, 0xFF, .. "\"}\n"u8]);
        Assert.Equal(["invalid-utf8", "binary-file", "empty-text", "invalid-utf8"], _folder.Read().Cast<IntakeProblem>().Select(p => p.Name));
    }

    [Fact]
    public void Missing_inputs_and_empty_folders_are_missing()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));
        var inputs = new[] { Path.Combine(_folder.Path, "absent.txt"), Path.Combine(_folder.Path, "empty"), Path.Combine(_folder.Path, "*.xyz") };
        var problems = new DocumentIntake().Read(inputs, IntakeOptions.Default).Cast<IntakeProblem>().ToList();
        Assert.Equal(["missing-input", "empty-folder", "no-match"], problems.Select(p => p.Name));
        Assert.All(problems, p => Assert.Equal(IntakeFailure.Missing, p.Kind));
    }

    [Fact]
    public void Folders_and_globs_are_read_in_ordinal_path_order()
    {
        foreach (var name in new[] { "b.txt", "a/z.txt", "B.txt", "a/b.md.txt", ".hidden.txt" }) _folder.Write(name, name);
        Assert.Equal(["B.txt", "a/b.md.txt", "a/z.txt", "b.txt"], Names([_folder.Path]));
        Assert.Equal(["a/b.md.txt", "a/z.txt"], Names([_folder.Path + "/a/*.txt"]));
        Assert.Equal(["B.txt", "b.txt"], Names([_folder.Path + "/?.txt"]));
        Assert.Equal(4, Names([_folder.Path + "/**/*.txt"]).Length);
    }

    [Fact]
    public void A_document_beyond_the_limit_is_named_and_the_rest_is_read()
    {
        var options = new IntakeOptions { Limits = new IntakeLimits { DocumentBytes = 1 << 20 } };
        _folder.Write("a.txt", new string('a', 2 << 20));
        _folder.Write("b.jsonl", $"{{\"text\":\"{new string('b', 3 << 20)}\"}}\n{{\"text\":\"Short.\"}}\n");
        var results = _folder.Read(options);
        Assert.Equal(3, results.Count);
        Assert.All(results.Take(2).Cast<IntakeProblem>(), p => Assert.Equal(("document-too-large", IntakeFailure.Limit), (p.Name, p.Kind)));
        Assert.Equal(2, ((IntakeDocument)results[2]).Line);
    }

    [Fact]
    public void Standard_input_is_recognised_like_a_file()
    {
        using var stdin = new MemoryStream("{\"id\":\"s\",\"text\":\"Arvenia and Borland met.\"}\n"u8.ToArray());
        var read = Assert.IsType<IntakeDocument>(Assert.Single(new DocumentIntake().Read(["-"], IntakeOptions.Default, stdin)));
        Assert.Equal(("s", "-", 1), (read.Document.Id, read.Input, read.Line));
    }

    [Fact]
    public void Json_arrays_and_records_over_lines_are_read()
    {
        _folder.Write("a.json", "[{\"_id\":{\"$oid\":\"5\"},\"content\":\"One.\",\"date\":{\"$date\":\"2014-03-02T00:00:00Z\"}},\n{\"content\":\"Two.\"}]");
        _folder.Write("b.json", "{\n \"text\": \"Three.\"\n}");
        var texts = _folder.Read().Cast<IntakeDocument>().ToList();
        Assert.Equal(["One.", "Two.", "Three."], texts.Select(t => t.Document.Text));
        Assert.Equal(("5", new DateOnly(2014, 3, 2)), (texts[0].Document.Id, texts[0].Document.Date));
    }

    [Fact]
    public void An_unknown_kind_is_a_usage_error()
    {
        var e = Assert.Throws<ArgumentException>(() => new DocumentIntake().Read([], new IntakeOptions { From = "docx" }));
        Assert.Contains("jsonl", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><opml version=\"2.0\"><body/></opml>", "feed-list")]
    [InlineData("<?xml version=\"1.0\"?><invoice/>", "unknown-xml")]
    public void Xml_that_is_no_report_says_what_it_is(string text, string name)
    {
        _folder.Write("a.xml", text);
        Assert.Equal(name, Assert.IsType<IntakeProblem>(Assert.Single(_folder.Read())).Name);
    }

    private string[] Names(string[] inputs) =>
        [.. new DocumentIntake().Read(inputs, IntakeOptions.Default).Cast<IntakeDocument>().Select(d => Path.GetRelativePath(_folder.Path, d.Input))];
}
