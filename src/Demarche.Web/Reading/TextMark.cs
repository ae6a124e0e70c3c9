using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Web.Reading;

/// <summary>What the reader can show over a text, in the order of its switches.</summary>
public enum ReaderLayer : byte
{
    Events,
    Measures,
    Actors,
    Places,
    Times,
    Claims,
}

/// <summary>Words of a text that mean something, and what the reader says of them.</summary>
/// <param name="Id">Names the note; several marks may share one, such as a claim's words and its cue.</param>
/// <param name="Part">A narrower kind for its look: q1 to q4 for events, cue or content for claims; empty for none.</param>
public sealed record TextMark(string Id, ReaderLayer Layer, Span Span, string Part = "")
{
    /// <summary>The event that a click opens: its number in this report.</summary>
    public int? Event { get; init; }
}

/// <summary>Words that an event was read from: lit up together with its trigger.</summary>
public sealed record TextEvidence(int Event, string Role, Span Span);

/// <summary>What the reader says of a mark.</summary>
public sealed record TextNote(string Id, ReaderLayer Layer, string Title, ImmutableArray<string> Lines);

/// <summary>A stretch of text under the same marks.</summary>
public sealed record TextSegment(Span Span, ImmutableArray<TextMark> Marks, ImmutableArray<TextEvidence> Evidence);
