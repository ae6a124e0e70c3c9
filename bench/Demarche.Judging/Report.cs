using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Demarche.Judging;

/// <summary>One dated report of the news.</summary>
internal sealed record Report(string Id, DateOnly Date, string Text)
{
    /// <summary>Reads JSONL with id, date and text, as world-events.jsonl has them.</summary>
    public static IEnumerable<Report> ReadAll(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            yield return new Report(
                root.GetProperty("id").GetString()!,
                DateOnly.ParseExact(root.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                root.GetProperty("text").GetString()!);
        }
    }

    /// <summary>Index in UTF-16 of the character at an offset in code points.</summary>
    public int Utf16(int codePoints)
    {
        var i = 0;
        for (; codePoints > 0 && i < Text.Length; codePoints--) i += char.IsSurrogatePair(Text, i) ? 2 : 1;
        return i;
    }

    /// <summary>Offset in code points of an index in UTF-16.</summary>
    public int CodePoints(int utf16)
    {
        var n = 0;
        for (var i = 0; i < utf16; n++) i += char.IsSurrogatePair(Text, i) ? 2 : 1;
        return n;
    }

    /// <summary>
    /// Place in a draw: what is drawn is sorted by the hash of the seed and its own address, so that a draw depends on no order of reading and
    /// the same thing has the same place however much else there is.
    /// </summary>
    public static string Lot(string seed, string address) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{address}")));
}
