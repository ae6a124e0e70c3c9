using System.Text;
using Demarche.Language.Models;

namespace Demarche.Language.Syntax;

/// <summary>Learns suffix rules and exceptions from words with their tags and lemmas.</summary>
public sealed class LemmaTable
{
    private readonly List<string> _strings = [""];
    private readonly Dictionary<string, int> _stringIds = new() { [""] = 0 };
    private readonly Dictionary<ulong, int> _rules = [];
    private readonly Dictionary<ulong, int> _exceptions = [];

    private LemmaTable()
    {
    }

    public static LemmaTable Learn(IEnumerable<(string Form, Xpos Tag, string Lemma)> words)
    {
        var table = new LemmaTable();
        var counted = words.GroupBy(w => (Form: Plain(w.Form).ToLowerInvariant(), w.Tag))
            .Select(g => (g.Key.Form, g.Key.Tag, Best: g.GroupBy(w => (Cased: IsProper(w.Tag) ? w.Form : g.Key.Form, w.Lemma)).OrderByDescending(x => x.Count())
                .ThenBy(x => x.Key.Lemma, StringComparer.Ordinal).First(), Count: g.Count()))
            .OrderBy(x => x.Form, StringComparer.Ordinal).ThenBy(x => x.Tag).ToList();
        table.LearnRules(counted.Select(x => (x.Form, x.Tag, x.Best.Key.Cased, x.Best.Key.Lemma)).ToList());
        foreach (var x in counted)
        {
            if (table.Apply(x.Best.Key.Cased, x.Tag) != x.Best.Key.Lemma && !IsProper(x.Tag))
                table._exceptions[Lemmatizer.Key(x.Form, x.Tag, false)] = table.StringId(x.Best.Key.Lemma);
        }
        return table;
    }

    internal IEnumerable<byte[]> Sections()
    {
        foreach (var map in new[] { _exceptions, _rules })
        {
            var capacity = 16;
            while (capacity < map.Count * 2) capacity *= 2;
            var keys = new ulong[capacity];
            var values = new int[capacity];
            foreach (var (key, value) in map.OrderBy(x => x.Key))
            {
                var at = (int)(key >> 20) & (capacity - 1);
                while (keys[at] != 0) at = (at + 1) & (capacity - 1);
                keys[at] = key;
                values[at] = value;
            }
            yield return ModelFile.Bytes<ulong>(keys);
            yield return ModelFile.Bytes<int>(values);
        }
        yield return Encoding.UTF8.GetBytes(string.Join('\n', _strings));
    }

    private static bool IsProper(Xpos tag) => tag is Xpos.NNP or Xpos.NNPS;

    private static string Plain(string form) => form.Replace('’', '\'');

    private void LearnRules(List<(string Form, Xpos Tag, string Cased, string Lemma)> words)
    {
        var counts = new Dictionary<(Xpos, string), Dictionary<LemmaRule, int>>();
        foreach (var (form, tag, cased, lemma) in words)
        {
            var rule = RuleOf(cased, lemma, IsProper(tag));
            if (rule is null) continue;
            for (var k = 0; k <= Math.Min(Lemmatizer.MaxSuffix, form.Length); k++)
            {
                var key = (tag, form[^k..]);
                if (!counts.TryGetValue(key, out var byRule)) counts[key] = byRule = [];
                byRule[rule.Value] = byRule.GetValueOrDefault(rule.Value) + 1;
            }
        }
        foreach (var ((tag, ending), byRule) in counts.OrderBy(x => x.Key.Item2.Length).ThenBy(x => x.Key.Item2, StringComparer.Ordinal).ThenBy(x => x.Key.Item1))
        {
            var total = byRule.Values.Sum();
            if (ending.Length > 0 && total < 2) continue;
            var best = byRule.OrderByDescending(x => x.Value).ThenBy(x => x.Key.Pack()).First().Key.Pack();
            if (ending.Length > 0 && Longest(ending[1..], tag) == best) continue;
            _rules[Lemmatizer.Key(ending, tag, true)] = best;
        }
    }

    private int? Longest(string ending, Xpos tag)
    {
        for (var k = Math.Min(Lemmatizer.MaxSuffix, ending.Length); k >= 0; k--)
            if (_rules.TryGetValue(Lemmatizer.Key(ending.AsSpan(ending.Length - k), tag, true), out var packed)) return packed;
        return null;
    }

    private string Apply(string form, Xpos tag)
    {
        if (Longest(form, tag) is not { } packed) return form.ToLowerInvariant();
        var rule = LemmaRule.Unpack(packed);
        var basis = rule.Keep ? form : form.ToLowerInvariant();
        return rule.Cut > basis.Length ? basis : basis[..^rule.Cut] + _strings[rule.Add];
    }

    private LemmaRule? RuleOf(string form, string lemma, bool proper)
    {
        var basis = proper ? form : form.ToLowerInvariant();
        var shared = 0;
        while (shared < basis.Length && shared < lemma.Length && basis[shared] == lemma[shared]) shared++;
        if (shared == 0 && basis.Length > 0 && lemma.Length > 0) return null;
        return new LemmaRule(basis.Length - shared, StringId(lemma[shared..]), proper);
    }

    private int StringId(string text)
    {
        if (_stringIds.TryGetValue(text, out var id)) return id;
        _stringIds[text] = _strings.Count;
        _strings.Add(text);
        return _strings.Count - 1;
    }
}
