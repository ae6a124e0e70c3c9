namespace Demarche.Knowledge.Text;

/// <summary>A place in a knowledge file; line and column count from 1.</summary>
public readonly record struct SourcePosition(string File, int Line, int Column);

/// <summary>A knowledge file with its text.</summary>
/// <param name="Path">Path inside the knowledge folder with forward slashes: <c>actors/states.txt</c>.</param>
/// <param name="DisplayPath">Path by which the user knows it.</param>
public sealed record SourceFile(string Path, string DisplayPath, string Text)
{
    public SourcePosition At(int line, int column) => new(DisplayPath, line, column);
}
