namespace Demarche.Web.Reading;

/// <summary>The first words of a report, for want of a title.</summary>
public static class Openings
{
    private const int Longest = 90;

    public static string Of(string text)
    {
        var line = Acts.Plain(text.Length > 400 ? text[..400] : text);
        if (text.TrimStart().IndexOf('\n', StringComparison.Ordinal) is > 0 and < 160 and var end) line = Acts.Plain(text.TrimStart()[..end]);
        if (line.Length <= Longest) return line;
        var cut = line.LastIndexOf(' ', Longest);
        return line[..(cut > 0 ? cut : Longest)] + " …";
    }
}
