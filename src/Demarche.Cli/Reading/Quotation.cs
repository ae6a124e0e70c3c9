using Demarche.Language;
using Spectre.Console;

namespace Demarche.Cli.Reading;

/// <summary>
/// The words of the report that an event was read from: its sentence, cut to what holds the trigger and the parties, with these
/// set off.
/// </summary>
internal static class Quotation
{
    /// <summary>Longest quotation in characters, before the words at its ends are made whole.</summary>
    private const int Longest = 200;

    private static readonly Style Plain = new(decoration: Decoration.Dim);
    private static readonly Style Trigger = new(decoration: Decoration.Bold);
    private static readonly Style Party = new(decoration: Decoration.Underline);

    /// <summary>Appends the quotation to a paragraph.</summary>
    public static void Append(Paragraph to, string text, ToldAct act)
    {
        var sentence = act.First.SentenceSpan;
        var marks = Marks(act, sentence);
        var cut = Cut(text, sentence, marks);
        to.Append(cut.Start > sentence.Start ? "… " : "", Plain);
        var at = cut.Start;
        foreach (var (span, style) in marks)
        {
            if (span.Start < at || span.End > cut.End) continue;
            Write(to, text, new Span(at, span.Start), Plain);
            Write(to, text, span, style);
            at = span.End;
        }
        Write(to, text, new Span(at, cut.End), Plain);
        to.Append(cut.End < sentence.End ? " …" : "", Plain);
    }

    private static List<(Span Span, Style Style)> Marks(ToldAct act, Span sentence)
    {
        var marks = new List<(Span Span, Style Style)> { (act.First.Trigger, Trigger) };
        foreach (var party in act.Sources.Concat(act.Targets)) marks.Add((party.Span, Party));
        marks.RemoveAll(m => !sentence.Contains(m.Span));
        marks.Sort((a, b) => a.Span.CompareTo(b.Span));
        return marks;
    }

    private static Span Cut(string text, Span sentence, List<(Span Span, Style Style)> marks)
    {
        if (sentence.Length <= Longest || marks.Count == 0) return sentence;
        var core = new Span(marks[0].Span.Start, marks.Max(m => m.Span.End));
        if (core.Length > Longest) core = marks.First(m => m.Style == Trigger).Span;
        var room = Math.Max(0, Longest - core.Length) / 2;
        var start = Math.Max(sentence.Start, core.Start - room);
        var end = Math.Min(sentence.End, core.End + room);
        while (start > sentence.Start && !char.IsWhiteSpace(text[start - 1])) start--;
        while (end < sentence.End && !char.IsWhiteSpace(text[end])) end++;
        return new Span(start, end);
    }

    /// <summary>Line breaks inside a sentence are shown as spaces.</summary>
    private static void Write(Paragraph to, string text, Span span, Style style)
    {
        if (span.IsEmpty) return;
        var words = PeoplesWords.Plain(span.Quote(text));
        var before = char.IsWhiteSpace(text[span.Start]) ? " " : "";
        var after = words.Length > 0 && char.IsWhiteSpace(text[span.End - 1]) ? " " : "";
        to.Append(before + words + after, style);
    }
}
