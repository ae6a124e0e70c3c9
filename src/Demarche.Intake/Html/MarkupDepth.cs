namespace Demarche.Intake.Html;

/// <summary>Refuses pages whose elements are nested so deep that walking them would use up the stack.</summary>
internal static class MarkupDepth
{
    private const int Most = 1000;

    /// <exception cref="IntakeException"><c>markup-too-deep</c>.</exception>
    public static void Check(string html)
    {
        // Void and unclosed elements count too, so the bound is on tags opened and never closed: pages have a few hundred at most.
        int open = 0, most = 0;
        for (var i = html.IndexOf('<'); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i + 1))
        {
            var c = html[i + 1];
            if (c == '/') open--;
            else if (char.IsAsciiLetter(c) && !IsVoid(html.AsSpan(i + 1))) open++;
            most = Math.Max(most, open);
        }

        if (most > Most)
            throw new IntakeException(
                "markup-too-deep", $"More than {Most} elements of the page are open at once. This is no article.", IntakeFailure.Limit);
    }

    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        var name = end < 0 ? tag : tag[..end];
        return name.Length <= 6 && name.ToString().ToLowerInvariant()
            is "br" or "img" or "meta" or "link" or "input" or "hr" or "p" or "li" or "area" or "base" or "col" or "embed" or "source" or "track" or "wbr" or "td" or "tr" or "th" or "dt" or "dd" or "option";
    }
}
