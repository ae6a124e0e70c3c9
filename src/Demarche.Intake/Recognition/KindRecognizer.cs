using System.Text;
using System.Text.RegularExpressions;
using Demarche.Intake.Readers;

namespace Demarche.Intake.Recognition;

/// <summary>Tells an input's kind from its first bytes; a file's name only decides between kinds that look alike.</summary>
internal static partial class KindRecognizer
{
    /// <exception cref="IntakeException"><c>binary-file</c>: bytes of no kind that is read.</exception>
    public static InputKind Recognize(InputSource source)
    {
        if (Container(source) is { } container) return container;
        var head = source.Head.Span;
        if (head.StartsWith("PAR1"u8)) return InputKind.Parquet;
        if (head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0) return InputKind.Pdf;
        if (IsBinary(head))
            throw new IntakeException(
                "binary-file", "This is not text, and no binary format that is read. Name its kind with --from if it is one.", IntakeFailure.Invalid);
        var whole = head is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(head) : head is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(head) : Encoding.Latin1.GetString(head);
        var text = whole.AsSpan().TrimStart("\u00ef\u00bb\u00bf\ufeff \t\r\n");
        if (text.Length == 0) return InputKind.Text;
        return text[0] switch
        {
            '[' when text[1..].TrimStart() is ['{' or ']', ..] => InputKind.Json,
            '{' when text.Contains("https://jsonfeed.org/version/", StringComparison.Ordinal) => InputKind.Feed,
            '{' => IsJsonLine(text) ? InputKind.Jsonl : InputKind.Json,
            '<' when Markup(text) is { } kind => kind,
            _ => ByMessage(text) ?? ByDeclaration(source) ?? ByLines(text) ?? InputKind.Text,
        };
    }

    /// <summary>The archive that the bytes are, or null.</summary>
    public static InputKind? Container(InputSource source) => source.Head.Span switch
    {
        [0x1F, 0x8B, 8, ..] => InputKind.Gzip,
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => InputKind.Zip,
        [(byte)'W', (byte)'A', (byte)'R', (byte)'C', (byte)'/', ..] => InputKind.Warc,
        _ => null,
    };

    /// <summary>The record is closed on its first line: a record a line. A bare opening bracket is one spread over lines.</summary>
    private static bool IsJsonLine(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        return (end < 0 ? text : text[..end]).Trim().Length > 1;
    }

    private static InputKind? Markup(ReadOnlySpan<char> text)
    {
        if (IsPage(text)) return InputKind.Html;
        if (text.Contains("<rss", StringComparison.Ordinal) || text.Contains("<feed", StringComparison.Ordinal) || text.Contains("<rdf:RDF", StringComparison.Ordinal)) return InputKind.Feed;
        if (text.Contains("<Sentence", StringComparison.Ordinal) || text.Contains("<Article", StringComparison.Ordinal)) return InputKind.Petrarch;
        if (text.Contains("<opml", StringComparison.Ordinal))
            throw new IntakeException("feed-list", "This is a list of feeds, not a report. Read its feeds with 'demarche watch'.", IntakeFailure.Invalid);
        if (text.StartsWith("<?xml", StringComparison.Ordinal))
            throw new IntakeException(
                "unknown-xml", "This XML is none that is read: pages, feeds and PETRARCH's sentences are. Name its kind with --from if it is one.", IntakeFailure.Invalid);
        return null;
    }

    private static bool IsPage(ReadOnlySpan<char> text)
    {
        foreach (var start in (ReadOnlySpan<string>)["<!doctype html", "<html", "<head>", "<body", "<p>", "<p ", "<div"])
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        return text.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static InputKind? ByMessage(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("From ", StringComparison.Ordinal) && MailHeaders(text[(text.IndexOf('\n') + 1)..]) >= 1) return InputKind.Mbox;
        return MailHeaders(text) >= 2 ? InputKind.Eml : null;
    }

    /// <summary>Header lines that messages have, before the first line that is none.</summary>
    private static int MailHeaders(ReadOnlySpan<char> text)
    {
        var found = 0;
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            if (line.Length > 0 && line[0] is ' ' or '\t') continue;
            var colon = line.IndexOf(':');
            if (colon <= 0) break;
            foreach (var name in (ReadOnlySpan<string>)["Received", "Return-Path", "Message-ID", "From", "To", "Subject", "Date", "MIME-Version", "Content-Type", "Delivered-To"])
                if (line[..colon].Equals(name, StringComparison.OrdinalIgnoreCase)) found++;
        }

        return found;
    }

    private static InputKind? ByDeclaration(InputSource source)
    {
        if (source.MediaType is "text/html" or "application/xhtml+xml") return InputKind.Html;
        return Path.GetExtension(source.FileName)?.ToLowerInvariant() switch
        {
            ".html" or ".htm" or ".xhtml" => InputKind.Html,
            ".md" or ".markdown" => InputKind.Markdown,
            ".csv" or ".tsv" => InputKind.Csv,
            ".eml" => InputKind.Eml,
            ".mbox" => InputKind.Mbox,
            _ => null,
        };
    }

    private static InputKind? ByLines(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        var first = (end < 0 ? text : text[..end]).Trim();
        if (Address().IsMatch(first) && AllAddresses(text)) return InputKind.Urls;
        if (first.Count('\t') is 56 or 57 or 60 && first[(first.LastIndexOf('\t') + 1)..].StartsWith("http", StringComparison.Ordinal)) return InputKind.Urls;
        if (first.StartsWith("---", StringComparison.Ordinal) && text.Contains("\ntitle:", StringComparison.Ordinal)) return InputKind.Markdown;
        if (end > 0 && first.Length < 400 && first.IndexOfAny(",;\t|") > 0 && IsHeaderLine(first)) return InputKind.Csv;
        return null;
    }

    private static bool AllAddresses(ReadOnlySpan<char> text)
    {
        var last = text.LastIndexOf('\n');
        foreach (var range in text.Split('\n'))
        {
            var line = text[range].Trim();
            // The head may end within a line.
            if (range.Start.Value > last && last > 0) break;
            if (line.Length > 0 && line[0] != '#' && !Address().IsMatch(line)) return false;
        }

        return true;
    }

    /// <summary>The columns' names hold one of a text and one more that records have.</summary>
    private static bool IsHeaderLine(ReadOnlySpan<char> line)
    {
        var mark = CsvReader.Delimiter(Encoding.Latin1.GetBytes(line.ToString()));
        var names = line.ToString().Split(mark[0]).Select(n => n.Trim().Trim('"').ToLowerInvariant()).ToList();
        return names.Count > 1 && RecordFields.Text.Any(names.Contains)
            && (RecordFields.Id.Any(names.Contains) || RecordFields.Date.Any(names.Contains) || RecordFields.Title.Any(names.Contains) || RecordFields.Url.Any(names.Contains));
    }

    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return false;
        var control = 0;
        foreach (var b in head)
        {
            if (b == 0) return true;
            if (b < 32 && b is not (9 or 10 or 12 or 13 or 27)) control++;
        }

        return control * 50 > head.Length;
    }

    [GeneratedRegex(@"^https?://[^\s]+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
