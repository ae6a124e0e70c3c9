using Demarche.Coding;
using Demarche.Formats.Json;
using Demarche.Language;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Demarche.Cli.Reading;

/// <summary>
/// The record of one report for people: what it is, then each event as one line (who did what to whom, when, where, its status, on
/// whose word) with the words it was read from; the news first, then what is told as background, then what is said besides.
/// </summary>
internal static class RecordView
{
    private static readonly Style Quiet = new(decoration: Decoration.Dim);
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Code = new(Color.Grey);

    /// <param name="name">What to call the report where it has no title: its file, or "standard input".</param>
    public static IEnumerable<IRenderable> Of(CodedDocument coded, string name, bool explain)
    {
        var news = ToldAct.Of(coded.Events.Where(e => !e.Background));
        var background = ToldAct.Of(coded.Events.Where(e => e.Background));
        yield return Head(coded, name, news.Count, background.Count);
        if (coded.Events.Count == 0)
        {
            yield return new Paragraph("No political event was found in this report.\n", Quiet);
            yield break;
        }
        var number = 0;
        foreach (var (title, acts) in new[] { ("NEWS", news), ("BACKGROUND", background) })
        {
            if (acts.Count == 0) continue;
            yield return new Paragraph(number == 0 ? $"\n{title}\n" : $"{title}\n", Strong);
            foreach (var act in acts)
                foreach (var part in Entry(coded.Document, act, ++number, explain)) yield return part;
        }

        var said = SaidView.Of(coded).ToList();
        if (said.Count == 0) yield break;
        yield return new Paragraph("SAID\n", Strong);
        foreach (var line in said) yield return line;
        yield return Text.NewLine;
    }

    private static Paragraph Head(CodedDocument coded, string name, int news, int background)
    {
        var d = coded.Document;
        var head = new Paragraph();
        head.Append(PeoplesWords.Plain(d.Title ?? name) + "\n", Strong);
        var facts = new List<string>();
        if (d.Title is not null) facts.Add(name);
        if (d.Publisher is not null) facts.Add(d.Publisher);
        facts.Add(d.Date is { } day ? PeoplesWords.Day(day) : "no date: give one with --date, so that “Monday” can be placed");
        facts.Add(Counted(coded.SentenceCount, "sentence"));
        facts.Add($"{Counted(news + background, "event")}{(background > 0 ? $", {background} of them background" : "")}");
        head.Append(string.Join(" · ", facts) + "\n", Quiet);
        return head;
    }

    private static IEnumerable<IRenderable> Entry(Document document, ToldAct act, int number, bool explain)
    {
        var e = act.First;
        var line = new Paragraph();
        line.Append(PeoplesWords.Who(act.Sources), Strong);
        line.Append($" {ActPhrases.Of(e, act.Sources.Count > 1)}", Style.Plain);
        if (act.Targets.Count > 0) line.Append($" {PeoplesWords.Who(act.Targets)}", Strong);
        foreach (var part in Circumstances(document.Text, e)) line.Append($" · {part}", Style.Plain);
        // "rebuffs" and "denies" say it themselves.
        if (!(e.Status == EventStatus.Denied && e.Type.Cameo.StartsWith("12", StringComparison.Ordinal)))
        {
            line.Append(" · ", Style.Plain);
            line.Append(e.Status.Name(), Colour(e.Status));
        }

        // "announced, from 1 Nov 2021"
        if (e.Measure?.Effective is { } from) line.Append($", from {PeoplesWords.When(from)}", Style.Plain);
        if (e.Measure?.Deadline is { } by) line.Append($", {(IsDeparture(e.Measure.Kind) ? "by" : "until")} {PeoplesWords.When(by)}", Style.Plain);
        // What somebody says of their own act is plain from who acts.
        var own = e.Source?.Actor.Name is { } actor && e.Attribution.Speaker?.Actor.Name == actor && e.Status is not EventStatus.Announced;
        if (PeoplesWords.OnWhoseWord(own ? e.Attribution with { Speaker = null } : e.Attribution, document.Text) is { } word) line.Append($" · {word}", Style.Plain);
        line.Append($"  {e.Type.Cameo} {e.Type.Plover?.Type ?? "STATEMENT"}", Code);
        yield return new Hanging($"{number,3}  ", "     ", Quiet, line);

        var quotation = new Paragraph();
        Quotation.Append(quotation, document.Text, act);
        yield return new Hanging("     │ ", "     │ ", Quiet, quotation);
        if (explain && !e.Explanation.IsDefaultOrEmpty)
            foreach (var step in e.Explanation) yield return new Hanging("       · ", "         ", Quiet, new Text(step, Quiet));
        yield return Text.NewLine;
    }

    private static IEnumerable<string> Circumstances(string text, EventMention e)
    {
        if (e.Date is { } date) yield return PeoplesWords.When(date);
        if (e.Place is { } place) yield return place.Name;
        if (e.Measure?.Response is { } response) yield return PeoplesWords.Provocation(response, text);
    }

    // What is to be done by a day, not to last until it.
    private static bool IsDeparture(string kind) => kind is "diplomats_expelled" or "ambassador_expelled" or "staff_withdrawn" or "mission_closed" or "troops_withdrawn" or "ambassador_recalled" or "channel_closed";

    private static Style Colour(EventStatus status) => status switch
    {
        EventStatus.Actual => new Style(Color.Green),
        EventStatus.Announced => new Style(Color.Blue),
        EventStatus.Threatened => new Style(Color.Yellow),
        EventStatus.Denied => new Style(Color.Red),
        _ => new Style(Color.Grey),
    };

    private static string Counted(int n, string noun) => n == 1 ? $"1 {noun}" : $"{n} {noun}s";
}
