namespace Demarche.Knowledge.Text;

/// <summary>Collects what is wrong in a set of files, so that a user sees all of it at once.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _found = [];

    public bool HasErrors { get; private set; }

    /// <summary>By file, line and column.</summary>
    public IReadOnlyList<Diagnostic> Sorted() =>
        [.. _found.Distinct().OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column).ThenBy(d => d.Code)];

    public void Error(string code, SourcePosition at, string message, string remedy)
    {
        HasErrors = true;
        _found.Add(new Diagnostic(Severity.Error, code, at.File, at.Line, at.Column, message, remedy));
    }

    public void Warning(string code, SourcePosition at, string message, string remedy) =>
        _found.Add(new Diagnostic(Severity.Warning, code, at.File, at.Line, at.Column, message, remedy));
}
