using Demarche.Knowledge.Claims;
using Demarche.Language;

namespace Demarche.Coding.Claims;

/// <summary>A claim in the making. Without content it is a cue that waits for a quotation.</summary>
internal sealed class ClaimDraft
{
    public required int Sentence { get; init; }

    public required int CueToken { get; init; }

    public required Span Cue { get; init; }

    public required CueEntry Entry { get; init; }

    /// <summary>Head token of the source in its sentence, or -1.</summary>
    public int SourceToken { get; set; } = -1;

    /// <summary>The sentence of <see cref="SourceToken"/>, where it is not the cue's.</summary>
    public int? SourceSentence { get; set; }

    public Span? Source { get; set; }

    public Span? Content { get; set; }

    public bool Quoted { get; set; }

    /// <summary>Takes in another stretch of what is said.</summary>
    public void Extend(Span more) => Content = Content is { } c ? c.Union(more) : more;
}
