using System.Globalization;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>A number read from the text.</summary>
/// <param name="Value">Null where only a range is told.</param>
public sealed record CountFinding(long? Value, CountRange? Range, Span Span);

/// <summary>Reads how many: figures, words, "a", dozens and scores, money with its scale.</summary>
internal static class CountReading
{
    private static readonly Dictionary<string, long> Words = new(CardinalWords.All.Select(w => KeyValuePair.Create(w.Key, (long)w.Value)), StringComparer.OrdinalIgnoreCase)
    {
        ["both"] = 2,
        ["another"] = 1,
        ["single"] = 1,
    };

    private static readonly Dictionary<string, long> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hundred"] = 100,
        ["thousand"] = 1_000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000,
        ["m"] = 1_000_000,
        ["mn"] = 1_000_000,
        ["bn"] = 1_000_000_000,
        ["k"] = 1_000,
    };

    private static readonly Dictionary<string, CountRange> Ranges = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tens"] = new(20, 99),
        ["dozens"] = new(24, 99),
        ["scores"] = new(40, 99),
        ["hundreds"] = new(200, 999),
        ["thousands"] = new(2_000, 9_999),
        ["several"] = new(3, 9),
    };

    /// <summary>The number of the counted noun, read from its own words; null where none is told.</summary>
    public static CountFinding? Of(ParsedSentence s, int noun, bool singularCounts)
    {
        foreach (var c in s.Children(noun))
        {
            if (s.Tokens[c].Deprel is Deprel.Nummod && Between(s, c) is { } between) return between;
            if (s.Tokens[c].Deprel is Deprel.Nummod && Read(s, c) is { } found) return found;
            if (s.Tokens[c].Deprel is Deprel.Det or Deprel.Amod && Words.TryGetValue(s.Form(c).ToString(), out var n))
                return new CountFinding(n, null, s.Tokens[c].Span);
            if (RangeAt(s, c) is { } range) return range;
        }
        // "two of its diplomats", "dozens of envoys": the number is the head.
        if (s.Tokens[noun].Upos == Upos.NUM && Read(s, noun) is { } own) return own;
        if (RangeAt(s, noun) is { } r) return r;
        if (s.Tokens[noun].Deprel == Deprel.Nmod && s.Tokens[noun].Head is >= 0 and var head && (s.Tokens[head].Upos == Upos.NUM || Ranges.ContainsKey(s.Form(head).ToString())))
            return Of(s, head, false);
        if (!singularCounts || s.Tokens[noun].Xpos is not (Xpos.NN or Xpos.NNP) || s.Tokens[noun].Lemma is "staff" or "personnel") return null;
        foreach (var c in s.Children(noun))
            if (s.Tokens[c].Deprel == Deprel.Det && s.Tokens[c].Lemma is "a" or "an") return new CountFinding(1, null, s.Tokens[c].Span);
        foreach (var c in s.Children(noun))
            if (s.Tokens[c].Deprel == Deprel.NmodPoss || s.Tokens[c].Deprel == Deprel.Amod) return new CountFinding(1, null, s.Tokens[noun].Span);
        return null;
    }

    /// <summary>"between 10 and 15", "10 to 15", "10-15".</summary>
    private static CountFinding? Between(ParsedSentence s, int t)
    {
        var form = s.Form(t);
        var dash = form.IndexOfAny('-', '\u2013');
        if (dash > 0 && TryNumber(form[..dash], out var a) && TryNumber(form[(dash + 1)..], out var b) && a < b && char.IsAsciiDigit(form[0])) return new CountFinding(null, new CountRange((long)a, (long)b), s.Tokens[t].Span);
        // The number given may be the first or the second.
        foreach (var second in (ReadOnlySpan<int>)[t, t + 2])
        {
            if (second < 2 || second >= s.Count || !(s.Form(second - 1) is "to" or "-" or "\u2013" || s.Form(second - 1) is "and" && second >= 3 && s.Form(second - 3) is "between" or "Between")) continue;
            if (TryNumber(s.Form(second - 2), out var low) && TryNumber(s.Form(second), out var high) && low < high)
                return new CountFinding(null, new CountRange((long)low, (long)high), s.Tokens[second - 2].Span.Union(s.Tokens[second].Span));
        }
        return null;
    }

    /// <summary>A word that is itself a number or a range of one: "dozens", "thousand", "two".</summary>
    public static bool IsNumber(ParsedSentence s, int t) =>
        s.Tokens[t].Upos == Upos.NUM || Ranges.ContainsKey(s.Form(t).ToString()) || Scales.ContainsKey(s.Tokens[t].Lemma) && s.Tokens[t].Span.Length > 2;

    /// <summary>"dozens", "thousands", "tens of thousands".</summary>
    private static CountFinding? RangeAt(ParsedSentence s, int t)
    {
        if (!Ranges.TryGetValue(s.Form(t).ToString(), out var range)) return null;
        if (t >= 2 && s.Form(t - 1) is "of" && Ranges.ContainsKey(s.Form(t - 2).ToString())) return RangeAt(s, t - 2);
        var scale = t + 2 < s.Count && s.Form(t + 1) is "of" ? s.Form(t + 2) switch { "thousands" => 1_000, "millions" => 1_000_000, _ => 0 } : 0;
        return scale == 0
            ? new CountFinding(null, range, s.Tokens[t].Span)
            : new CountFinding(null, new CountRange(range.Low * scale, (range.High + 1) * scale - 1), s.Tokens[t].Span.Union(s.Tokens[t + 2].Span));
    }

    /// <summary>An amount of money anywhere between two tokens: "US$150 million", "5.1 million dollars".</summary>
    public static CountFinding? Money(ParsedSentence s, int first, int last)
    {
        for (var t = Math.Max(0, first); t <= last && t < s.Count; t++)
        {
            if (!TryNumber(s.Form(t), out var value)) continue;
            var currency = t > 0 && IsCurrency(s.Form(t - 1)) || t > 1 && IsCurrency(s.Form(t - 2));
            var end = t;
            if (t + 1 < s.Count && Scales.TryGetValue(s.Form(t + 1).ToString(), out var scale))
            {
                value *= scale;
                end = t + 1;
            }
            if (!currency) currency = end + 1 < s.Count && IsCurrency(s.Form(end + 1)) || end + 2 < s.Count && IsCurrency(s.Form(end + 2));
            if (currency) return new CountFinding((long)value, null, s.Tokens[t].Span.Union(s.Tokens[end].Span));
        }
        return null;
    }

    private static CountFinding? Read(ParsedSentence s, int t)
    {
        if (!TryNumber(s.Form(t), out var value))
        {
            if (RangeAt(s, t) is { } range) return range;
            return Scales.TryGetValue(s.Form(t).ToString(), out var alone) && t > 0 && TryNumber(s.Form(t - 1), out var before)
                ? new CountFinding((long)(before * alone), null, s.Tokens[t - 1].Span.Union(s.Tokens[t].Span))
                : null;
        }
        if (t + 1 < s.Count && Scales.TryGetValue(s.Form(t + 1).ToString(), out var scale))
            return new CountFinding((long)(value * scale), null, s.Tokens[t].Span.Union(s.Tokens[t + 1].Span));
        return new CountFinding((long)value, null, s.Tokens[t].Span);
    }

    private static bool TryNumber(ReadOnlySpan<char> form, out decimal value)
    {
        var digits = form.TrimStart("US$€£¥A").TrimEnd("+");
        if (digits.Length > 0 && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value)) return true;
        var text = form.ToString();
        if (Words.TryGetValue(text, out var n))
        {
            value = n;
            return true;
        }
        var hyphen = text.IndexOf('-');
        if (hyphen > 0 && Words.TryGetValue(text[..hyphen], out var tens) && Words.TryGetValue(text[(hyphen + 1)..], out var ones))
        {
            value = tens + ones;
            return true;
        }
        value = 0;
        return false;
    }

    private static bool IsCurrency(ReadOnlySpan<char> form) =>
        form.EndsWith("$") || form is "€" or "£" or "¥" or "USD" or "EUR" or "dollars" or "dollar" or "euros" or "euro" or "pounds" or "yen" or "US$" or "rubles" or "yuan" or "rupees" or "francs" or "marks";
}
