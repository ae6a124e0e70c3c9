using System.Text;
using Demarche.Language.Models;

namespace Demarche.Language.Syntax;

/// <summary>
/// Lemmas by the table of irregular verbs, then by exception list, then by the suffix rule of the longest known ending under the word's Penn tag. Lemmas come from a pool
/// of the thread, so that a form seen before costs no string.
/// </summary>
public sealed unsafe class Lemmatizer
{
    /// <summary>The longest ending that rules look at.</summary>
    public const int MaxSuffix = 5;

    private const int PoolLimit = 200_000;
    private const int MaxForm = 64;

    [ThreadStatic]
    private static Dictionary<string, string>? t_pool;

    private readonly ulong* _exceptionKeys;
    private readonly int* _exceptionValues;
    private readonly int _exceptionMask;
    private readonly ulong* _ruleKeys;
    private readonly int* _ruleValues;
    private readonly int _ruleMask;
    private readonly string[] _strings;

    private Lemmatizer(ModelFile file)
    {
        _exceptionKeys = file.ReadPointer<ulong>(out var n);
        _exceptionMask = n - 1;
        _exceptionValues = file.ReadPointer<int>(out _);
        _ruleKeys = file.ReadPointer<ulong>(out n);
        _ruleMask = n - 1;
        _ruleValues = file.ReadPointer<int>(out _);
        _strings = Encoding.UTF8.GetString(file.Read<byte>()).Split('\n');
    }

    /// <summary>The lemma of the form under its tag. A tag that shows a form no lemma was learnt for gives the form in lower case.</summary>
    public string Lemma(ReadOnlySpan<char> form, Xpos tag)
    {
        if (form.Length > MaxForm) return form.ToString();
        if (IrregularVerbs.Base(form, tag) is { } irregular) return irregular;
        var found = Find(_exceptionKeys, _exceptionMask, Key(form, tag, false));
        if (found >= 0) return _strings[_exceptionValues[found]];
        Span<char> buffer = stackalloc char[MaxForm + 16];
        for (var k = Math.Min(MaxSuffix, form.Length); k >= 0; k--)
        {
            found = Find(_ruleKeys, _ruleMask, Key(form[^k..], tag, true));
            if (found < 0) continue;
            var rule = LemmaRule.Unpack(_ruleValues[found]);
            if (rule.Cut >= form.Length + (rule.Add > 0 ? 1 : 0)) continue;
            var length = rule.Keep ? Copy(form, buffer) : form.ToLowerInvariant(buffer);
            var add = _strings[rule.Add];
            add.CopyTo(buffer[(length - rule.Cut)..]);
            return Pooled(buffer[..(length - rule.Cut + add.Length)]);
        }
        return Pooled(buffer[..form.ToLowerInvariant(buffer)]);
    }

    internal static Lemmatizer Read(ModelFile file) => new(file);

    /// <summary>Key of a form or an ending, whatever its case.</summary>
    internal static ulong Key(ReadOnlySpan<char> text, Xpos tag, bool ending)
    {
        var h = 0xCBF29CE484222325ul ^ ((ulong)tag + 1) * 0x9E3779B97F4A7C15ul ^ (ending ? 0x55555555ul : 0);
        foreach (var c in text) h = (h ^ char.ToLowerInvariant(c == '’' ? '\'' : c)) * 0x100000001B3;
        return h == 0 ? 1 : h;
    }

    private static int Find(ulong* keys, int mask, ulong key)
    {
        for (var at = (int)(key >> 20) & mask; ; at = (at + 1) & mask)
        {
            if (keys[at] == key) return at;
            if (keys[at] == 0) return -1;
        }
    }

    private static int Copy(ReadOnlySpan<char> form, Span<char> buffer)
    {
        form.CopyTo(buffer);
        return form.Length;
    }

    private static string Pooled(ReadOnlySpan<char> lemma)
    {
        var pool = t_pool ??= new Dictionary<string, string>(StringComparer.Ordinal);
        var lookup = pool.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(lemma, out var known)) return known;
        if (pool.Count >= PoolLimit) pool.Clear();
        var made = lemma.ToString();
        pool[made] = made;
        return made;
    }
}

/// <summary>Cut so many characters off the end, add a string; keep the form's case or lower it first.</summary>
internal readonly record struct LemmaRule(int Cut, int Add, bool Keep)
{
    public int Pack() => Cut | (Keep ? 1 << 7 : 0) | Add << 8;

    public static LemmaRule Unpack(int packed) => new(packed & 0x7F, packed >> 8, (packed & 1 << 7) != 0);
}
