using Demarche.Knowledge.Claims;
using Demarche.Language;

namespace Demarche.Coding.Claims;

/// <summary>
/// Gives quotations to those who speak them: by the cue in whose clause they stand, the cue beside them, the sentence that leads up to
/// them, or the speaker who goes on speaking.
/// </summary>
internal sealed class QuoteAttacher(ParsedDocument document, List<ClaimDraft> drafts, List<Quotation> quotes, List<int> paragraphs)
{
    /// <summary>Letters between a quotation and the cue that belongs to it, at most.</summary>
    private const int Near = 80;

    /// <summary>Shorter quotations without a cue of their own are words in marks, not speech.</summary>
    private const int LeastWords = 4;

    private readonly string _text = document.Document.Text;

    public void Run()
    {
        ClaimDraft? last = null;
        var lastQuote = default(Quotation);
        foreach (var q in quotes)
        {
            var owner = Signed(q) ?? Covering(q) ?? Resumed(q, last, lastQuote) ?? Adjacent(q) ?? (Words(q.Span) >= LeastWords ? Beside(q) ?? Introduced(q) ?? Continued(q, last, lastQuote) : null);
            if (owner is null) continue;
            if (!drafts.Contains(owner)) drafts.Add(owner);
            owner.Quoted = true;
            last = owner;
            lastQuote = q;
        }
    }

    // A claim whose content runs into the quotation takes all of it, if the cue stands outside.
    private ClaimDraft? Covering(Quotation q)
    {
        ClaimDraft? best = null;
        foreach (var d in drafts)
        {
            if (d.Content is not { } content || !content.Overlaps(q.Span) || q.Span.Contains(d.Cue) || !TakesQuote(d)) continue;
            if (best is null || content.Length < best.Content!.Value.Length) best = d;
        }

        if (best is null) return null;
        if (!best.Content!.Value.Contains(q.Span)) best.Extend(q.Span);
        return best;
    }

    private static bool TakesQuote(ClaimDraft d) => d.Entry.Has(CueComplements.Quote) || d.Entry.Has(CueComplements.Clause);

    private ClaimDraft? Beside(Quotation q)
    {
        ClaimDraft? best = null;
        var least = int.MaxValue;
        foreach (var d in drafts)
        {
            if (d.Content is not null || q.Span.Contains(d.Cue) || Paragraph(d.Cue.Start) != q.Paragraph) continue;
            var gap = d.Cue.Start >= q.Span.End ? d.Cue.Start - q.Span.End : q.Span.Start - d.Cue.End;
            // A cue after a sentence's end belongs to another quotation.
            if (gap > Near || gap >= least || HasStop(d.Cue, q.Span)) continue;
            best = d;
            least = gap;
        }

        best?.Extend(q.Span);
        return best;
    }

    // The crowd chanted "Out!": words in marks beside a cue, however few.
    private ClaimDraft? Adjacent(Quotation q)
    {
        foreach (var d in drafts)
        {
            if (d.Content is not null || d.SourceToken < 0 || q.Span.Contains(d.Cue) || Paragraph(d.Cue.Start) != q.Paragraph) continue;
            if (d.Cue.End > q.Span.Start || q.Span.Start - d.Cue.End > 2) continue;
            d.Extend(q.Span);
            return d;
        }

        return null;
    }

    // The minister had this to say: "…"
    private ClaimDraft? Introduced(Quotation q)
    {
        var before = q.Span.Start - 1;
        while (before >= 0 && char.IsWhiteSpace(_text[before])) before--;
        if (before < 0 || _text[before] != ':') return null;
        foreach (var d in drafts)
        {
            if (d.Entry.Kind is not CueKind.Verb || !d.Entry.Has(CueComplements.Quote) || d.Cue.End > before || before - d.Cue.End > 3 * Near) continue;
            if (d.Content is null)
            {
                d.Extend(q.Span);
                return d;
            }

            if (document.Sentences[d.Sentence].Span.Contains(before)) return Carry(d, q);
        }

        return null;
    }

