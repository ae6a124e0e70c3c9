using System.Text;
using Demarche.Intake.Readers;

namespace Demarche.Intake.Recognition;

/// <summary>Tells an input's kind from its first bytes; a file's name only decides between kinds that look alike.</summary>
internal static class KindRecognizer
{
    /// <exception cref="IntakeException"><c>binary-file</c>: bytes of no kind that is read.</exception>
    public static InputKind Recognize(InputSource source)
    {
        var head = source.Head.Span;
        if (Container(source) is { } container) return container;
        if (IsBinary(head))
            throw new IntakeException(
                "binary-file", "This is not text, and no binary format that is read. Name its kind with --from if it is one.", IntakeFailure.Invalid);
        var text = Encoding.Latin1.GetString(head).AsSpan().TrimStart("\u00ef\u00bb\u00bf \t\r\n");
        if (text.Length == 0) return InputKind.Text;
        return text[0] switch
        {
            '[' when text[1..].TrimStart() is ['{' or ']', ..] => InputKind.Json,
            '{' => IsJsonLine(text) ? InputKind.Jsonl : InputKind.Json,
            '<' when IsPage(text) => InputKind.Html,
            _ when source.MediaType is "text/html" or "application/xhtml+xml" => InputKind.Html,
            _ when source.FileName is { } n && (n.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || n.EndsWith(".htm", StringComparison.OrdinalIgnoreCase)) => InputKind.Html,
            _ => InputKind.Text,
        };
    }

    /// <summary>The archive that the bytes are, or null.</summary>
    public static InputKind? Container(InputSource source) => source.Head.Span switch
    {
        [0x1F, 0x8B, 8, ..] => InputKind.Gzip,
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => InputKind.Zip,
        _ => null,
    };

    /// <summary>The record is closed on its first line: a record a line. A bare opening bracket is one spread over lines.</summary>
    private static bool IsJsonLine(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        return (end < 0 ? text : text[..end]).Trim().Length > 1;
    }

    private static bool IsPage(ReadOnlySpan<char> text) =>
        text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || text.Contains("<html", StringComparison.OrdinalIgnoreCase)
        || text.Contains("<head", StringComparison.OrdinalIgnoreCase)
        || text.Contains("<body", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("<p", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("<div", StringComparison.OrdinalIgnoreCase);

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
}
