using System.Collections.Immutable;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>One act as one document tells it: who did what to whom, when, where, on whose word. Spans are UTF-16.</summary>
public sealed record EventMention
{
    /// <summary>Stable hash of document id, trigger span, code and parties.</summary>
    public required string Id { get; init; }

    /// <summary>Number of the sentence, from 0, and its span.</summary>
    public required int Sentence { get; init; }

    public required Span SentenceSpan { get; init; }

    public EventParty? Source { get; init; }

    public EventParty? Target { get; init; }

    public required EventType Type { get; init; }

    public required Span Trigger { get; init; }

    public MeasureDetail? Measure { get; init; }

    public EventDate? Date { get; init; }

    public EventPlace? Place { get; init; }

    public required EventStatus Status { get; init; }

    /// <summary>True where it is told as earlier context, not as this report's news.</summary>
    public bool Background { get; init; }

    public Attribution Attribution { get; init; } = Attribution.None;

    /// <summary>Calibrated probability, 0 to 1, that source, class and target are right.</summary>
    public required double Confidence { get; init; }

    /// <summary>Probability that an act of its class is told there at all, whoever the parties are; 1 where nothing has weighed it.</summary>
    public double ClassConfidence { get; init; } = 1;

    /// <summary>Id of the frame that made it, or of the learnt reading.</summary>
    public required string Frame { get; init; }

    /// <summary>How it came about, step by step; filled only where an explanation was asked for.</summary>
    public ImmutableArray<string> Explanation { get; init; } = [];
}

/// <summary>An actor in an event, with the words it was read from.</summary>
/// <param name="Span">The words, which may stand in another sentence for a pronoun or a description.</param>
public sealed record EventParty(Span Span, ActorIdentity Actor);

/// <summary>What kind of act: CAMEO code with its label, PLOVER reading, quad class and Goldstein value.</summary>
/// <param name="Cameo">CAMEO code of two to four digits.</param>
/// <param name="Quad">1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</param>
public sealed record EventType(string Cameo, string Label, PloverType? Plover, int Quad, double Goldstein);

/// <summary>A PLOVER event type with its mode and contexts. CAMEO 01 has none.</summary>
public sealed record PloverType(string Type, string? Mode, ImmutableArray<string> Contexts);

/// <summary>Whether the act took place, in the order of the contract.</summary>
public enum EventStatus : byte
{
    Actual,

    /// <summary>Said, planned or decided to come.</summary>
    Announced,

    /// <summary>To come on a condition.</summary>
    Threatened,

    Requested,

    /// <summary>Negated or refused.</summary>
    Denied,

    Hypothetical,
}

/// <summary>On whose word an event stands.</summary>
/// <param name="Speaker">Who says it, or null for the narrator.</param>
/// <param name="Cue">The words that say so ("said", "according to").</param>
public sealed record Attribution(EventParty? Speaker, Span? Cue)
{
    public static readonly Attribution None = new(null, null);

    /// <summary>False where only the speaker vouches for it ("accused", "claimed"), not the narrator.</summary>
    public bool Asserted { get; init; } = true;

    /// <summary>A second-hand source such as an agency or newspaper ("Reuters").</summary>
    public Span? Via { get; init; }
}
