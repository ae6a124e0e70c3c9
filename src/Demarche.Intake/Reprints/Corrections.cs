using System.Text.RegularExpressions;
using Demarche.Language;

namespace Demarche.Intake.Reprints;

/// <summary>Marks with which agencies replace a story they sent: "UPDATE 2-", "CORRECTED-", "(Corrects spelling …)".</summary>
internal static partial class Corrections
{
    private const int Head = 300;

    public static bool IsCorrection(Document document) =>
        (document.Title is { } title && Mark().IsMatch(title)) || Mark().IsMatch(document.Text[..Math.Min(Head, document.Text.Length)]);

    [GeneratedRegex(
        @"^\W*(UPDATE \d+|UPDATED?\s*[:\d-]|CORRECTED|CORRECTION|REFILE|Correction:|Corrected:|Clarification:)|\(\s*(?i:corrects|corrected|updates|adds|recasts|refiles)\b|\b(?i:this (story|version|article) corrects)\b|\b[Cc]orrects? (the )?(spelling|name|date|figure|number|headline|day|title|paragraph|para)\b",
        RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Mark();
}
