namespace Demarche.Language.Segmentation;

/// <summary>Forms that only look like several tokens: addresses, files, emoticons.</summary>
internal static class SpecialForms
{
    private static readonly WordSet Schemes = new("http https ftp ftps mailto file");

    private static readonly WordSet Endings = new("""
        com org net gov edu mil int info biz eu uk us ca au de fr ru cn jp in il ir ua pl br mx es it nl ch se no fi io tv
        gob co za nz ke ng eg sa ae tr kr
        doc docx xls xlsx ppt pdf txt htm html zip jpg jpeg png gif exe csv xml json url mp3 mp4 php asp aspx jsp
        """);

    private static readonly string[] Emoticons =
    [
        ">:(", ":'(", ":-)", ":-(", ";-)", ":-D", ":-P", ":-/", "=-)", "^_^", "-_-", ":)", ":(", ";)", "=)", "=(", ":D", ":P", ":/", ":|",
        "<3", "(:", ":]", ":[", ";P", "XD",
    ];

    /// <summary>Is the piece after the last stop a top-level domain or a file's ending?</summary>
    public static bool IsEnding(ReadOnlySpan<char> piece) => Endings.Contains(piece);

    /// <summary>Length of a web or e-mail address at the head of a chunk without white space, or 0.</summary>
    public static int AddressLength(ReadOnlySpan<char> chunk)
    {
        var n = chunk.Length;
        var colon = chunk[..Math.Min(n, 8)].IndexOf(':');
        if (colon > 2 && Schemes.Contains(chunk[..colon]) && n > colon + 3) return WithoutClosers(chunk);
        if (n > 6 && chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return WithoutClosers(chunk);
        var at = chunk.IndexOf('@');
        if (at <= 0 || !IsMailbox(chunk[..at])) return 0;
        var end = at + 1;
        var dots = 0;
        while (end < n && (char.IsLetterOrDigit(chunk[end]) || chunk[end] is '-' or '_' || (chunk[end] == '.' && end + 1 < n && char.IsLetterOrDigit(chunk[end + 1]))))
            if (chunk[end++] == '.') dots++;
        return dots > 0 && end > at + 2 ? end : 0;
    }

    /// <summary>Length of an emoticon at the head of the piece that ends there or before a non-word character, or 0.</summary>
    public static int EmoticonLength(ReadOnlySpan<char> piece)
    {
        if (!(piece[0] is ':' or ';' or '=' or '^' or '-' or '<' or '(' or '>')) return 0;
        foreach (var e in Emoticons)
            if (piece.StartsWith(e, StringComparison.Ordinal) && (piece.Length == e.Length || !CharClass.IsWord(piece, e.Length) && piece[e.Length] != '/'))
                return e.Length;
        return 0;
    }

    private static bool IsMailbox(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '_' or '-' or '+' or '%')) return false;
        return char.IsLetterOrDigit(name[0]);
    }

    /// <summary>The chunk without the stops, commas and brackets that belong to the sentence around the address.</summary>
    private static int WithoutClosers(ReadOnlySpan<char> chunk)
    {
        var stop = chunk.IndexOfAny("<>\"“”«»");
        var n = stop < 0 ? chunk.Length : stop;
        var unopened = chunk[..n].Count(')') - chunk[..n].Count('(');
        while (n > 1)
        {
            var c = chunk[n - 1];
            if (c is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or ']' or '*' or '…') n--;
            else if (c == ')' && unopened-- > 0) n--;
            else break;
        }
        return n;
    }
}