    // “…,” he said. “…”: nothing but the cue's own words between them.
    private ClaimDraft? Resumed(Quotation q, ClaimDraft? last, Quotation lastQuote)
    {
        if (last?.Content is not { } content || content.End > q.Span.Start || q.Paragraph != lastQuote.Paragraph) return null;
        var between = _text.AsSpan(lastQuote.Span.End, Math.Max(0, q.Span.Start - lastQuote.Span.End));
        if (between.Length > 300 || StopsBetween(between) > 1 || !(last.Cue.Start >= lastQuote.Span.End && last.Cue.End <= q.Span.Start || IsBlank(between))) return null;
        // One claim in two stretches is given as one span, unless what stands between them outweighs both.
        if (between.Length > lastQuote.Span.Length + q.Span.Length) return q.Span.Length > lastQuote.Span.Length ? Carry(last, q) : last;
        last.Extend(q.Span);
        return last;
    }

    private ClaimDraft? Continued(Quotation q, ClaimDraft? last, Quotation lastQuote)
    {
        if (last?.Content is not { } content || content.End > q.Span.Start) return null;
        var between = _text.AsSpan(lastQuote.Span.End, Math.Max(0, q.Span.Start - lastQuote.Span.End));
        if (q.Paragraph == lastQuote.Paragraph)
        {
            if (between.Length > 200) return null;
            return StopsBetween(between) <= 1 ? Carry(last, q) : null;
        }

        // The next paragraph opens with a quotation: the speaker goes on, the more surely so where the last one was not closed.
        var opens = q.Span.Start == ParagraphStart(q.Paragraph);
        if (!opens || q.Paragraph > lastQuote.Paragraph + 2 || !IsBlank(between) && lastQuote.Closed) return null;
        if (!lastQuote.Closed || Words(q.Span) >= 8) return Carry(last, q);
        return null;
    }

    // “…” ― Name, at the end of a line.
    private ClaimDraft? Signed(Quotation q)
    {
        var i = q.Span.End;
        while (i < _text.Length && char.IsWhiteSpace(_text[i])) i++;
        if (i >= _text.Length || _text[i] is not ('―' or '—' or '–')) return null;
        var dash = i++;
        while (i < _text.Length && _text[i] == ' ') i++;
        var end = _text.IndexOf('\n', i);
        if (end < 0) end = _text.Length;
        if (end - i is < 3 or > 60 || !char.IsUpper(_text[i])) return null;
        var stop = _text.AsSpan(i, end - i).IndexOfAny(',', '.', ';');
        if (stop > 3) end = i + stop;
        return new ClaimDraft
        {
            Sentence = SentenceAt(q.Span.Start),
            CueToken = -1,
            Cue = new Span(dash, dash + 1),
            Entry = new CueEntry(CueKind.Phrase, "―", "", "says", true, CueComplements.Quote),
            Source = new Span(i, end),
            Content = q.Span,
        };
    }

    private static ClaimDraft Carry(ClaimDraft from, Quotation q) => new()
    {
        Sentence = from.Sentence,
        CueToken = from.CueToken,
        Cue = from.Cue,
        Entry = from.Entry,
        SourceToken = from.SourceToken,
        Source = from.Source,
        Content = q.Span,
    };

    private bool HasStop(Span cue, Span quote)
    {
        var between = cue.Start >= quote.End ? _text.AsSpan(quote.End, cue.Start - quote.End) : _text.AsSpan(cue.End, quote.Start - cue.End);
        return StopsBetween(between) > 0;
    }

    private static int StopsBetween(ReadOnlySpan<char> text)
    {
        var stops = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])) && IsWordBefore(text, i)) stops++;
        return stops;
    }

    // "Rep.", "Sen." and initials end no sentence.
    private static bool IsWordBefore(ReadOnlySpan<char> text, int stop)
    {
        var start = stop;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        return stop - start >= 4 || (stop - start >= 2 && char.IsLower(text[start]));
    }

    private static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) return false;
        return true;
    }

    private int Words(Span span)
    {
        var n = 0;
        var inside = false;
        foreach (var c in span.In(_text))
        {
            var letter = char.IsLetterOrDigit(c);
            if (letter && !inside) n++;
            inside = letter || (inside && c is '\'' or '’');
        }

        return n;
    }

    private int Paragraph(int offset)
    {
        var i = paragraphs.BinarySearch(offset);
        return i >= 0 ? i : ~i - 1;
    }

    private int ParagraphStart(int paragraph)
    {
        var i = paragraphs[paragraph];
        while (i < _text.Length && char.IsWhiteSpace(_text[i])) i++;
        return i;
    }

    private int SentenceAt(int offset)
    {
        var at = 0;
        for (var i = 0; i < document.Sentences.Count && document.Sentences[i].Span.Start <= offset; i++) at = i;
        return at;
    }
}
