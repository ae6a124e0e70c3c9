namespace Demarche.Language.Segmentation;

/// <summary>
/// Where a written word holds several syntactic words ("do|n't", "it|'s", "can|not", "gon|na"). The treebanks mark
/// such words as multiword tokens.
/// </summary>
internal static class Clitics
{
    private static readonly WordSet AfterApostrophe = new("s re ve ll d m");

    /// <summary>Negated auxiliaries written without their apostrophe.</summary>
    private static readonly WordSet BareNegations = new("""
        dont doesnt didnt cant wont isnt wasnt arent werent havent hasnt hadnt couldnt wouldnt shouldnt aint neednt mustnt
        """);

    /// <summary>Pronoun and auxiliary written together; the auxiliary's letters after the number sign.</summary>
    private static readonly (WordSet Words, int Tail)[] Bare =
    [
        (new("im thats whats theres hes shes heres lets whos hows youd"), 1),
        (new("ive youre theyre youve theyve weve youll theyll itll gonna wanna gotta lemme gimme dunno outta sorta"), 2),
        (new("cannot"), 3),
    ];

    /// <summary>
    /// Writes the offsets inside the word at which a further syntactic word starts, in ascending order.
    /// </summary>
    /// <returns>How many were written, at most <c>cuts.Length</c>.</returns>
    public static int Cut(ReadOnlySpan<char> word, Span<int> cuts)
    {
        if (word.Length < 2) return 0;
        var count = 0;
        var end = word.Length;
        // From the end, so that "I'd've" gives two cuts.
        while (count < cuts.Length)
        {
            var piece = word[..end];
            var cut = LastCut(piece);
            if (cut <= 0) break;
            cuts[count++] = cut;
            end = cut;
        }
        if (count == 0) count = CutBare(word, cuts);
        cuts[..count].Sort();
        return count;
    }

    private static int LastCut(ReadOnlySpan<char> word)
    {
        var n = word.Length;
        var from = Math.Max(0, n - 3);
        var k = word[from..].LastIndexOfAny("'’`ʼ´‘");
        if (k < 0) return 0;
        var apostrophe = from + k;
        var tail = word[(apostrophe + 1)..];
        if (tail.Length == 1 && tail[0] is 't' or 'T' && apostrophe > 1 && word[apostrophe - 1] is 'n' or 'N') return apostrophe - 1;
        // "the 70's", "AK47's": a plural of figures, which the treebanks leave whole
        if (apostrophe > 0 && char.IsAsciiDigit(word[apostrophe - 1])) return 0;
        return apostrophe > 0 && AfterApostrophe.Contains(tail) ? apostrophe : 0;
    }

    private static int CutBare(ReadOnlySpan<char> word, Span<int> cuts)
    {
        var n = word.Length;
        if (n is < 2 or > 7 || cuts.Length < 2 || !char.IsAsciiLetter(word[0])) return 0;
        if (BareNegations.Contains(word))
        {
            cuts[0] = n - 2;
            return 1;
        }
        foreach (var (words, tail) in Bare)
        {
            if (!words.Contains(word)) continue;
            if (tail == 1 && n < 5 && char.IsAsciiLetterUpper(word[1])) return 0;
            if (word.Equals("dunno", StringComparison.OrdinalIgnoreCase))
            {
                cuts[0] = 2;
                cuts[1] = 3;
                return 2;
            }
            cuts[0] = n - tail;
            return 1;
        }
        return 0;
    }
}
