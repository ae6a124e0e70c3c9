using System.Globalization;
using System.Text;

namespace Demarche.Language.Conllu;

/// <summary>Reads CoNLL-U. Empty nodes and enhanced dependencies are passed over.</summary>
public static class ConlluReader
{
    private const int Columns = 10;

    /// <exception cref="FormatException">A line is not CoNLL-U; the message gives its number.</exception>
    public static IEnumerable<ConlluSentence> Read(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        foreach (var sentence in Read(reader)) yield return sentence;
    }

    /// <exception cref="FormatException">A line is not CoNLL-U; the message gives its number.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader reader)
    {
        var rows = new List<string[]>();
        string? id = null;
        var number = 0;
        for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            number++;
            if (line.Length == 0)
            {
                if (rows.Count > 0) yield return Build(rows, id);
                rows.Clear();
                id = null;
            }
            else if (line[0] == '#')
            {
                if (line.StartsWith("# sent_id = ", StringComparison.Ordinal)) id = line[12..].Trim();
            }
            else
            {
                var row = line.Split('\t');
                if (row.Length != Columns || !char.IsAsciiDigit(row[0][0]))
                    throw new FormatException($"line {number} is not CoNLL-U: expected {Columns} columns, tab-separated, the first a number");
                rows.Add(row);
            }
        }
        if (rows.Count > 0) yield return Build(rows, id);
    }

    private static ConlluSentence Build(List<string[]> rows, string? id)
    {
        var text = new StringBuilder();
        var tokens = new List<Token>(rows.Count);
        int rangeFirst = 0, rangeLast = 0;
        var rangeSpace = true;
        foreach (var row in rows)
        {
            if (row[0].Contains('.')) continue;
            if (row[0].IndexOf('-') is var dash and > 0)
            {
                rangeFirst = Number(row[0][..dash]);
                rangeLast = Number(row[0][(dash + 1)..]);
                rangeSpace = SpaceFollows(row);
                continue;
            }
            var number = Number(row[0]);
            var inside = number >= rangeFirst && number <= rangeLast;
            var space = inside ? number == rangeLast && rangeSpace : SpaceFollows(row);
            var start = text.Length;
            text.Append(row[1]);
            tokens.Add(new Token
            {
                Start = start,
                End = text.Length,
                Head = row[6] == "_" ? -1 : Number(row[6]) - 1,
                Upos = Enum.TryParse<Upos>(row[3], out var upos) ? upos : Upos.X,
                Xpos = XposNames.Parse(row[4]),
                Deprel = DeprelNames.Parse(row[7]),
                Lemma = row[2],
                Flags = (space ? TokenFlags.SpaceAfter : 0)
                    | (inside ? number == rangeFirst ? TokenFlags.MultiwordStart : TokenFlags.MultiwordInside : 0),
            });
            if (space) text.Append(' ');
        }
        return new ConlluSentence(text.ToString().TrimEnd(' '), [.. tokens]) { Id = id };
    }

    private static bool SpaceFollows(string[] row) => !row[9].Contains("SpaceAfter=No", StringComparison.Ordinal);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
