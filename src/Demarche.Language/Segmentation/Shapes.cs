namespace Demarche.Language.Segmentation;

/// <summary>What a token looks like, as sentence ends care.</summary>
internal enum Shape : byte
{
    Lower,
    Title,
    Upper,
    Mixed,
    Digits,
    NumberLike,
    Initial,
    Acronym,
    Abbreviation,
    LeadingAbbreviation,
    Stop,
    Question,
    Exclamation,
    Ellipsis,
    Colon,
    Semicolon,
    Comma,
    Dash,
    Opener,
    CloserMark,
    Quote,
    Bullet,
    Symbol,
    Emoticon,
    Address,
    I,
    Uncased,
    Rule,
}

internal static class Shapes
{
    /// <summary>Full stop, question mark, exclamation mark or ellipsis, or an abbreviation's own stop.</summary>
    public static bool IsStop(Shape shape) => shape is Shape.Stop or Shape.Question or Shape.Exclamation or Shape.Ellipsis
        or Shape.Acronym or Shape.Abbreviation or Shape.LeadingAbbreviation or Shape.Initial;

    public static Shape Of(ReadOnlySpan<char> form)
    {
        var c = form[0];
        if (CharClass.IsWord(form, 0)) return OfWord(form);
        switch (c)
        {
            case '.' or '。' or '।': return form.Length == 1 ? Shape.Stop : Shape.Ellipsis;
            case '…': return Shape.Ellipsis;
            case '?' or '؟' or '？': return Shape.Question;
            case '!' or '！': return Shape.Exclamation;
            case ':' when form.Length == 1: return Shape.Colon;
            case ';' when form.Length == 1: return Shape.Semicolon;
            case ',': return Shape.Comma;
            case '-' or '–' or '—' or '―' or '=' or '_' or '~': return form.Length > 3 ? Shape.Rule : form.Length > 1 && !char.IsAscii(form[1]) || form.Length < 3 ? Shape.Dash : Shape.Rule;
            case '(' or '[' or '{' or '“' or '‘' or '«' or '„' or '<' when form.Length == 1: return Shape.Opener;
            case ')' or ']' or '}' or '”' or '’' or '»' or '>' when form.Length == 1: return Shape.CloserMark;
            case '"' or '\'' or '`': return form.Length > 2 ? Shape.Lower : Shape.Quote;
            case '*' or '•' or '·' or '▪' or '■' or '●' or '–' or '→' or '►' or '|': return form.Length > 3 ? Shape.Rule : Shape.Bullet;
            case ':' or ';' or '^': return Shape.Emoticon;
            default: return Shape.Symbol;
        }
    }

    private static Shape OfWord(ReadOnlySpan<char> form)
    {
        int upper = 0, lower = 0, digits = 0, letters = 0;
        foreach (var c in form)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
            else if (char.IsDigit(c)) digits++;
            if (char.IsLetter(c)) letters++;
        }
        if (form[^1] == '.')
        {
            var word = form[..^1];
            if (word.Length == 1) return Shape.Initial;
            if (Abbreviations.IsAcronym(word)) return Shape.Acronym;
            return Abbreviations.IsLeading(word) ? Shape.LeadingAbbreviation : Shape.Abbreviation;
        }
        if (digits > 0) return letters == 0 ? (digits == form.Length ? Shape.Digits : Shape.NumberLike) : Shape.NumberLike;
        if (form.Length == 1 && form[0] == 'I') return Shape.I;
        if (form.ContainsAny('@', '/')) return Shape.Address;
        if (upper == 0) return lower > 0 ? Shape.Lower : Shape.Uncased;
        if (lower == 0) return Shape.Upper;
        return char.IsUpper(form[0]) ? Shape.Title : Shape.Mixed;
    }
}
