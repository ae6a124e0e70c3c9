using Demarche.Coding;

namespace Demarche.Ledger;

/// <summary>A mention as stored: what the coder read, where it stands, and which event it was joined to and why.</summary>
/// <param name="Mention">The coder's record, spans in UTF-16 offsets into the document's text.</param>
/// <param name="Sentence">The words of its sentence.</param>
/// <param name="JoinReason">Why it was joined to the event, for people; "first report" for the founder.</param>
public sealed record StoredMention(
    EventMention Mention, string DocumentId, string EventId, string Sentence, string JoinReason, double JoinScore)
{
    public DateOnly? Reported { get; init; }

    public string? Publisher { get; init; }

    /// <summary>True where its document reprints another.</summary>
    public bool Reprint { get; init; }
}
