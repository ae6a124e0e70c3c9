using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Web.Reading;

/// <summary>
/// Cuts a text where marks begin and end, so that overlapping and nested marks need no nested elements: each stretch knows all that
/// lies over it. The stretches, put together, are the text.
/// </summary>
public static class TextSegments
{
    /// <summary>Paragraphs of a text: stretches between line breaks that hold something. Blank lines fall between them.</summary>
    public static IReadOnlyList<Span> Paragraphs(string text)
    {
        var paragraphs = new List<Span>();
        // A text with blank lines is wrapped by them; in one without, each line is a paragraph.
        var wrapped = text.Contains("\n\n", StringComparison.Ordinal) || text.Contains("\n\r\n", StringComparison.Ordinal);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && !(text[end] == '\n' && (!wrapped || IsBlankFrom(text, end + 1)))) end++;
            var (first, last) = (at, end);
            while (first < last && char.IsWhiteSpace(text[first])) first++;
            while (last > first && char.IsWhiteSpace(text[last - 1])) last--;
            if (last > first) paragraphs.Add(new Span(first, last));
            at = end + 1;
        }
        return paragraphs;
    }

    /// <param name="within">The stretch to cut; marks are clipped to it.</param>
    public static IReadOnlyList<TextSegment> Cut(string text, Span within, IEnumerable<TextMark> marks, IEnumerable<TextEvidence> evidence)
    {
        var over = marks.Where(m => m.Span.Overlaps(within)).OrderBy(m => m.Span).ThenBy(m => m.Layer).ThenBy(m => m.Id, StringComparer.Ordinal).ToList();
        var read = evidence.Where(e => e.Span.Overlaps(within)).OrderBy(e => e.Event).ThenBy(e => e.Role, StringComparer.Ordinal).ToList();
        var cuts = new SortedSet<int> { within.Start, within.End };
        foreach (var span in over.Select(m => m.Span).Concat(read.Select(e => e.Span)))
        {
            cuts.Add(Whole(text, Math.Clamp(span.Start, within.Start, within.End)));
            cuts.Add(Whole(text, Math.Clamp(span.End, within.Start, within.End)));
        }
        var segments = new List<TextSegment>();
        var start = within.Start;
        foreach (var end in cuts)
        {
            if (end <= start) continue;
            var span = new Span(start, end);
            segments.Add(new TextSegment(span, Covering(over, span), [.. read.Where(e => e.Span.Overlaps(span))]));
            start = end;
        }
        return segments;
    }

    private static ImmutableArray<TextMark> Covering(List<TextMark> sorted, Span span)
    {
        var covering = ImmutableArray.CreateBuilder<TextMark>();
        foreach (var mark in sorted)
        {
            if (mark.Span.Start >= span.End) break;
            if (mark.Span.Overlaps(span)) covering.Add(mark);
        }
        return covering.ToImmutable();
    }

    /// <summary>A cut between the halves of a surrogate pair moves before it: half a character cannot be shown.</summary>
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]) ? at - 1 : at;

    private static bool IsBlankFrom(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r') at++;
        return at >= text.Length || text[at] == '\n';
    }
}
