namespace Demarche.Language.Segmentation;

/// <summary>Words whose full stop belongs to them. Closed lists of English usage, in lower case without the stop.</summary>
internal static class Abbreviations
{
    /// <summary>A name or a number follows, so that the stop hardly ever ends a sentence.</summary>
    private static readonly WordSet Leading = new("""
        mr mrs ms mx dr prof rev fr st ste sen sens rep reps gov govs gen lt col maj capt cpl sgt cmdr adm brig pvt
        drs sts pres amb hon msgr supt insp det sec treas atty mlle mme messrs vs v cf e.g i.e eg viz approx ca no nos art arts
        para paras fig figs vol vols pp ed eds op mt ft pt
        """);

    /// <summary>The stop may end a sentence as well.</summary>
    private static readonly WordSet Trailing = new("""
        inc corp ltd co cos bros llc plc jr sr esq etc al ph ave blvd rd hwy dept univ assn govt
        jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri
        ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn miss mont neb nev okla ont ore pa penn
        que tenn tex va vt wash wis wyo
        bn mn tn tel fax attn ext est min max hr hrs yr yrs mins secs oz lb lbs cm km kg ms esp incl misc
        """);

    /// <summary>Words of the lists that are common words too: an abbreviation only where a number or a name follows at once.</summary>
    private static readonly WordSet Ambiguous = new("""
        no art fig mar ill ind miss wash la pa ore mont ed co sec hon del max min ms est sun sat mon wed fri op pres det pt
        tel ext hr dec al cos gen col rep fr fax
        """);

    /// <summary>Is the stop after the word its own?</summary>
    /// <param name="word">The word without its stop.</param>
    /// <param name="following">First character of what follows after white space, or NUL.</param>
    /// <param name="atLineEnd">Whether the text or the line ends after the stop.</param>
    public static bool Owns(ReadOnlySpan<char> word, char following, bool atLineEnd)
    {
        if (word.Length == 1) return char.IsAsciiLetterUpper(word[0]) || (char.IsAsciiLetterLower(word[0]) && char.IsDigit(following));
        if (IsAcronym(word)) return true;
        if (!Leading.Contains(word) && !Trailing.Contains(word)) return false;
        if (!Ambiguous.Contains(word)) return true;
        if (atLineEnd) return false;
        // "no" in "Say no. 10 came" is rarer than "No. 10"; lower-case common words need a digit, capitalised ones a name or digit.
        return char.IsDigit(following) || (char.IsUpper(word[0]) && !IsAllUpper(word) && char.IsLetter(following));
    }

    /// <summary>Is the word one that a name or number must follow ("Mr", "Lt", "No")?</summary>
    public static bool IsLeading(ReadOnlySpan<char> word) => Leading.Contains(word);

    /// <summary>Single letters between stops: "U.S", "p.m", "Ph.D".</summary>
    public static bool IsAcronym(ReadOnlySpan<char> word)
    {
        var dot = word.IndexOf('.');
        if (dot is < 1 or > 2) return false;
        var since = dot;
        for (var i = dot + 1; i < word.Length; i++)
        {
            if (word[i] == '.')
            {
                if (since != i - 2) return false;
                since = i;
            }
            else if (!char.IsLetter(word[i]))
            {
                return false;
            }
        }
        return since == word.Length - 2;
    }

    private static bool IsAllUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (char.IsLower(c)) return false;
        return true;
    }
}
