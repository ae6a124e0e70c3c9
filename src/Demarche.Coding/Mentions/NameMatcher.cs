using Demarche.Knowledge.Names;
using Demarche.Language;

namespace Demarche.Coding.Mentions;

/// <summary>
/// Finds the names, titles and nouns of the knowledge in a sentence: at each word the longest form that is written as it should be
/// and holds on the document's day; matches do not overlap.
/// </summary>
internal sealed class NameMatcher(Lexicon lexicon, int? day)
{
    // Acronyms that are ordinary words when a whole line is in capitals.
    private static readonly HashSet<ulong> OrdinaryWords =
        [.. new[] { "us", "who", "is", "it", "car", "aid", "pa", "or", "as", "am", "an", "ice", "sun", "if", "no" }.Select(w => NameWords.HashOf(w))];

    private static readonly HashSet<ulong> Stances = [.. new[] { "pro", "anti", "non" }.Select(w => NameWords.HashOf(w))];

    private readonly SentenceWords _words = new();

    public SentenceWords Words => _words;

    public List<NameMatch> Match(ParsedSentence sentence)
    {
        _words.Read(sentence);
        var found = new List<NameMatch>();
        for (var i = 0; i < _words.Count;)
        {
            var length = LongestAt(i, sentence, out var senses);
            if (length > 0) found.Add(new NameMatch(_words.TokenOf(i), _words.TokenOf(i + length - 1), senses));
            i += Math.Max(1, length);
        }
        return found;
    }

    private int LongestAt(int start, ParsedSentence sentence, out Sense[] senses)
    {
        senses = [];
        var best = 0;
        var words = _words.Words[start..];
        // Not the country in "pro-Russian", written as one token.
        if (start > 0 && _words.TokenOf(start) == _words.TokenOf(start - 1) && Stances.Contains(_words.Words[start - 1].Hash)) return 0;
        var key = Lexicon.Root;
        for (var n = 0; n < words.Length; n++)
        {
            if (n > 0 && !Continues(sentence, start + n)) break;
            if (!lexicon.Step(ref key, words[n].Hash, out var run)) break;
            if (run.IsEmpty || EndsInsideToken(start + n)) continue;
            var fitting = Fitting(lexicon.Senses(run), words[..(n + 1)], EndsInPossessive(sentence, _words.TokenOf(start + n)));
            if (fitting.Length == 0) continue;
            senses = fitting;
            best = n + 1;
        }
        return best;
    }

    // A name does not run over a comma or another mark that parts phrases; hyphens, points, apostrophes and brackets inside one token do no harm.
    private bool Continues(ParsedSentence sentence, int word)
    {
        var (before, after) = (_words.TokenOf(word - 1), _words.TokenOf(word));
        for (var t = before + 1; t < after; t++)
        {
            if (sentence.Tokens[t].Xpos is Xpos.POS or Xpos.HYPH) continue;
            var form = sentence.Form(t);
            if (form.Length == 1 && (form[0] is '.' or '\'' or '\u2019' or '&' || char.GetUnicodeCategory(form[0]) == System.Globalization.UnicodeCategory.DashPunctuation)) continue;
            return form is "," && IsPlaceComma(word);
        }
        return true;
    }

    // "Washington, D.C."
    private bool IsPlaceComma(int word) => _words.Words[word].Case == WordCase.Upper && _words.Words[word].End - _words.Words[word].Start <= 4;

    private bool EndsInsideToken(int word) =>
        word + 1 < _words.Count && _words.TokenOf(word + 1) == _words.TokenOf(word) && _words.Words[word].Case == WordCase.Lower;

    private static bool EndsInPossessive(ParsedSentence sentence, int token) =>
        TreeWalk.IsPossessor(sentence, token) || sentence.Form(token).EndsWith("s") && sentence.Form(token).IndexOfAny('\'', '\u2019') > 0;

    private Sense[] Fitting(ReadOnlySpan<Sense> senses, ReadOnlySpan<NameWord> words, bool possessive)
    {
        var count = 0;
        Span<int> kept = stackalloc int[Math.Min(senses.Length, 64)];
        for (var i = 0; i < senses.Length && count < kept.Length; i++)
            if (((senses[i].Flags & SenseFlags.Possessive) == 0 || possessive) && Fits(senses[i], words)) kept[count++] = i;
        var fitting = new Sense[count];
        for (var i = 0; i < count; i++) fitting[i] = senses[kept[i]];
        return fitting;
    }

    private bool Fits(in Sense sense, ReadOnlySpan<NameWord> words)
    {
        if (day is { } d && !sense.HoldsOn(d)) return false;
        if (!CasePattern.Allows(sense.Cases, words)) return false;
        if (!_words.AllCapitals || words.Length > 1 || (sense.Flags & SenseFlags.Acronym) == 0) return true;
        return !OrdinaryWords.Contains(words[0].Hash);
    }
}
