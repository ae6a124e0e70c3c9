using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace Demarche.Intake.Inputs;

/// <summary>Files, folders and globs to the files they stand for, each group in ordinal order of its paths.</summary>
internal static class InputExpansion
{
    /// <exception cref="IntakeException"><c>missing-input</c>, <c>empty-folder</c> or <c>no-match</c>.</exception>
    public static IReadOnlyList<string> Files(string input)
    {
        if (File.Exists(input)) return [input];
        if (Directory.Exists(input))
        {
            var files = new List<string>();
            Walk(new DirectoryInfo(input), input, files);
            files.Sort(StringComparer.Ordinal);
            return files.Count > 0 ? files : throw new IntakeException("empty-folder", "There is no file in this folder.", IntakeFailure.Missing);
        }

        if (input.AsSpan().IndexOfAny("*?") >= 0) return Glob(input);
        throw new IntakeException("missing-input", "There is no such file or folder.", IntakeFailure.Missing);
    }

    /// <summary>Hidden files and folders are passed over, and so are links to folders, which could lead round in a circle.</summary>
    private static void Walk(DirectoryInfo folder, string path, List<string> files)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry.Name.StartsWith('.')) continue;
            if (entry is FileInfo) files.Add(Path.Join(path, entry.Name));
            else if (entry is DirectoryInfo inner && inner.LinkTarget is null) Walk(inner, Path.Join(path, entry.Name), files);
        }
    }

    private static List<string> Glob(string pattern)
    {
        var parts = pattern.Split('/');
        var fixedParts = parts.TakeWhile(p => p.AsSpan().IndexOfAny("*?") < 0).ToList();
        var root = fixedParts.Count == 0 ? "." : string.Join('/', fixedParts) is { Length: > 0 } r ? r : "/";
        var files = new List<string>();
        if (Directory.Exists(root))
        {
            // The matcher knows * and **; a ? is asked for here, so that it means one character as in a shell.
            var matcher = new Matcher(StringComparison.Ordinal);
            var rest = string.Join('/', parts.Skip(fixedParts.Count));
            matcher.AddInclude(rest.Replace('?', '*'));
            var found = matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(root))).Files.Select(f => f.Path);
            var hidden = rest.Split('/').Any(p => p.StartsWith('.'));
            files.AddRange(found.Where(f => hidden || !f.Split('/').Any(p => p.StartsWith('.')))
                .Where(f => !rest.Contains('?') || FitsQuestionMarks(rest, f))
                .Select(f => fixedParts.Count == 0 ? f : Path.Join(root, f)));
        }

        files.Sort(StringComparer.Ordinal);
        return files.Count > 0 ? files : throw new IntakeException("no-match", "No file fits this pattern.", IntakeFailure.Missing);
    }

    private static bool FitsQuestionMarks(string pattern, string path) =>
        System.Text.RegularExpressions.Regex.IsMatch(
            path,
            "^" + System.Text.RegularExpressions.Regex.Escape(pattern)
                .Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal)
                .Replace(@"\*\*", ".*", StringComparison.Ordinal)
                .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
                .Replace(@"\?", "[^/]", StringComparison.Ordinal) + "$",
            System.Text.RegularExpressions.RegexOptions.CultureInvariant);
}
