using Demarche.Coding.Mentions;
using Demarche.Knowledge.Claims;
using Demarche.Language;

namespace Demarche.Coding.Claims;

/// <summary>
/// Finds what a document says that somebody said, thought or wants: quotations and reported speech, with source and cue, across
/// sentences and nested. Safe for many threads.
/// </summary>
public sealed class ClaimStep(CueTable cues)
{
    private readonly CueReader _reader = new(cues);

    /// <summary>The claims in the order of their content. Without mentions no speaker is resolved.</summary>
    public IReadOnlyList<Claim> Find(ParsedDocument document, MentionTable? mentions = null)
    {
        var text = document.Document.Text;
        var drafts = new List<ClaimDraft>();
        foreach (var s in document.Sentences) _reader.Read(s, drafts);
        var paragraphs = new List<int>();
        var quotes = QuoteScanner.Scan(text, paragraphs);
        // What a quoted speaker says that others say is hers: the report attributes the quotation, not what is in it.
        drafts.RemoveAll(d => quotes.Exists(q => q.Span.Contains(d.Cue) && d.Content is { } c && q.Span.Length > c.Length));
        Accusers.Find(document, drafts);
        ColonCue.Read(document, paragraphs, drafts);
        new QuoteAttacher(document, drafts, quotes, paragraphs).Run();
        return Finish(document, drafts, quotes, mentions);
    }

    // "It is reported that", "was accused of", "is expected to", "fears that": told of nobody in particular, yet told.
    private static bool StandsAlone(ClaimDraft d) => d.Quoted || d.Entry.Class is "says" or "reports" or "claims" or "accuses" or "warns" || IsSupposed(d);

    // The content goes around its cue: "he is expected to leave".
    private static bool IsSupposed(ClaimDraft d) =>
        d is { Entry: { Class: "believes", Kind: CueKind.Verb }, Content: { } content } && content.Start < d.Cue.Start && content.End > d.Cue.End;

    // "If you think so", "anyone who wants it": nobody in particular thinks or wants.
    private static bool IsAnybody(ParsedDocument document, ClaimDraft d) =>
        d is { Quoted: false, Source: { } source } && d.Entry.Class != "says" && source.Quote(document.Document.Text).ToLowerInvariant() is "you" or "anyone" or "anybody";

    private static List<Claim> Finish(ParsedDocument document, List<ClaimDraft> drafts, List<Quotation> quotes, MentionTable? mentions)
    {
        var claims = new List<(Claim Claim, bool Media)>();
        foreach (var d in drafts)
        {
            if (d.Content is not { } content || content.IsEmpty || IsAnybody(document, d) || d.Source is null && !StandsAlone(d) || content.Contains(d.Cue) && d.Cue.Contains(content)) continue;
            var told = d.SourceSentence ?? d.Sentence;
            var speakers = d.SourceToken < 0 ? null : mentions?.At(told, d.SourceToken) ?? mentions?.ModifierAt(told, d.SourceToken);
            var claim = new Claim(d.Sentence, content, d.Source, d.Cue)
            {
                Speakers = speakers?.Actors ?? [],
                Quoted = quotes.Exists(q => q.Span.Overlaps(content)),
                CueLemma = d.Entry.Lemma,
                CueClass = d.Entry.Class,
                Asserted = d.Entry.Asserted,
                Withheld = d.CueToken >= 0 && ClauseTree.IsNegated(document.Sentences[d.Sentence], d.CueToken) && d.Entry.Class is "says" or "reports" or "mentions",
            };
            claims.Add((claim, SecondHand.Is(document, d, claim)));
        }

        claims.Sort((a, b) => a.Claim.Content.Start != b.Claim.Content.Start
            ? a.Claim.Content.Start.CompareTo(b.Claim.Content.Start)
            : b.Claim.Content.End.CompareTo(a.Claim.Content.End));
        return SecondHand.Mark(claims);
    }
}
