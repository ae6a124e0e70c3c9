using System.Text.Json;
using Demarche.Language.Segmentation;
using Demarche.Language.Syntax;

namespace Demarche.Training.Syntax;

/// <summary>Running text without trees, for word vectors and pretraining: sentences as numbers of distinct forms.</summary>
internal sealed class PlainText
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    public List<string> Forms { get; } = [];

    public List<int[]> Sentences { get; } = [];

    /// <summary>The news as our own segmenter cuts it, where the file exists, then the sentences of the treebanks.</summary>
    public static PlainText Read(string news, IEnumerable<TrainingSentence> trees, Segmenter segmenter)
    {
        var plain = new PlainText();
        var lookup = plain._ids.GetAlternateLookup<ReadOnlySpan<char>>();
        if (File.Exists(news))
        {
            foreach (var line in File.ReadLines(news))
            {
                using var json = JsonDocument.Parse(line);
                var text = json.RootElement.GetProperty("text").GetString()!;
                foreach (var sentence in segmenter.Segment(text))
                    plain.Sentences.Add([.. sentence.Select(t => lookup.TryGetValue(t.Span.In(text), out var id) ? id : plain.Id(t.Span.Quote(text)))]);
            }
        }
        foreach (var s in trees) plain.Sentences.Add([.. s.Forms.Select(plain.Id)]);
        return plain;
    }

    /// <summary>The sentences as hashes of their folded forms.</summary>
    public List<ulong[]> Hashed()
    {
        var hashes = Forms.Select(f => WordFeatures.FormHash(f)).ToArray();
        return [.. Sentences.Select(s => s.Select(id => hashes[id]).ToArray())];
    }

    private int Id(string form)
    {
        if (_ids.TryGetValue(form, out var id)) return id;
        _ids[form] = Forms.Count;
        Forms.Add(form);
        return Forms.Count - 1;
    }
}
