using Demarche.Knowledge.Text;

namespace Demarche.Knowledge;

/// <summary>What kind of trouble there is with the knowledge.</summary>
public enum KnowledgeFault
{
    ArtefactMissing,
    ArtefactDamaged,
    ArtefactNewer,
    ArtefactOlder,
    FolderMissing,
    FolderEmpty,
    NotUtf8,
    InvalidText,
}

/// <summary>The knowledge cannot be used as it is. The message says what to do.</summary>
public sealed class KnowledgeException : Exception
{
    public KnowledgeException(KnowledgeFault fault, string message, Exception? inner = null)
        : base(message, inner) => Fault = fault;

    /// <summary>The text has errors; each is a line of the message.</summary>
    public KnowledgeException(string what, IReadOnlyList<Diagnostic> diagnostics)
        : base($"{what} has errors:{Environment.NewLine}{string.Join(Environment.NewLine, diagnostics)}")
    {
        Fault = KnowledgeFault.InvalidText;
        Diagnostics = diagnostics;
    }

    public KnowledgeFault Fault { get; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; } = [];

    /// <summary>True where the user's own files are at fault, false where the program's artefact is.</summary>
    public bool IsUsersData => Fault is not (KnowledgeFault.ArtefactMissing or KnowledgeFault.ArtefactDamaged
        or KnowledgeFault.ArtefactNewer or KnowledgeFault.ArtefactOlder);
}
