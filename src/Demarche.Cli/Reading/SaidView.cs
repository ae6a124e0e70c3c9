using Demarche.Coding;
using Demarche.Language;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Demarche.Cli.Reading;

/// <summary>
/// What a report says that somebody says, in the report's order: who, by way of whom, the cue, the words. Only speakers who are known actors, and
/// nothing whose act the record has told already on their word.
/// </summary>
internal static class SaidView
{
    /// <summary>Longest quotation in characters; the words at its end are made whole.</summary>
    private const int Longest = 160;

    private const int ShortestContent = 6;

    private static readonly Style Quiet = new(decoration: Decoration.Dim);
    private static readonly Style Strong = new(decoration: Decoration.Bold);

    public static IEnumerable<IRenderable> Of(CodedDocument coded)
    {
        var text = coded.Document.Text;
        foreach (var claim in coded.Claims)
        {
            if (!claim.IsOfTheReport || claim.Source is null || claim.Cue is null || claim.Speakers.IsDefaultOrEmpty || !IsSpeech(claim)) continue;
            // "a claim that they reject": the words are elsewhere.
            if (claim.Content.Length < ShortestContent) continue;
            if (coded.Events.Any(e => e.Attribution.Cue == claim.Cue || claim.Cue.Value.Overlaps(e.Trigger))) continue;
            var line = new Paragraph();
            line.Append(string.Join(" and ", claim.Speakers.Select(s => s.Name).Distinct(StringComparer.Ordinal)), Strong);
            if (claim.Via is { } via) line.Append($", via {PeoplesWords.InSentence(PeoplesWords.Plain(via.Quote(text)))}", Style.Plain);
            line.Append($" · {(claim.Withheld ? "did not " + claim.CueLemma : PeoplesWords.Plain(claim.Cue.Value.Quote(text)))} · ", Style.Plain);
            line.Append(Quoted(claim.Content.Quote(text)), Quiet);
            yield return new Hanging("     ", "       ", Quiet, line);
        }
    }

    private static bool IsSpeech(Claim claim) => claim.Quoted || claim.CueClass is "says" or "reports" or "claims" or "denies" or "accuses" or "warns" or "demands" or "promises";

    private static string Quoted(string content)
    {
        var words = PeoplesWords.Plain(content);
        // "We turn a page," with the comma that led to the cue.
        if (words.Length > 2 && words[^2] is ',' && words[^1] is '"' or '”' or '»') words = words[..^2] + words[^1];
        if (words.Length > Longest)
        {
            var end = words.LastIndexOf(' ', Longest);
            words = words[..(end > 0 ? end : Longest)] + " …";
        }

        return words.Length > 0 && words[0] is '"' or '“' or '«' or '„' ? words : $"“{words}”";
    }
}
