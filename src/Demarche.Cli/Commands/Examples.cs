namespace Demarche.Cli.Commands;

/// <summary>A verb's description with examples under it, as <c>--help</c> shows them.</summary>
public static class Examples
{
    public static string With(string description, params string[] lines) =>
        $"{description}\n\n  Examples:\n{string.Join('\n', lines.Select(l => "    " + l))}";
}
