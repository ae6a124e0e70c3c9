using Demarche.Coding;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Formats.Import;

/// <summary>An event of another data set, as its row tells it.</summary>
/// <param name="Id">The row's own id.</param>
public sealed record ImportedEvent(string Id, DateOnly? Date, ActorIdentity? Source, ActorIdentity? Target, EventType Type)
{
    public EventPlace? Place { get; init; }

    public string? Publisher { get; init; }

    public string? Url { get; init; }

    /// <summary>
    /// A document of one sentence that stands for the row, so that old data can lie beside the new in a ledger: its text says who, what
    /// and whom, and every span points into it.
    /// </summary>
    public CodedDocument ToCoded(string dataset)
    {
        var source = Source?.Name ?? "";
        var target = Target?.Name ?? "";
        var text = $"[{dataset} {Id}] {source} > {Type.Label} > {target}{(Place is null ? "" : $" ({Place.Name})")}";
        var start = dataset.Length + Id.Length + 4;
        var trigger = new Span(start + source.Length + 3, start + source.Length + 3 + Type.Label.Length);
        var document = new Document($"{dataset}:{Id}", text) { Date = Date, Publisher = Publisher, Url = Url };
        var mention = new EventMention
        {
            Id = $"{dataset}:{Id}",
            Sentence = 0,
            SentenceSpan = new Span(0, text.Length),
            Source = Source is null ? null : new EventParty(new Span(start, start + source.Length), Source),
            Target = Target is null ? null : new EventParty(new Span(trigger.End + 3, trigger.End + 3 + target.Length), Target),
            Type = Type,
            Trigger = trigger,
            Date = Date is { } day ? new EventDate(null, day, DateBasis.Document, DatePrecision.Day, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) : null,
            Place = Place is null ? null : Place with { Span = new Span(text.Length - 1 - Place.Name.Length, text.Length - 1) },
            Status = EventStatus.Actual,
            Confidence = 0.5,
            Frame = "import:" + dataset,
        };
        return new CodedDocument(document) { SentenceCount = 1, Events = [mention] };
    }
}
