using System.Text;
using UtfUnknown;

namespace Demarche.Intake.Text;

/// <summary>Bytes to text: by byte order mark, then UTF-8, then the declared charset, then by statistics.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    /// <summary>Decodes plain text, in which a wrong byte would shift or spoil quoted words.</summary>
    /// <exception cref="IntakeException"><c>invalid-utf8</c> or <c>unknown-charset</c>.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (ByMark(bytes) is { } marked) return marked;
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        if (Named(declared) is { } encoding and not UTF8Encoding) return encoding.GetString(bytes);
        var wrong = FirstInvalid(bytes, out var sequences);
        if (sequences > 0 || declared is not null)
            throw new IntakeException(
                "invalid-utf8", $"The text is not valid UTF-8 at byte {wrong}. Save it again as UTF-8.", IntakeFailure.Invalid);
        return Guess(bytes) is { } guessed
            ? guessed.GetString(bytes)
            : throw new IntakeException(
                "unknown-charset", "The text's charset could not be told. Save it as UTF-8.", IntakeFailure.Invalid);
    }

    /// <summary>Decodes a page as browsers do: wrong bytes become U+FFFD and spoil nothing else.</summary>
    public static string DecodePage(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (ByMark(bytes) is { } marked) return marked;
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        var encoding = Named(declared) ?? Named(DeclaredInPage(bytes));
        if (encoding is null or UTF8Encoding)
        {
            FirstInvalid(bytes, out var sequences);
            if (sequences == 0) encoding = Guess(bytes) ?? encoding;
        }

        return (encoding ?? Encoding.UTF8).GetString(bytes);
    }

    /// <summary>The encoding of a name, or null where there is none of that name.</summary>
    public static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        var plain = name.Trim().Trim('"', '\'').ToLowerInvariant();
        // As the WHATWG Encoding Standard has it: what calls itself Latin-1 or ASCII is windows-1252.
        if (plain is "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii") plain = "windows-1252";
        if (plain is "utf8") plain = "utf-8";
        if (plain is "utf-7") return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(plain) ?? Encoding.GetEncoding(plain);
        }
        catch (ArgumentException)
        {
            return null; // a charset nobody knows is as good as none declared
        }
    }

    private static string? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        [0xFF, 0xFE, 0, 0, .. var rest] => Encoding.UTF32.GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => null,
    };

    private static Encoding? Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 256 << 10)].ToArray();
        var best = CharsetDetector.DetectFromBytes(sample).Detected;
        return best is { Confidence: >= 0.3f } ? Named(best.EncodingName) : null;
    }

    /// <summary>Offset of the first byte that is not UTF-8, and how many multi-byte sequences of the whole are.</summary>
    private static int FirstInvalid(ReadOnlySpan<byte> bytes, out int sequences)
    {
        var first = -1;
        sequences = 0;
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] < 0x80)
            {
                i++;
                continue;
            }

            var status = Rune.DecodeFromUtf8(bytes[i..], out _, out var used);
            if (status == System.Buffers.OperationStatus.Done) sequences++;
            else if (first < 0) first = i;
            i += Math.Max(1, used);
        }

        return first;
    }

    private static string? DeclaredInPage(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) at = head.IndexOf("encoding=", StringComparison.OrdinalIgnoreCase) is var e and >= 0 ? e + 1 : -1;
        if (at < 0) return null;
        var value = head.AsSpan(at + 8).TrimStart("\"' ");
        var end = value.IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:");
        return (end < 0 ? value : value[..end]).ToString();
    }

    /// <summary>A reader of text for formats that stream, with the charset told by mark or declaration, else strict UTF-8.</summary>
    public static StreamReader Reader(Stream stream, string? declared) =>
        new(stream, Named(declared) ?? StrictUtf8, detectEncodingFromByteOrderMarks: true, 64 << 10);
}
