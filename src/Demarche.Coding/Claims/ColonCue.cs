using Demarche.Knowledge.Claims;
using Demarche.Language;

namespace Demarche.Coding.Claims;

/// <summary>"PRESIDENT: We go on." in a transcript, "Minister: No deal" in a headline: the source stands before a colon at the head of a line.</summary>
internal static class ColonCue
{
    private const int MostWords = 4;

    public static void Read(ParsedDocument document, List<int> paragraphs, List<ClaimDraft> drafts)
    {
        var text = document.Document.Text;
        for (var p = 0; p < paragraphs.Count; p++)
        {
            var start = paragraphs[p];
            var end = p + 1 < paragraphs.Count ? paragraphs[p + 1] : text.Length;
            while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '"' or '“')) start++;
            while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
            var colon = text.AsSpan(start, Math.Min(end - start, 60)).IndexOf(':');
            if (colon < 3 || start + colon + 4 >= end || text[start + colon + 1] != ' ') continue;
            var name = text.AsSpan(start, colon);
            // A transcript names its speakers in capitals; only a headline, the first line, may do otherwise.
            if (!IsName(name, capitals: p > 0)) continue;
            var content = start + colon + 1;
            while (content < end && char.IsWhiteSpace(text[content])) content++;
            drafts.Add(new ClaimDraft
            {
                Sentence = SentenceAt(document, start),
                CueToken = -1,
                Cue = new Span(start + colon, start + colon + 1),
                Entry = new CueEntry(CueKind.Phrase, ":", "", "says", true, CueComplements.Quote),
                Source = new Span(start, start + colon),
                Content = new Span(content, end),
            });
        }
    }

    private static bool IsName(ReadOnlySpan<char> words, bool capitals)
    {
        var n = 1;
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            if (c == ' ') n++;
            else if (char.IsDigit(c) || c is '"' or '“' or ',' || (capitals && char.IsLower(c))) return false;
            if ((i == 0 || words[i - 1] == ' ') && char.IsLower(c)) return false;
        }

        return n <= MostWords;
    }

    private static int SentenceAt(ParsedDocument document, int offset)
    {
        var at = 0;
        for (var i = 0; i < document.Sentences.Count && document.Sentences[i].Span.Start <= offset; i++) at = i;
        return at;
    }
}
