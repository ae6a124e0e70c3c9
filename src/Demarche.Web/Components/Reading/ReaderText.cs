using System.Globalization;
using Demarche.Language;
using Demarche.Web.Components.Parts;
using Demarche.Web.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Demarche.Web.Components.Reading;

/// <summary>
/// The words of a report with their marks. Written without a template, since between two stretches of text no white space may come.
/// All of it is text: nothing of a report reaches the page as markup.
/// </summary>
public sealed class ReaderText : ComponentBase
{
    [Parameter, EditorRequired] public required ReportReading Reading { get; set; }

    /// <summary>Stretches that the page was asked for, such as the sentence of an event.</summary>
    [Parameter] public IReadOnlyList<Span> Lit { get; set; } = [];

    /// <summary>The page's own address, for links to a place in it.</summary>
    [Parameter, EditorRequired] public required string Here { get; set; }

    /// <summary>Characters shown; the rest of a book is not.</summary>
    [Parameter] public int Limit { get; set; } = 300_000;

    private ReportReading? _built;
    private IReadOnlyList<IReadOnlyList<TextSegment>> _paragraphs = [];

    /// <summary>Only another report or another place changes the text; layers are switched by the article's class.</summary>
    protected override bool ShouldRender() => !ReferenceEquals(_built, Reading);

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_built, Reading)) return;
        var text = Reading.Document.Text;
        var evidence = Reading.Evidence.Concat(Lit.Select(s => new TextEvidence(0, "lit", s))).ToList();
        _paragraphs = [.. TextSegments.Paragraphs(text).Where(p => p.Start < Limit).Select(p => TextSegments.Cut(text, p, Reading.Marks, evidence))];
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        _built = Reading;
        var named = new HashSet<int>();
        for (var i = 0; i < _paragraphs.Count; i++)
        {
            var paragraph = _paragraphs[i];
            builder.OpenElement(0, "p");
            if (i == 0 && IsHeadline(paragraph)) builder.AddAttribute(1, "class", "headline");
            foreach (var segment in paragraph) Write(builder, segment, named);
            builder.CloseElement();
        }
    }

    /// <summary>A short first paragraph without a full stop, above others.</summary>
    private bool IsHeadline(IReadOnlyList<TextSegment> first) =>
        _paragraphs.Count > 1 && first[^1].Span.End - first[0].Span.Start <= 160 && Reading.Document.Text[first[^1].Span.End - 1] != '.';

    private void Write(RenderTreeBuilder builder, TextSegment segment, HashSet<int> named)
    {
        var words = segment.Span.Quote(Reading.Document.Text);
        if (segment.Marks.IsEmpty && segment.Evidence.IsEmpty)
        {
            builder.AddContent(2, words);
            return;
        }
        var opens = segment.Marks.FirstOrDefault(m => m.Event is not null)?.Event;
        builder.OpenElement(3, opens is null ? "span" : "a");
        builder.AddAttribute(4, "class", ClassOf(segment));
        if (segment.Marks.Length > 0)
        {
            var notes = string.Join(' ', segment.Marks.Select(m => m.Id).Distinct());
            builder.AddAttribute(5, "data-notes", notes);
            builder.AddAttribute(6, "aria-describedby", notes);
        }
        var evidence = segment.Evidence.Where(e => e.Event > 0).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Event}:{e.Role}"));
        builder.AddAttribute(7, "data-evidence", string.Join(' ', evidence));
        if (opens is { } number)
        {
            var id = Reading.Events[number - 1].EventId;
            builder.AddAttribute(8, "href", id is null ? string.Create(CultureInfo.InvariantCulture, $"{Here}#event-{number}") : Links.Event(id));
            if (id is null) builder.AddAttribute(9, "data-event", number);
            if (named.Add(number)) builder.AddAttribute(10, "id", string.Create(CultureInfo.InvariantCulture, $"at-{number}"));
        }
        else if (segment.Marks.Length > 0)
        {
            builder.AddAttribute(11, "tabindex", "-1");
        }
        builder.AddContent(12, words);
        builder.CloseElement();
    }

    private static string ClassOf(TextSegment segment)
    {
        var classes = new SortedSet<string>(StringComparer.Ordinal) { "mark" };
        foreach (var m in segment.Marks)
        {
            var layer = m.Layer.ToString().ToLowerInvariant();
            classes.Add("l-" + layer);
            if (m.Part.Length > 0) classes.Add($"{layer}-{m.Part}");
        }
        if (segment.Evidence.Any(e => e.Event == 0)) classes.Add("asked");
        return string.Join(' ', classes);
    }
}
