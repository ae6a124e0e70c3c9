using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding;
using Demarche.Ledger.Store;

namespace Demarche.Ledger.Canonical;

/// <summary>
/// What an event's mentions support best. Every independent report has one vote, its most certain mention, weighing as much as
/// its confidence; reprints of one origin are one report.
/// </summary>
internal sealed record EventSummary
{
    public required MentionFacts Best { get; init; }
    public LedgerParty? Source { get; init; }
    public LedgerParty? Target { get; init; }
    public required EventType Type { get; init; }
    public string? Kind { get; init; }
    public long? Count { get; init; }
    public CountRange? Range { get; init; }
    public string? Rank { get; init; }
    public string? Post { get; init; }
    public string? Reason { get; init; }
    public required EventStatus Status { get; init; }
    public bool Background { get; init; }
    public DateOnly? Day { get; init; }
    public DatePrecision Precision { get; init; }
    public DateBasis Basis { get; init; }
    public DateOnly? Threatened { get; init; }
    public DateOnly? Announced { get; init; }
    public DateOnly? InForce { get; init; }
    public DateOnly? Effective { get; init; }
    public DateOnly? Deadline { get; init; }
    public LedgerPlace? Place { get; init; }
    public int Documents { get; init; }
    public int Reports { get; init; }
    public ImmutableArray<string> Publishers { get; init; } = [];
    public double Confidence { get; init; }
    public ImmutableArray<EventConflict> Conflicts { get; init; } = [];
    public DateOnly? First { get; init; }
    public DateOnly? Last { get; init; }
    public bool Answering { get; init; }
    public ReviewState Review { get; init; }

    /// <summary>
    /// Whether it enters the series: dated, between two known parties, told as done, announced, threatened or asked for. Deeds that are
    /// only threatened or asked for did not happen; background whose day is only that of the report would make false peaks.
    /// </summary>
    public bool Counted =>
        Day is not null && Source is not null && Target is not null && Source.Code != Target.Code && Review != ReviewState.Rejected
        && !(Background && Basis == DateBasis.Document)
        && (Status is EventStatus.Actual or EventStatus.Announced
            || ((Status is EventStatus.Threatened or EventStatus.Requested) && (Type.Quad is 1 or 3)));

    public static EventSummary Of(IReadOnlyList<MentionFacts> mentions)
    {
        var votes = mentions.GroupBy(m => m.Document.Origin).OrderBy(g => g.Key)
            .Select(g => g.OrderByDescending(m => m.Mention.Confidence).ThenBy(m => m.Key).First()).ToList();
        // A report of the deed speaks for the event rather than one of the threat of it.
        var furthest = Furthest(mentions);
        var best = votes.OrderByDescending(m => m.Mention.Status == furthest).ThenByDescending(m => m.Mention.Confidence).ThenBy(m => m.Document.Date).ThenBy(m => m.Key).First();
        var counts = Votes.Of(mentions, m => m.Mention.Measure?.Count);
        var ranges = Votes.Of(mentions, m => m.Mention.Measure?.Range);
        var places = Votes.Of(mentions.Where(m => m.Mention.Place is not null), m => m.Mention.Place!.Name);
        var placed = places.IsEmpty ? null : mentions.First(m => m.Mention.Place?.Name == places[0].Value).Mention.Place;
        var real = mentions.Where(m => m.Mention.Status != EventStatus.Threatened).ToList();
        var (day, basis, precision) = DayOf(real.Count > 0 ? real : mentions, best.Kind is not null);
        var days = Votes.Of(mentions.Where(m => m.Day is not null && m.Basis != DateBasis.Document && m.Precision == DatePrecision.Day), m => m.Day);
        var codes = Votes.Of(mentions, m => m.Mention.Type.Cameo);
        return new EventSummary
        {
            Best = best,
            Source = Party(votes, m => m.Source),
            Target = Party(votes, m => m.Target),
            Type = mentions.Where(m => m.Mention.Type.Cameo == codes[0].Value).OrderByDescending(m => m.Mention.Confidence).ThenBy(m => m.Key).First().Mention.Type,
            Kind = best.Kind,
            Count = counts.IsEmpty ? null : counts[0].Value,
            Range = counts.IsEmpty && !ranges.IsEmpty ? ranges[0].Value : null,
            Rank = Votes.Of(mentions, m => m.Mention.Measure?.Rank).FirstOrDefault().Value,
            Post = Votes.Of(mentions, m => m.Mention.Measure?.Post).FirstOrDefault().Value,
            Reason = mentions.Where(m => m.Mention.Measure?.Reason is not null).OrderByDescending(m => m.Mention.Confidence).ThenBy(m => m.Key)
                .Select(m => m.ReasonWords).FirstOrDefault(),
            Status = furthest,
            Background = mentions.All(m => m.Mention.Background),
            Day = day,
            Basis = basis,
            Precision = precision,
            Threatened = Stage(mentions, EventStatus.Threatened),
            Announced = Stage(mentions, EventStatus.Announced),
            InForce = InForceOf(mentions),
            Effective = Votes.Of(mentions, m => m.Effective).FirstOrDefault().Value,
            Deadline = Votes.Of(mentions, m => m.Mention.Measure?.Deadline?.Value).FirstOrDefault().Value,
            Place = placed is null ? null : new LedgerPlace(placed.Name, placed.Country, placed.Latitude, placed.Longitude, placed.Precision),
            Documents = mentions.Select(m => m.Document.Key).Distinct().Count(),
            Reports = votes.Count,
            Publishers = PublishersOf(votes),
            Confidence = Certainty(votes),
            Conflicts =
            [
                .. Conflict("count", counts, n => n!.Value.ToString(CultureInfo.InvariantCulture)),
                .. Conflict("day", days, d => d!.Value.Iso()),
                .. Conflict("place", places, p => p),
                .. Conflict("cameo", codes, c => c),
            ],
            First = mentions.Min(m => m.Document.Date),
            Last = mentions.Max(m => m.Document.Date),
            Answering = mentions.Any(m => m.Mention.Measure?.Response is not null),
        };
    }

