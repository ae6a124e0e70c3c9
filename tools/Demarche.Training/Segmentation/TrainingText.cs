using System.Text;

namespace Demarche.Training.Segmentation;

/// <summary>How a training document is laid out.</summary>
public enum Layout
{
    /// <summary>As the treebank gives it.</summary>
    Running,

    /// <summary>Lines broken at a column, as in mail and agency copy.</summary>
    Wrapped,

    /// <summary>As scraped from a page: many short paragraphs, headlines without full stop, stray breaks inside sentences.</summary>
    Scraped,
}

/// <summary>A document laid out for training, with the offsets at which its sentences end.</summary>
public sealed record TrainingText(string Text, HashSet<int> Ends)
{
    private const int HeadlineLength = 80;

    public static TrainingText Of(RunningText document, Layout layout, Random random)
    {
        var source = document.Text;
        var text = new StringBuilder(source.Length + 64);
        var ends = new HashSet<int>();
        var column = 0;
        var width = random.Next(55, 100);
        for (var s = 0; s < document.Sentences.Count; s++)
        {
            var span = document.Sentences[s];
            var sentence = source.AsSpan(span.Start, span.Length).TrimEnd();
            var headline = layout == Layout.Scraped && sentence.Length < HeadlineLength && random.NextDouble() < 0.15;
            if (headline && sentence[^1] == '.' && !sentence.EndsWith("..")) sentence = sentence[..^1].TrimEnd();
            if (s > 0)
            {
                var given = source.AsSpan(document.Sentences[s - 1].End, span.Start - document.Sentences[s - 1].End);
                text.Append(Between(given, layout, headline, random));
            }
            foreach (var c in sentence)
            {
                column = text.Length > 0 && text[^1] == '\n' ? 0 : column + 1;
                if (c == ' ') text.Append(Inside(layout, column, width, random));
                else text.Append(c);
            }
            ends.Add(text.Length);
        }
        return new TrainingText(text.ToString(), ends);
    }

    private static string Between(ReadOnlySpan<char> given, Layout layout, bool headline, Random random)
    {
        var paragraph = given.Contains('\n');
        if (layout == Layout.Running) return paragraph ? "\n\n" : " ";
        if (layout == Layout.Wrapped) return paragraph ? "\n\n" : random.NextDouble() < 0.08 ? "\n" : " ";
        var roll = random.NextDouble();
        return headline || paragraph ? (roll < 0.5 ? "\n\n" : "\n") : roll < 0.25 ? "\n\n" : roll < 0.45 ? "\n" : " ";
    }

    private static string Inside(Layout layout, int column, int width, Random random)
    {
        if (layout == Layout.Wrapped) return column >= width ? "\n" : " ";
        if (layout == Layout.Running) return " ";
        var roll = random.NextDouble();
        return roll < 0.006 ? "\n\n" : roll < 0.012 ? "\n" : " ";
    }
}
