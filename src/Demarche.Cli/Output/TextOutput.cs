using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Cli.Hosting;
using Demarche.Intake;

namespace Demarche.Cli.Output;

/// <summary>What intake made of the inputs, before anything is coded: <c>read --text-only</c>.</summary>
internal static class TextOutput
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One document a line as JSON, or the bare texts parted by an empty line; returns the exit code.</summary>
    public static int Write(CliHost host, IReadOnlyList<string> inputs, IntakeOptions options, bool json)
    {
        // A page is one article here, a live blog too: what is shown is the page's text.
        var reading = new InputReading(host, inputs, options with { SplitLiveBlogs = false, Languages = [] });
        using var writer = new Utf8JsonWriter(host.StandardOutput, Plain);
        var first = true;
        foreach (var d in reading.Read())
        {
            if (json) Line(writer, d);
            else host.StandardOutput.Write(System.Text.Encoding.UTF8.GetBytes((first ? "" : "\n") + d.Document.Text.TrimEnd('\n')));
            first = false;
            writer.Flush();
            writer.Reset();
            host.StandardOutput.Write("\n"u8);
        }

        return reading.ExitCode();
    }

    private static void Line(Utf8JsonWriter writer, IntakeDocument d)
    {
        writer.WriteStartObject();
        writer.WriteString("id", Id(d));
        writer.WriteString("title", d.Document.Title);
        writer.WriteString("date", d.Document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteString("publisher", d.Document.Publisher);
        writer.WriteString("text", d.Document.Text);
        writer.WriteEndObject();
    }

    /// <summary>A page is called by its file's name without extensions; a record by its own id.</summary>
    private static string Id(IntakeDocument d)
    {
        var name = Path.GetFileName(d.Input);
        foreach (var end in (ReadOnlySpan<string>)[".gz", ".html", ".htm", ".xhtml"])
            if (name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) name = name[..^end.Length];
        return d.Line is null && name != Path.GetFileName(d.Input) ? name : d.Document.Id;
    }
}
