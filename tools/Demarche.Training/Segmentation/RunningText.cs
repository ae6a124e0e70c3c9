using System.Text;
using Demarche.Language;

namespace Demarche.Training.Segmentation;

/// <summary>
/// A treebank document as a reader would meet it: the sentences' text joined by a space, paragraphs by an empty line,
/// with the gold words and sentences as spans of that text.
/// </summary>
public sealed class RunningText
{
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString();

    public List<Span> Words { get; } = [];

    /// <summary>Index of the first word of each sentence.</summary>
    public List<int> SentenceStarts { get; } = [];

    /// <summary>Span of each sentence's own text.</summary>
    public List<Span> Sentences { get; } = [];

    /// <summary>The documents of a CoNLL-U file.</summary>
    /// <exception cref="InvalidDataException">The words of a sentence do not spell its text.</exception>
    public static List<RunningText> Read(string path)
    {
        var documents = new List<RunningText>();
        var forms = new List<string>();
        string? text = null;
        var paragraph = false;
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal)) documents.Add(new RunningText());
            else if (line.StartsWith("# newpar", StringComparison.Ordinal)) paragraph = true;
            else if (line.StartsWith("# text = ", StringComparison.Ordinal)) text = line[9..];
            else if (line.Length == 0 && text is not null)
            {
                if (documents.Count == 0) documents.Add(new RunningText());
                documents[^1].Add(text, forms, paragraph);
                (text, paragraph) = (null, false);
                forms.Clear();
            }
            else if (line.Length > 0 && char.IsAsciiDigit(line[0]))
            {
                var columns = line.Split('\t');
                if (!columns[0].AsSpan().ContainsAny('-', '.')) forms.Add(columns[1]);
            }
        }
        return documents;
    }

    private void Add(string text, List<string> forms, bool paragraph)
    {
        if (_text.Length > 0) _text.Append(paragraph ? "\n\n" : " ");
        var at = _text.Length;
        _text.Append(text);
        SentenceStarts.Add(Words.Count);
        Sentences.Add(new Span(at, at + text.Length));
        var i = 0;
        foreach (var form in forms)
        {
            while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
            if (string.CompareOrdinal(text, i, form, 0, form.Length) != 0)
                throw new InvalidDataException($"the word '{form}' is not at character {i} of '{text}'");
            Words.Add(new Span(at + i, at + i + form.Length));
            i += form.Length;
        }
    }
}
