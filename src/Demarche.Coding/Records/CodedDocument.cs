using Demarche.Language;

namespace Demarche.Coding;

/// <summary>All that was read from one document, each layer in text order. What Coding gives to the rooms after it.</summary>
public sealed record CodedDocument(Document Document)
{
    public int SentenceCount { get; init; }

    public IReadOnlyList<EventMention> Events { get; init; } = [];

    public IReadOnlyList<ActorMention> Actors { get; init; } = [];

    public IReadOnlyList<PlaceMention> Places { get; init; } = [];

    public IReadOnlyList<TimeExpression> Times { get; init; } = [];

    public IReadOnlyList<Claim> Claims { get; init; } = [];

    public IReadOnlyList<Measure> Measures { get; init; } = [];
}
