using System.IO.Compression;
using Demarche.Intake.Readers;

namespace Demarche.Intake.Archives;

/// <summary>Every file of a ZIP archive, in ordinal order of its path. Nothing is written to disk.</summary>
internal sealed class ZipReader : IDocumentReader
{
    public IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session)
    {
        session.CheckDepth(source);
        var content = source.Content.CanSeek ? source.Content : new MemoryStream(source.ReadAll(session.Limits.DocumentBytes));
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > session.Limits.ArchiveEntries)
            throw new IntakeException(
                "too-many-entries", $"The archive holds more than {session.Limits.ArchiveEntries} entries. Split it.", IntakeFailure.Limit);
        foreach (var entry in archive.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            if (entry.FullName.EndsWith('/') || entry.Name.StartsWith('.') || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)) continue;
            var name = $"{source.Name}!/{entry.FullName}";
            if (Escapes(entry.FullName))
            {
                yield return new IntakeProblem(
                    name, null, "escaping-path", "The entry's path leads out of its archive; it was not read.", IntakeFailure.Refused);
                continue;
            }

            InputSource? inner = null;
            IntakeProblem? problem = null;
            try
            {
                var expanded = new ExpandedStream(entry.Open(), () => entry.CompressedLength, session.Limits);
                inner = new InputSource(name, expanded, entry.Name, source.Depth + 1);
            }
            catch (InvalidDataException e)
            {
                problem = new IntakeProblem(name, null, "damaged-file", e.Message, IntakeFailure.Invalid);
            }

            if (problem is not null) yield return problem;
            if (inner is null) continue;
            foreach (var result in session.Open(inner)) yield return result;
        }
    }

    private static bool Escapes(string path) =>
        path.StartsWith('/') || path.StartsWith('\\') || path.Contains(':')
        || path.Split('/', '\\').Contains("..", StringComparer.Ordinal) || path.Contains('\0');
}
