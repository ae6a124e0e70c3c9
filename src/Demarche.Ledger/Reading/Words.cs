using System.Text;

namespace Demarche.Ledger.Reading;

/// <summary>What people type, as an FTS5 query: all words must occur; quoted words in that order; a trailing * is a prefix.</summary>
internal static class Words
{
    public static string Query(string text)
    {
        var query = new StringBuilder();
        var parts = text.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1) Append(query, parts[i], prefix: false);
            else foreach (var word in parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                Append(query, word.TrimEnd('*'), word.EndsWith('*'));
        }
        return query.Length == 0 ? "\"\"" : query.ToString();
    }

    private static void Append(StringBuilder query, string words, bool prefix)
    {
        if (string.IsNullOrWhiteSpace(words)) return;
        if (query.Length > 0) query.Append(' ');
        query.Append('"').Append(words).Append('"');
        if (prefix) query.Append('*');
    }
}
