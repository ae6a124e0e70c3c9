using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>What an event carries where it is a diplomatic measure.</summary>
/// <param name="Kind">One of the measure kinds of the contract, such as <c>diplomats_expelled</c>.</param>
/// <param name="Count">Number as stated, or null.</param>
public sealed record MeasureDetail(string Kind, long? Count)
{
    /// <summary>A range or an estimate: "dozens" is 24 to 99. Null where the count is exact or absent.</summary>
    public CountRange? Range { get; init; }

    public Span? CountSpan { get; init; }

    /// <summary>When it takes or took effect, where that is told apart from its announcement.</summary>
    public EventDate? Effective { get; init; }

    /// <summary>The deadline to leave or comply.</summary>
    public EventDate? Deadline { get; init; }

    public string? Rank { get; init; }

    public string? Post { get; init; }

    /// <summary>The reason or demand given, as words of the text.</summary>
    public Span? Reason { get; init; }

    public MeasureResponse? Response { get; init; }
}

/// <summary>Both ends included.</summary>
public readonly record struct CountRange(long Low, long High);

/// <summary>What a measure answers.</summary>
/// <param name="Cue">"in response to", "after" …</param>
/// <param name="Span">The words that tell of the provocation.</param>
/// <param name="To">Id of the event answered, where it was coded too.</param>
public sealed record MeasureResponse(Span Cue, Span Span, string? To);

/// <summary>A measure as the layer gives it: one line for each kind, sender and target in a document.</summary>
public sealed record Measure(
    Span Span, string Kind, ActorIdentity? Sender, ActorIdentity? Target, long? Count, EventStatus Status, bool Response, string EventId);
