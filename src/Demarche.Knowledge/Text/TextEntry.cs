namespace Demarche.Knowledge.Text;

/// <summary>A property line of an entry.</summary>
/// <param name="Key">What it tells: <c>names</c>, <c>role</c> …</param>
/// <param name="Value">The rest of the line, trimmed.</param>
/// <param name="At">Where the key stands.</param>
/// <param name="ValueAt">Where the value begins.</param>
public sealed record TextProperty(string Key, DateRange Range, string Value, SourcePosition At, SourcePosition ValueAt)
{
    /// <summary>The parts between bars, each with its position; empty parts are left out.</summary>
    public IEnumerable<(string Text, SourcePosition At)> Parts()
    {
        for (var start = 0; start <= Value.Length;)
        {
            var bar = Value.IndexOf('|', start);
            var end = bar < 0 ? Value.Length : bar;
            var part = Value[start..end];
            var trimmed = part.Trim();
            if (trimmed.Length > 0)
                yield return (trimmed, ValueAt with { Column = ValueAt.Column + start + part.IndexOf(trimmed[0]) });
            start = end + 1;
        }
    }

    /// <summary>The words between blanks, each with its position.</summary>
    public IEnumerable<(string Text, SourcePosition At)> Words()
    {
        for (var i = 0; i < Value.Length;)
        {
            while (i < Value.Length && char.IsWhiteSpace(Value[i])) i++;
            var start = i;
            while (i < Value.Length && !char.IsWhiteSpace(Value[i])) i++;
            if (i > start) yield return (Value[start..i], ValueAt with { Column = ValueAt.Column + start });
        }
    }
}

/// <summary>A head line <c>kind id "Name"</c> with the indented lines below it.</summary>
public sealed record TextEntry(string Kind, string Id, string? Name, SourcePosition At, IReadOnlyList<TextProperty> Properties);
