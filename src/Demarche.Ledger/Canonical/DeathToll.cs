using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Language;

namespace Demarche.Ledger.Canonical;

/// <summary>How many a sentence says were killed.</summary>
/// <param name="Rising">Whether it tells the number as one that has grown: a later count of an earlier blow.</param>
internal readonly partial record struct DeathToll(double Killed, bool Rising)
{
    private const string N = @"(?<n>\d[\d,]*|[a-z]+(-[a-z]+)?)";

    /// <summary>Null where no number of dead is told.</summary>
    public static DeathToll? In(string sentence)
    {
        foreach (Match match in Told().Matches(sentence))
        {
            if (Number(match.Groups["n"].Value) is { } killed) return new DeathToll(killed, Growing().IsMatch(sentence));
        }
        return null;
    }

    /// <summary>Whether the two are counts of one blow as far as they go: alike, or one a later count.</summary>
    /// <param name="otherDays">Whether each tells of the day of its own report: then only the same number is the same blow's.</param>
    public bool Agrees(DeathToll other, bool otherDays) =>
        Rising || other.Rising || Math.Abs(Killed - other.Killed) <= (otherDays ? 0 : 0.2 * Math.Max(Killed, other.Killed));

    private static double? Number(string word)
    {
        if (CardinalWords.All.TryGetValue(word, out var named)) return named;
        return double.TryParse(word, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var n) ? n : null;
    }

    // "nine herders are killed", "leaves nine dead", "kills at least nine", "the toll rises to nine"
    [GeneratedRegex(N + @"(?=(\s+(?!and\s+\d|injur|wound)[\w'-]+){0,6}?\s+(killed|dead|die|dies|died|dying)\b)|\bkill(s|ed|ing)?\s+((at least|at most|more than|as many as|up to|about|around|over|nearly|almost|some)\s+)?" + N + @"\b|\btoll\b[\w\s'-]{0,60}?\bto\s+((at least|more than|over|around)\s+)?" + N + @"\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Told();

    [GeneratedRegex(@"\b(toll|rises?|rose|risen|increases?|increased|climbs?|climbed)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Growing();
}
