using Demarche.Knowledge.Text;

namespace Demarche.Knowledge.Artefact;

/// <summary>
/// One kind of knowledge in the artefact: actors, places, frames, ontology … A section turns its text files into bytes when
/// knowledge is compiled and bytes into a table when the program asks for it. Register it in <see cref="KnowledgeSections"/>.
/// </summary>
public interface IKnowledgeSection
{
    /// <summary>At most 24 ASCII letters; names the section in the artefact.</summary>
    string Name { get; }

    /// <summary>Raise it whenever the layout of the bytes changes.</summary>
    int Version { get; }

    /// <summary>Whether a source file belongs to this section, by its path inside the folder (<c>actors/states.txt</c>).</summary>
    bool Owns(string path);

    /// <summary>
    /// Compiles the section's files. For an overlay, <see cref="SectionInput.Below"/> holds what it is laid over, and the output
    /// must hold both. Faults go to <paramref name="diagnostics"/>; nothing is thrown for what a user wrote.
    /// </summary>
    void Compile(SectionInput input, SectionWriter output, DiagnosticBag diagnostics);
}

/// <typeparam name="TTable">What the program works with; immutable and safe for many threads.</typeparam>
public interface IKnowledgeSection<out TTable> : IKnowledgeSection
    where TTable : class
{
    TTable Read(SectionReader reader);
}

/// <summary>What a section is compiled from.</summary>
/// <param name="Files">The section's own files, in ordinal order of their paths.</param>
/// <param name="Below">The section of the knowledge below an overlay, or null for the built-in knowledge.</param>
/// <param name="Compiled">Sections compiled before this one, by name, for references across sections.</param>
public sealed record SectionInput(
    IReadOnlyList<SourceFile> Files, SectionReader? Below, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Compiled)
{
    /// <summary>Table of a section that stands earlier in <see cref="KnowledgeSections.All"/>; null where it was not compiled.</summary>
    public T? Table<T>(IKnowledgeSection<T> section)
        where T : class =>
        Compiled.TryGetValue(section.Name, out var bytes) ? section.Read(new SectionReader(section.Name, bytes)) : null;
}
