using Demarche.Language;
using NodaTime;

namespace Demarche.Coding;

/// <summary>
/// Finds the time expressions of a document and gives them TIMEX3 values against the document's date and the narrative's. One pass over
/// words of its own; the parse, where there is one, gives sentence numbers and tenses.
/// </summary>
public static class TimeStep
{
    /// <summary>A document's date outside these years is taken for a mistake, and nothing is reckoned from it.</summary>
    private const int EarliestYear = 1800, LatestYear = 2150;

    [ThreadStatic]
    private static List<TimeWord>? _words;

    /// <summary>The expressions in text order, without overlap.</summary>
    public static IReadOnlyList<TimeExpression> Find(ParsedDocument document) => Find(document.Document, document.Sentences);

    /// <summary>The same from the text alone: every expression is in sentence 0, and tense is read off the nearest verb forms.</summary>
    public static IReadOnlyList<TimeExpression> Find(Document document) => Find(document, []);

    private static List<TimeExpression> Find(Document document, IReadOnlyList<ParsedSentence> sentences)
    {
        var list = _words ??= [];
        list.Clear();
        TimeScanner.Scan(document.Text, list);
        var words = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list);
        var grammar = new TimeGrammar(document.Text, words);
        var normalizer = new TimeNormalizer(Anchor(document.Date));
        var found = new List<TimeExpression>();
        var floor = 0;
        var sentence = 0;
        for (var i = 0; i < words.Length;)
        {
            if (!grammar.TryMatch(i, floor, out var first, out var end, out var reading))
            {
                i++;
                continue;
            }

            if (reading.Kind == TimeKind.None)
            {
                floor = i = end;
                continue;
            }

            var span = new Span(words[first].Start, words[end - 1].End);
            while (sentence + 1 < sentences.Count && sentences[sentence + 1].Span.Start <= words[i].Start) sentence++;
            var certain = false;
            var direction = sentences.Count > 0 && sentences[sentence].Span.Contains(words[i].Start)
                ? TimeTense.FromTree(sentences[sentence], HeadToken(sentences[sentence], span), out certain)
                : TimeDirection.Unknown;
            if (direction == TimeDirection.Unknown) direction = TimeTense.FromWords(document.Text, words, first, end);
            if (normalizer.Normalize(reading, direction, certain) is { } value) found.Add(Expression(sentence, span, value));
            floor = end;
            i = end;
        }

        return found;
    }

    /// <summary>The date, or null where it is missing or absurd.</summary>
    internal static DateOnly? Credible(DateOnly? date) => date is { Year: >= EarliestYear and <= LatestYear } ? date : null;

    private static LocalDate? Anchor(DateOnly? date) => Credible(date) is { } d ? LocalDate.FromDateOnly(d) : null;

    private static TimeExpression Expression(int sentence, Span span, in TimeValue v) => new(sentence, span, v.Type, v.Value)
    {
        First = v.First?.ToDateOnly(),
        After = v.After?.ToDateOnly(),
        Basis = v.Basis,
        Precision = v.Precision,
    };

    /// <summary>The token of the span whose governor lies outside it.</summary>
    internal static int HeadToken(ParsedSentence sentence, Span span)
    {
        var last = -1;
        for (var t = 0; t < sentence.Count; t++)
        {
            ref readonly var token = ref sentence.Tokens[t];
            if (token.End <= span.Start) continue;
            if (token.Start >= span.End) break;
            last = t;
            if (token.Head < 0 || !sentence.Tokens[token.Head].Span.Overlaps(span)) return t;
        }

        return last;
    }
}
