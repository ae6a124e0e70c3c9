using Demarche.Language;
using Demarche.Language.Syntax;

namespace Demarche.Training.Syntax;

/// <summary>A gold sentence with the rows that its words take in the embedding tables.</summary>
internal sealed class TrainingSentence
{
    public required string[] Forms { get; init; }
    public required string[] Lemmas { get; init; }
    public required byte[] Upos { get; init; }
    public required byte[] Xpos { get; init; }
    public required int[] Heads { get; init; }
    public required byte[] Labels { get; init; }

    public int Length => Forms.Length;

    /// <summary>Reads the syntactic words of a CoNLL-U file; multiword ranges and empty nodes are passed over.</summary>
    public static List<TrainingSentence> Read(string path)
    {
        var sentences = new List<TrainingSentence>();
        var rows = new List<string[]>();
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.Length == 0)
            {
                if (rows.Count > 0) sentences.Add(From(rows));
                rows.Clear();
                continue;
            }
            if (line[0] == '#') continue;
            var c = line.Split('\t');
            if (c.Length >= 8 && int.TryParse(c[0], out _)) rows.Add(c);
        }
        return sentences;
    }

    /// <summary>The same sentence with its forms changed one by one.</summary>
    public TrainingSentence WithForms(Func<string, string> change) => new()
    {
        Forms = [.. Forms.Select(change)],
        Lemmas = Lemmas,
        Upos = Upos,
        Xpos = Xpos,
        Heads = Heads,
        Labels = Labels,
    };

    private static TrainingSentence From(List<string[]> rows) => new()
    {
        Forms = [.. rows.Select(r => r[1])],
        Lemmas = [.. rows.Select(r => r[2])],
        Upos = [.. rows.Select(r => (byte)Enum.Parse<Upos>(r[3]))],
        Xpos = [.. rows.Select(r => (byte)XposNames.Parse(r[4]))],
        Heads = [.. rows.Select(r => int.Parse(r[6]) - 1)],
        Labels = [.. rows.Select(r => (byte)DeprelNames.Parse(r[7]))],
    };
}
