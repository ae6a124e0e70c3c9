using Demarche.Coding.Claims;
using Demarche.Coding.Mentions;
using Demarche.Coding.Places;
using Demarche.Coding.Status;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>When, where, on whose word, and whether as background: what the other steps know of an event. Read once a document, as needed.</summary>
internal sealed class Circumstances(ParsedDocument document, KnowledgeBase knowledge, MentionTable mentions)
{
    private readonly Lazy<TimeTable> _times = new(() => new TimeTable(document, TimeStep.Find(document)));
    private readonly Lazy<PlaceTable> _places = new(() => PlaceResolver.Resolve(document, knowledge, mentions));
    private readonly Lazy<IReadOnlyList<Claim>> _claims = new(() => new ClaimStep(knowledge.Cues).Find(document, mentions));

    public TimeTable TimeTable => _times.Value;

    public IReadOnlyList<TimeExpression> Times => _times.Value.All;

    public IReadOnlyList<PlaceMention> Places => _places.Value.All;

    public IReadOnlyList<Claim> Claims => _claims.Value;

    public EventMention With(ParsedSentence s, EventCandidate e, EventMention made)
    {
        var dates = Announced(s, made, EventDating.Of(s, e.Anchor, _times.Value));
        // What is still to come is nothing earlier: "after Norland withdraws its troops in 2014", told before.
        var background = dates.Effective is null ? BackgroundReading.Of(s, e.Anchor, dates.Date, _times.Value.DocumentDate) : null;
        if (background is not null) e.Note($"background: {background}");
        return made with
        {
            // Of what came before the report all that is known is that it came before.
            Date = background is not null && dates.Date?.Basis == DateBasis.Document ? null : dates.Date,
            Place = _places.Value.SceneOf(s.Index, e.Anchor) is { } p
                ? new EventPlace(p.Span, p.Name, p.Country, p.Latitude, p.Longitude, p.Precision)
                : null,
            Attribution = AttributionStep.Of(made.Trigger, Claims),
            Background = background is not null,
            Measure = made.Measure is { } m ? m with { Effective = dates.Effective, Deadline = dates.Deadline } : null,
            Explanation = e.Steps is null ? [] : [.. e.Steps],
        };
    }

    // "announced on Friday that it will close": what is only announced or threatened took place when it was said.
    private EventDates Announced(ParsedSentence s, EventMention made, EventDates dates)
    {
        if (dates.Date?.Basis != DateBasis.Document || made.Status is not (EventStatus.Announced or EventStatus.Threatened or EventStatus.Requested)) return dates;
        var cue = AttributionStep.Of(made.Trigger, Claims).Cue;
        if (cue is not { } words || !s.Span.Contains(words)) return dates;
        for (var t = 0; t < s.Count; t++)
        {
            if (s.Tokens[t].Start != words.Start || s.Tokens[t].Upos != Upos.VERB) continue;
            return EventDating.Of(s, t, _times.Value).Date is { Basis: not DateBasis.Document } said ? dates with { Date = said } : dates;
        }

        return dates;
    }
}
