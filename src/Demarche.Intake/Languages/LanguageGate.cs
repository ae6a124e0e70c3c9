namespace Demarche.Intake.Languages;

/// <summary>Parts what is in a wanted language from what is not. What cannot be told is taken as wanted.</summary>
internal static class LanguageGate
{
    public static IntakeResult Pass(IntakeDocument read, IReadOnlyList<string> wanted)
    {
        // What the text shows outweighs what a page declares: templates say "en" over every language.
        var told = LanguageGuess.Of(read.Document.Text);
        var language = told ?? Code(read.Document.Language);
        if (language is not null && read.Document.Language != language)
            read = read with { Document = read.Document with { Language = language } };
        return language is null || wanted.Count == 0 || wanted.Contains(language)
            ? read
            : new IntakeSkipped(read.Document, read.Input, read.Line, language);
    }

    private static string? Code(string? declared)
    {
        if (declared is null) return null;
        var tag = declared.Trim().Split('-', '_')[0].ToLowerInvariant();
        return tag switch
        {
            "english" or "eng" => "en",
            { Length: 2 } when tag.All(char.IsAsciiLetterLower) => tag,
            _ => null,
        };
    }
}
