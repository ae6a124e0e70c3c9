using System.Globalization;
using Demarche.Coding;
using Demarche.Formats.Json;
using Demarche.Language;

namespace Demarche.Web.Reading;

/// <summary>Turns each layer of a coded report into marks with their notes.</summary>
internal sealed class LayerMarks(string text)
{
    private readonly List<TextMark> _marks = [];
    private readonly List<TextEvidence> _evidence = [];
    private readonly List<TextNote> _notes = [];

    public IReadOnlyList<TextMark> Marks => _marks;

    public IReadOnlyList<TextEvidence> Evidence => _evidence;

    public IReadOnlyList<TextNote> Notes => _notes;

    public void Add(ReadEvent read)
    {
        var e = read.Mention;
        var id = Note(ReaderLayer.Events, $"{read.Number}. {Acts.Line(e)}",
            $"{e.Type.Cameo} {e.Type.Label}", $"{e.Status.Name()}{(e.Background ? ", background" : "")} · certainty {Share(e.Confidence)}");
        _marks.Add(new TextMark(id, ReaderLayer.Events, e.Trigger, "q" + e.Type.Quad) { Event = read.Number });
        if (e.Measure is { } m)
        {
            var measure = Note(ReaderLayer.Measures, Acts.Kind(m.Kind), Lines(
                m.Count is { } n ? $"count {n:N0}" : m.Range is { } r ? $"count {r.Low:N0} to {r.High:N0}" : "no count stated",
                m.Effective is { } effective ? $"in effect {effective.Timex}" : null,
                m.Deadline is { } deadline ? $"deadline {deadline.Timex}" : null,
                m.Response is { } answer ? $"answers “{Words(answer.Span)}”" : null));
            _marks.Add(new TextMark(measure, ReaderLayer.Measures, e.Trigger, "kind") { Event = read.Number });
            if (m.CountSpan is { } count) _marks.Add(new TextMark(measure, ReaderLayer.Measures, count, "count"));
            if (m.Response is { } response) _marks.Add(new TextMark(measure, ReaderLayer.Measures, response.Cue, "cue"));
            Evident("count", m.CountSpan);
            Evident("answers", m.Response?.Span);
            Evident("effective", m.Effective?.Span);
        }
        Evident("trigger", e.Trigger);
        Evident("source", e.Source?.Span);
        Evident("target", e.Target?.Span);
        Evident("day", e.Date?.Span);
        Evident("place", e.Place?.Span);
        Evident("speaker", e.Attribution.Speaker?.Span);
        Evident("cue", e.Attribution.Cue);

        void Evident(string role, Span? span)
        {
            if (span is { IsEmpty: false } s) _evidence.Add(new TextEvidence(read.Number, role, s));
        }
    }

    public void Add(ActorMention a)
    {
        var names = string.Join(" and ", a.Actors.Select(i => i.Cameo is null ? i.Name : $"{i.Name} [{i.Cameo}]"));
        var id = Note(ReaderLayer.Actors, names, Lines(
            a.Antecedent is { } earlier ? $"read by {a.Basis}, for “{Words(earlier)}”" : $"read by {a.Basis}",
            a.Actors.Length == 1 && a.Actor.Role is { } role ? role : null,
            a.IsScene ? "names the scene rather than a party" : null));
        _marks.Add(new TextMark(id, ReaderLayer.Actors, a.Span));
    }

    public void Add(PlaceMention p) =>
        _marks.Add(new TextMark(
            Note(ReaderLayer.Places, p.Country is null ? p.Name : $"{p.Name}, {p.Country}", Lines(
                p.Admin,
                p.Latitude is { } lat && p.Longitude is { } lon ? string.Create(CultureInfo.InvariantCulture, $"{p.Precision.Name()} at {lat:0.##}, {lon:0.##}") : p.Precision.Name())),
            ReaderLayer.Places, p.Span));

    public void Add(TimeExpression t) =>
        _marks.Add(new TextMark(
            Note(ReaderLayer.Times, t.Value, Lines(
                t.Type.ToLowerInvariant(),
                t.First is { } first && t.After is { } after && after > first.AddDays(1) ? $"{Day(first)} to {Day(after.AddDays(-1))}" : null,
                t.Basis switch { DateBasis.Stated => "stated", DateBasis.Relative => "reckoned from another day", _ => "from the report's day" })),
            ReaderLayer.Times, t.Span));

    public void Add(Claim c)
    {
        var id = Note(ReaderLayer.Claims, $"{(c.Source is { } who ? Words(who) : "Somebody unnamed")} · {(c.Cue is { } words ? Words(words) : "says")}", Lines(
            c.Quoted ? "quoted" : "reported",
            c.Asserted ? "the report stands behind it" : "only the speaker vouches for it",
            c.Via is { } via ? $"by way of {Words(via)}" : null));
        _marks.Add(new TextMark(id, ReaderLayer.Claims, c.Content, "content"));
        if (c.Source is { } source) _marks.Add(new TextMark(id, ReaderLayer.Claims, source, "source"));
        if (c.Cue is { } cue) _marks.Add(new TextMark(id, ReaderLayer.Claims, cue, "cue"));
    }

    private string Note(ReaderLayer layer, string title, params string[] lines)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"n{_notes.Count + 1}");
        _notes.Add(new TextNote(id, layer, title, [.. lines]));
        return id;
    }

    private static string[] Lines(params string?[] lines) => [.. lines.Where(l => !string.IsNullOrEmpty(l)).Select(l => l!)];

    private string Words(Span span) => Acts.Plain(span.Quote(text));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Share(double p) => p.ToString(".00", CultureInfo.InvariantCulture);
}
