using Demarche.Intake;

namespace Demarche.Cli.Output;

/// <summary>How large the input is, for the progress bar alone: sizes of files, and about how much of them a document took.</summary>
internal static class InputSize
{
    /// <summary>JSON around the text of a document, in bytes.</summary>
    private const int Wrapping = 90;

    /// <summary>Bytes of all inputs, or null where one of them is not a plain file or folder.</summary>
    public static long? Of(IReadOnlyList<string> inputs)
    {
        var total = 0L;
        foreach (var input in inputs)
        {
            if (File.Exists(input)) total += new FileInfo(input).Length;
            else if (Directory.Exists(input)) total += new DirectoryInfo(input).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
            else return null;
        }
        return total > 0 ? total : null;
    }

    public static long Estimate(IntakeDocument document) => document.Document.Text.Length + (document.Line is null ? 0 : Wrapping);
}
