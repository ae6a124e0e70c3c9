using System.Globalization;
using System.Text;

namespace Demarche.Judging;

/// <summary>Whether two spellings name one person.</summary>
internal static class PersonNames
{
    /// <summary>
    /// Two shared words, or one where the first letters agree or one side has but one word: "Navi Pillay" is "Navanethem Pillay", "Saad Hariri" is
    /// not "Rafik Hariri".
    /// </summary>
    public static bool Same(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        if (a.Count == 0 || b.Count == 0) return false;
        var shared = a.Intersect(b).Count(w => w.Length > 2);
        return shared >= 2 || (shared == 1 && (a.Count == 1 || b.Count == 1 || a[0][0] == b[0][0]));
    }

    private static List<string> Words(string name)
    {
        var plain = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (c is '\'' or '’') continue;
            plain.Append(char.IsLetter(c) ? char.ToLowerInvariant(c) : ' ');
        }
        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("al" or "el" or "bin" or "ibn" or "de" or "van"))];
    }
}
