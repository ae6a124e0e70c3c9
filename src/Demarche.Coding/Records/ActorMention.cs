using System.Collections.Immutable;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Coding;

/// <summary>A noun phrase or pronoun that stands for an actor.</summary>
/// <param name="Sentence">Number of the sentence, from 0.</param>
/// <param name="Head">Index of the head token in it.</param>
/// <param name="Span">The words of the mention.</param>
/// <param name="Actors">Usually one; several for "the two countries" and the like.</param>
public sealed record ActorMention(int Sentence, int Head, Span Span, ImmutableArray<ActorIdentity> Actors)
{
    /// <summary>How it was resolved: name, agent, role, apposition, description, acronym, pronoun.</summary>
    public required string Basis { get; init; }

    /// <summary>The earlier mention that it refers back to, if any.</summary>
    public Span? Antecedent { get; init; }

    /// <summary>
    /// True where the words name the scene rather than a party ("in Moscow"); such a mention is a party only where nothing better is.
    /// </summary>
    public bool IsScene { get; init; }

    /// <summary>True for several ("troops", "they"); it decides what a pronoun can mean.</summary>
    public bool IsPlural { get; init; }

    /// <summary>True for persons and groups of them, false for states and bodies.</summary>
    public bool IsHuman { get; init; }

    /// <summary>Noun by which it was called, in lower case: "minister", "troops"; null for a bare name.</summary>
    public string? Noun { get; init; }

    public ActorIdentity Actor => Actors[0];
}
