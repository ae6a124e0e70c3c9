using Demarche.Coding.Scoring;
using Demarche.Knowledge.Frames;
using Demarche.Language;

namespace Demarche.Coding.Events;

/// <summary>An event in the making. Steps change it in their order; what is left at the end becomes an <see cref="EventMention"/>.</summary>
public sealed class EventCandidate
{
    public required int Sentence { get; init; }

    /// <summary>Token of the trigger: a verb, the noun of a nominal event, or an adjective.</summary>
    public required int Trigger { get; init; }

    /// <summary>The verb that asserts it: the trigger itself, or the support verb of a noun.</summary>
    public required int Anchor { get; init; }

    public required Span TriggerSpan { get; init; }

    public required string Lemma { get; init; }

    /// <summary>Null where a scorer proposed it.</summary>
    public required Frame? Frame { get; init; }

    public required string FrameId { get; set; }

    /// <summary>CAMEO code as it stands now.</summary>
    public required string Code { get; set; }

    /// <summary>Code of the act itself, before any operator.</summary>
    public required string BaseCode { get; set; }

    public string? Measure { get; set; }

    public string? PloverType { get; set; }

    public string? PloverMode { get; set; }

    public List<ActorMention> Sources { get; } = [];

    public List<ActorMention> Targets { get; } = [];

    /// <summary>True where the source is only the nearest actor, since the tree gave none.</summary>
    public bool SourceGuessed { get; set; }

    /// <summary>True where the target is only the nearest actor.</summary>
    public bool TargetGuessed { get; set; }

    public EventStatus Status { get; set; }

    /// <summary>True where an operator or a support verb has said what the status is.</summary>
    public bool StatusFixed { get; set; }

    public bool Symmetric { get; set; }

    /// <summary>How sure the reading is; what selection goes by.</summary>
    public double Confidence { get; set; }

    /// <summary>The probability of its class, as a scorer sees it. Null without a scorer.</summary>
    public double? Calibrated { get; set; }

    /// <summary>The probability that source, class and target are right; what the record states. Null without a scorer.</summary>
    public double? Judged { get; set; }

    /// <summary>What the party model made of the mentions near it; null where none weighed them.</summary>
    public PartyWeights? Weights { get; set; }

    public bool IsNominal { get; init; }

    /// <summary>Token of the argument that is counted and ranked: "eight diplomats".</summary>
    public int Counted { get; set; } = -1;

    /// <summary>True where an outer event has taken it up.</summary>
    public bool Consumed { get; set; }

    /// <summary>Set by a scorer to drop it.</summary>
    public bool Dropped { get; set; }

    public MeasureResponse? Response { get; set; }

    public EventCandidate? Answers { get; set; }

    public bool Background { get; set; }

    /// <summary>What each step did, for an explanation; null where none was asked for.</summary>
    public List<string>? Steps { get; init; }

    public void Note(string step) => Steps?.Add(step);
}