    private static LedgerParty? Party(List<MentionFacts> votes, Func<EventMention, EventParty?> side)
    {
        var actor = votes.OrderByDescending(m => m.Mention.Confidence).ThenBy(m => m.Key).Select(m => side(m.Mention)).FirstOrDefault(p => p is not null)?.Actor;
        return actor is null ? null : new LedgerParty(ActClass.PartyOf(actor)!, actor.Name, actor.Sectors, actor.Cameo)
        {
            Country = actor.Country,
            Role = actor.Role,
            Person = actor.Person,
        };
    }

    /// <summary>Stated days before reckoned ones before the day of the report; a measure is dated from its announcement.</summary>
    private static (DateOnly?, DateBasis, DatePrecision) DayOf(IReadOnlyList<MentionFacts> mentions, bool measure)
    {
        var dated = mentions.Where(m => m.Day is not null).ToList();
        if (dated.Count == 0) return (null, DateBasis.Document, DatePrecision.Day);
        var announced = measure ? dated.FindAll(m => m.Mention.Status == EventStatus.Announced) : [];
        // A later word of the decision does not move the deed.
        if (announced.Count > 0 && announced.Min(m => m.Day) <= dated.Min(m => m.Day)) dated = announced;
        var precision = dated.Min(m => m.Basis == DateBasis.Document ? DatePrecision.Day : m.Precision);
        var basis = dated.Where(m => m.Precision == precision || m.Basis == DateBasis.Document).Min(m => m.Basis);
        var best = dated.FindAll(m => m.Basis == basis && m.Precision == precision);
        if (best.Count == 0) best = dated;
        // Reports of an act come on its day or after: of days that are only those of reports the first stands, of equal votes the earliest.
        if (basis == DateBasis.Document) return (best.Min(m => m.Day), basis, precision);
        return (Votes.Of(best, m => m.Day)[0].Value, basis, precision);
    }

    private static EventStatus Furthest(IReadOnlyList<MentionFacts> mentions) => mentions.Min(m => m.Mention.Status);

    private static DateOnly? Stage(IReadOnlyList<MentionFacts> mentions, EventStatus status)
    {
        var (day, _, _) = DayOf([.. mentions.Where(m => m.Mention.Status == status)], measure: true);
        return day;
    }

    private static DateOnly? InForceOf(IReadOnlyList<MentionFacts> mentions)
    {
        var told = Votes.Of(mentions.Where(m => m.Mention.Status is EventStatus.Actual or EventStatus.Announced), m => m.Effective);
        return told.IsEmpty ? Stage(mentions, EventStatus.Actual) : told[0].Value;
    }

    private static ImmutableArray<string> PublishersOf(List<MentionFacts> votes) =>
    [
        .. votes.Select(m => m.Document.Publisher).OfType<string>().DistinctBy(PublisherKey).Order(StringComparer.Ordinal),
    ];

    /// <summary>"BBC" and "BBC News", "The Guardian" and "Guardian" are one publisher.</summary>
    private static string PublisherKey(string publisher)
    {
        var key = publisher.Trim().ToUpperInvariant();
        if (key.StartsWith("THE ", StringComparison.Ordinal)) key = key[4..];
        return key.EndsWith(" NEWS", StringComparison.Ordinal) ? key[..^5] : key;
    }

    private static double Certainty(List<MentionFacts> votes)
    {
        // Later reports often follow the first, so that each removes but half of the doubt that it would alone.
        var doubt = 1.0;
        var first = true;
        foreach (var c in votes.Select(m => m.Mention.Confidence).OrderDescending().Take(8))
        {
            doubt *= 1 - (first ? c : c / 2);
            first = false;
        }
        return Math.Round(1 - doubt, 4);
    }

    private static IEnumerable<EventConflict> Conflict<T>(string field, ImmutableArray<Vote<T>> votes, Func<T, string> text)
    {
        if (votes.Length > 1) yield return new EventConflict(field, [.. votes.Select(v => new EventReading(text(v.Value), v.Reports))]);
    }
}
