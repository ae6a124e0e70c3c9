namespace Demarche.Knowledge.Text;

public enum Severity : byte
{
    Warning,
    Error,
}

/// <summary>Something wrong in a knowledge file: where, what, and what to do about it.</summary>
/// <param name="Code">Stable name of the kind of fault, such as KN012.</param>
/// <param name="File">Path as the user gave it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
public sealed record Diagnostic(
    Severity Severity, string Code, string File, int Line, int Column, string Message, string Remedy)
{
    /// <summary>The form that compilers print, so that editors and build logs can follow it.</summary>
    public override string ToString() =>
        $"{File}({Line},{Column}): {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}; {Remedy}";
}
