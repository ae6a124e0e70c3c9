using Demarche.Coding;
using Demarche.Formats.Json;
using Demarche.Language;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Demarche.Cli.Reading;

/// <summary>What was found in each sentence of a report, layer by layer, and the steps behind each event.</summary>
internal static class ExplanationView
{
    private static readonly Style Quiet = new(decoration: Decoration.Dim);
    private static readonly Style Strong = new(decoration: Decoration.Bold);

    /// <param name="only">Number of the one sentence to show, from 1; null for all.</param>
    public static IEnumerable<IRenderable> Of(CodedDocument coded, IReadOnlyList<ParsedSentence> sentences, int? only)
    {
        foreach (var s in sentences)
        {
            if (only is { } n && n != s.Index + 1) continue;
            yield return Sentence(coded, s);
        }
    }

    private static Rows Sentence(CodedDocument coded, ParsedSentence s)
    {
        var text = coded.Document.Text;
        string Words(Span span) => PeoplesWords.Plain(span.Quote(text));
        var rows = new List<IRenderable> { new Hanging($"{s.Index + 1,3}  ", "     ", Quiet, new Text(Words(s.Span), Strong)) };
        Add("actors", coded.Actors.Where(a => s.Span.Contains(a.Span)).Select(a =>
            $"“{Words(a.Span)}” {string.Join(" and ", a.Actors.Select(i => i.Cameo is null ? i.Name : $"{i.Name} [{i.Cameo}]"))} by {a.Basis}"));
        Add("times", coded.Times.Where(t => s.Span.Contains(t.Span)).Select(t => $"“{Words(t.Span)}” {t.Type} {t.Value}"));
        Add("places", coded.Places.Where(p => s.Span.Contains(p.Span)).Select(p => $"“{Words(p.Span)}” {p.Name}, {p.Country ?? "no country"}"));
        Add("claims", coded.Claims.Where(c => s.Span.Contains(c.Content)).Select(c =>
            $"{(c.Source is { } who ? $"“{Words(who)}”" : "somebody")} {(c.Cue is { } cue ? $"“{Words(cue)}”" : "says")}: “{Words(c.Content)}”"));
        var events = coded.Events.Where(e => e.Sentence == s.Index).ToList();
        if (events.Count == 0) rows.Add(new Hanging("     ", "     ", Quiet, new Text("no event", Quiet)));
        foreach (var e in events)
        {
            rows.Add(new Hanging("   = ", "     ", Strong, new Text(FormattableString.Invariant(
                $"{PeoplesWords.Who(e.Source)} {ActPhrases.Of(e, several: false)}{(e.Target is null ? "" : " " + PeoplesWords.Who(e.Target))} · {e.Type.Cameo} {e.Type.Label} · {e.Status.Name()} · frame {e.Frame} · confidence {e.Confidence:F2}"))));
            if (!e.Explanation.IsDefaultOrEmpty) rows.AddRange(e.Explanation.Select(step => new Hanging("     · ", "       ", Quiet, new Text(step, Quiet))));
        }
        rows.Add(Text.NewLine);
        return new Rows(rows);

        void Add(string layer, IEnumerable<string> found)
        {
            foreach (var f in found) rows.Add(new Hanging($"     {layer,-7} ", "             ", Quiet, new Text(f, Quiet)));
        }
    }
}
