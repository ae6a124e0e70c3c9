using Demarche.Language;
using Demarche.Language.Segmentation;

namespace Demarche.Training.Segmentation;

/// <summary>F1 of words and sentences against gold spans, and of words where the sentences are given.</summary>
public sealed record SegmenterScore(double Words, double Sentences, double WordsInGoldSentences)
{
    /// <param name="errors">Where given, each wrong stretch is told to it.</param>
    public static SegmenterScore Of(IReadOnlyList<RunningText> documents, Segmenter segmenter, Action<string>? errors = null)
    {
        int words = 0, gold = 0, own = 0, sentences = 0, goldSentences = 0, ownSentences = 0, lineWords = 0, lineOwn = 0;
        foreach (var d in documents)
        {
            var text = d.Text;
            var goldWords = d.Words.ToHashSet();
            var goldSpans = d.SentenceStarts
                .Select((s, i) => new Span(d.Words[s].Start, d.Words[(i + 1 < d.SentenceStarts.Count ? d.SentenceStarts[i + 1] : d.Words.Count) - 1].End))
                .ToHashSet();
            gold += goldWords.Count;
            goldSentences += goldSpans.Count;
            foreach (var s in segmenter.Segment(text))
            {
                own += s.Length;
                ownSentences++;
                words += s.Count(t => goldWords.Contains(t.Span));
                var span = new Span(s[0].Start, s[^1].End);
                if (goldSpans.Contains(span)) sentences++;
                else errors?.Invoke($"S  {span.Quote(text).Replace("\n", "⏎")}");
            }
            foreach (var line in d.Sentences)
            {
                var tokens = segmenter.Tokenize(text, line);
                lineOwn += tokens.Length;
                var right = tokens.Count(t => goldWords.Contains(t.Span));
                lineWords += right;
                if (right == tokens.Length || errors is null) continue;
                var wrong = tokens.Where(t => !goldWords.Contains(t.Span)).Select(t => t.Span.Quote(text));
                var from = tokens.First(t => !goldWords.Contains(t.Span)).Start;
                var should = d.Words.Where(w => w.End > from && w.Start < from + 24).Select(w => w.Quote(text));
                errors($"T  {string.Join('|', wrong)}    <-    {string.Join('|', should)}");
            }
        }
        return new(F1(words, gold, own), F1(sentences, goldSentences, ownSentences), F1(lineWords, gold, lineOwn));
    }

    private static double F1(int right, int gold, int own) => gold + own == 0 ? 0 : 2.0 * right / (gold + own);
}
