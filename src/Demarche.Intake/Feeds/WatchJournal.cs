using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Language;

namespace Demarche.Intake.Feeds;

/// <summary>
/// The articles of a store as JSON lines in a file. Line N is article N: after a crash a line torn in the middle is taken off, and
/// writing goes on behind the last whole one, so that no article is written twice and none is left out.
/// </summary>
public static class WatchJournal
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Appends what the file lacks; returns how many articles were written.</summary>
    public static int Append(WatchStore store, string path)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var (lines, end) = WholeLines(file);
        file.SetLength(end);
        file.Position = end;
        var written = 0;
        foreach (var (_, document) in store.Articles(lines))
        {
            Write(file, document);
            written++;
        }

        file.Flush(flushToDisk: true);
        return written;
    }

    /// <summary>Writes one article as <c>{id, date, title, text, publisher, url, language}</c> and a line feed.</summary>
    public static void Write(Stream output, Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", document.Id);
            json.WriteString("date", document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("title", document.Title);
            json.WriteString("text", document.Text);
            json.WriteString("publisher", document.Publisher);
            json.WriteString("url", document.Url);
            json.WriteString("language", document.Language);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        output.Write(line.GetBuffer(), 0, (int)line.Length);
    }

    private static (long Lines, long End) WholeLines(FileStream file)
    {
        var buffer = new byte[64 << 10];
        long lines = 0, end = 0, at = 0;
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            for (var i = 0; i < read; i++)
            {
                if (buffer[i] != '\n') continue;
                lines++;
                end = at + i + 1;
            }

            at += read;
        }

        return (lines, end);
    }
}
