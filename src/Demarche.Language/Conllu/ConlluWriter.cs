namespace Demarche.Language.Conllu;

/// <summary>Writes sentences as CoNLL-U, with multiword ranges and <c>SpaceAfter=No</c>; features are left open.</summary>
public static class ConlluWriter
{
    /// <param name="writer">Lines end in a single line feed, as the format asks.</param>
    /// <param name="id">Written as <c># sent_id</c> where given.</param>
    public static void Write(TextWriter writer, string text, ReadOnlySpan<Token> tokens, string? id = null)
    {
        if (id is not null) writer.Write($"# sent_id = {id}\n");
        if (tokens.Length > 0) writer.Write($"# text = {OneLine(text.AsSpan(tokens[0].Start, tokens[^1].End - tokens[0].Start))}\n");
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var t = ref tokens[i];
            var inMultiword = (t.Flags & (TokenFlags.MultiwordStart | TokenFlags.MultiwordInside)) != 0;
            if ((t.Flags & TokenFlags.MultiwordStart) != 0) WriteRange(writer, text, tokens, i);
            var misc = inMultiword || (t.Flags & TokenFlags.SpaceAfter) != 0 ? "_" : "SpaceAfter=No";
            writer.Write(
                $"{i + 1}\t{OneLine(t.Span.In(text))}\t{OneLine(t.Lemma ?? "_")}\t{t.Upos}\t{t.Xpos.Name()}\t_\t{t.Head + 1}\t{t.Deprel.Name()}\t_\t{misc}\n");
        }
        writer.Write('\n');
    }

    private static void WriteRange(TextWriter writer, string text, ReadOnlySpan<Token> tokens, int first)
    {
        var last = first;
        while (last + 1 < tokens.Length && (tokens[last + 1].Flags & TokenFlags.MultiwordInside) != 0) last++;
        var form = OneLine(text.AsSpan(tokens[first].Start, tokens[last].End - tokens[first].Start));
        var misc = (tokens[last].Flags & TokenFlags.SpaceAfter) != 0 ? "_" : "SpaceAfter=No";
        writer.Write($"{first + 1}-{last + 1}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n");
    }

    /// <summary>Line breaks and tabs inside a sentence become spaces: they would break the table.</summary>
    private static string OneLine(ReadOnlySpan<char> text)
    {
        var line = text.ToString();
        return line.AsSpan().ContainsAny("\r\n\t\u2028\u2029\u0085")
            ? string.Create(line.Length, line, static (to, from) =>
            {
                for (var i = 0; i < to.Length; i++) to[i] = from[i] is '\r' or '\n' or '\t' or '\u2028' or '\u2029' or '\u0085' ? ' ' : from[i];
            })
            : line;
    }
}
