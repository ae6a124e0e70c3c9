using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Frames;

/// <summary>Reads the lines <c>verb: expel | order out + obj @diplomat + to actor</c>.</summary>
internal sealed class PatternReader(FrameModel model, DiagnosticBag diagnostics)
{
    public int[] SlotList(TextProperty p)
    {
        var slots = new List<int>();
        foreach (var (word, at) in p.Words())
        {
            if (Slots.TryParse(word, out var slot)) slots.Add(slot);
            else if (word != "none")
                diagnostics.Error("KF030", at, $"'{word}' is no role", $"use one of {Slots.List}");
        }
        return [.. slots];
    }

    /// <summary>What stands before the first plus, and the conditions after it.</summary>
    public (string Head, Condition[] Conditions) Split(TextProperty p)
    {
        var parts = p.Value.Split('+');
        var conditions = new List<Condition>();
        var offset = parts[0].Length + 1;
        foreach (var part in parts.Skip(1))
        {
            var at = p.ValueAt with { Column = p.ValueAt.Column + offset + part.Length - part.TrimStart().Length };
            if (Read(part.Trim(), at) is { } c) conditions.Add(c);
            offset += part.Length + 1;
        }
        return (parts[0].Trim(), [.. conditions]);
    }

    public void AddPatterns(Frame frame, TextProperty p, List<FramePattern> patterns)
    {
        var (head, conditions) = Split(p);
        var kind = p.Key switch { "verb" => WordClass.Verb, "noun" => WordClass.Noun, _ => WordClass.Adjective };
        foreach (var unit in Units(head, p))
        {
            var words = unit.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 2)
                diagnostics.Error("KF031", p.ValueAt, $"'{unit}' can never match", "a unit is a word, or a word and its particle; put the rest into conditions after +");
            else patterns.Add(new FramePattern(frame, kind, words[0], words.Length > 1 ? words[1] : null, conditions));
        }
    }

    private IEnumerable<string> Units(string head, TextProperty p)
    {
        foreach (var unit in head.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (unit[0] != '@') yield return unit;
            else if (model.Classes.TryGetValue(unit[1..], out var words))
                foreach (var w in words.Order(StringComparer.Ordinal)) yield return w;
            else diagnostics.Error("KF032", p.ValueAt, $"there is no class {unit}", "define it in lexicon/, or correct its name");
        }
    }

    private Condition? Read(string text, SourcePosition at)
    {
        var blank = text.IndexOf(' ');
        if (blank < 0)
        {
            diagnostics.Error("KF033", at, $"the condition '{text}' has no filler", "write a role and what it must be: obj @sanction");
            return null;
        }
        var slots = new List<int>();
        foreach (var name in text[..blank].Split(','))
        {
            if (Slots.TryParse(name, out var slot)) slots.Add(slot);
            else diagnostics.Error("KF030", at, $"'{name}' is no role", $"use one of {Slots.List}");
        }
        var filler = text[(blank + 1)..].Trim();
        var negated = filler.StartsWith('!');
        if (negated) filler = filler[1..];
        var within = filler.StartsWith('~');
        if (within) filler = filler[1..];
        HashSet<string>? words = null;
        if (filler is not ("actor" or "any" or "org" or "human")) words = Words(filler, at);
        return new Condition([.. slots], words, within, negated, filler is "actor" or "org" or "human", filler == "org", filler == "human");
    }

    private HashSet<string> Words(string filler, SourcePosition at)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in filler.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part[0] != '@') words.Add(part);
            else if (model.Classes.TryGetValue(part[1..], out var c)) words.UnionWith(c);
            else diagnostics.Error("KF032", at, $"there is no class {part}", "define it in lexicon/, or correct its name");
        }
        return words;
    }
}
