namespace Demarche.Knowledge.Text;

/// <summary>
/// Reads the text format of entries: a head line at column 1 (<c>state RUS "Russia"</c>) and indented properties
/// (<c>names 1917..1991: A | B</c>). <c>#</c> at the beginning of a line or after a blank starts a comment.
/// </summary>
public static class EntryReader
{
    /// <param name="freeProperties">Keys that take no colon, such as <c>role</c>.</param>
    public static IReadOnlyList<TextEntry> Read(SourceFile file, IReadOnlySet<string> freeProperties, DiagnosticBag diagnostics)
    {
        var entries = new List<TextEntry>();
        List<TextProperty>? properties = null;
        var number = 0;
        for (var rest = file.Text.AsSpan(); !rest.IsEmpty;)
        {
            number++;
            var end = rest.IndexOf('\n');
            var line = WithoutComment(end < 0 ? rest : rest[..end]).TrimEnd();
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (line.IsWhiteSpace()) continue;
            if (!char.IsWhiteSpace(line[0]))
            {
                properties = [];
                if (Head(file, line, number, properties, diagnostics) is { } entry) entries.Add(entry);
                else properties = null;
            }
            else if (properties is not null)
            {
                if (Property(file, line, number, freeProperties, diagnostics) is { } property) properties.Add(property);
            }
            else if (entries.Count == 0 && !diagnostics.HasErrors)
            {
                diagnostics.Error("KN010", file.At(number, 1), "an indented line stands before any entry", "begin with a head line such as: state RUS \"Russia\"");
            }
        }
        return entries;
    }

    private static TextEntry? Head(SourceFile file, ReadOnlySpan<char> line, int number, List<TextProperty> properties, DiagnosticBag diagnostics)
    {
        string? name = null;
        var quote = line.IndexOf('"');
        var words = quote < 0 ? line : line[..quote];
        if (quote >= 0)
        {
            var close = line.LastIndexOf('"');
            if (close == quote || !line[(close + 1)..].IsWhiteSpace())
            {
                diagnostics.Error("KN011", file.At(number, quote + 1), "the name is not closed by a quotation mark", "write the name in double quotation marks at the end of the line");
                return null;
            }
            name = line[(quote + 1)..close].Trim().ToString();
        }
        var parts = words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2) return new TextEntry(parts[0], parts[1], name, file.At(number, 1), properties);
        diagnostics.Error("KN012", file.At(number, 1), $"this head line has {parts.Length} words before the name, not 2", "write kind and id, then the name in quotation marks: group hamas \"Hamas\"");
        return null;
    }

    private static TextProperty? Property(
        SourceFile file, ReadOnlySpan<char> line, int number, IReadOnlySet<string> freeProperties, DiagnosticBag diagnostics)
    {
        var indent = line.Length - line.TrimStart().Length;
        var body = line[indent..];
        var blank = body.IndexOfAny(' ', '\t');
        var free = blank > 0 ? body[..blank].ToString() : "";
        if (freeProperties.Contains(free))
        {
            var value = body[blank..].TrimStart();
            return new TextProperty(free, DateRange.Always, value.ToString(), file.At(number, indent + 1), file.At(number, line.Length - value.Length + 1));
        }
        var colon = body.IndexOf(':');
        if (colon <= 0)
        {
            diagnostics.Error("KN013", file.At(number, indent + 1), "this property has no colon", "write the property's name, a colon and its value");
            return null;
        }
        var key = body[..colon].Trim();
        var range = DateRange.Always;
        var space = key.IndexOfAny(' ', '\t');
        if (space > 0)
        {
            if (!DateRange.TryParse(key[space..].Trim(), out range))
            {
                diagnostics.Error("KN014", file.At(number, indent + space + 2), $"'{key[space..].Trim()}' is no range of dates", "write FROM..TO with years, months or days, TO being later than FROM: 1999-03-12..2004");
                return null;
            }
            key = key[..space];
        }
        var rest = body[(colon + 1)..].TrimStart();
        return new TextProperty(key.ToString(), range, rest.ToString(), file.At(number, indent + 1), file.At(number, line.Length - rest.Length + 1));
    }

    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> line)
    {
        for (var i = 0; i < line.Length; i++)
            if (line[i] == '#' && (i == 0 || char.IsWhiteSpace(line[i - 1]))) return line[..i];
        return line;
    }
}
