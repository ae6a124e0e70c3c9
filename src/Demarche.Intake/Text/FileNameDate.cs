using System.Text.RegularExpressions;

namespace Demarche.Intake.Text;

/// <summary>The day that a file's name states: "report-2021-10-18.txt", "20211018_report.txt".</summary>
internal static partial class FileNameDate
{
    public static DateOnly? Find(string? name)
    {
        if (name is null) return null;
        foreach (Match m in Stamp().Matches(name))
            if (DateText.Parse($"{m.Groups[1].Value}-{m.Groups[3].Value}-{m.Groups[4].Value}") is { Year: >= 1900 } day) return day;
        return null;
    }

    [GeneratedRegex(@"(?<![0-9])((?:19|20)[0-9]{2})([-_.]?)([0-9]{2})\2([0-9]{2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();
}
