namespace Demarche.Intake;

/// <summary>The kinds of input that can be read.</summary>
public enum InputKind
{
    Text,
    Jsonl,
    Json,
    Html,
    Gzip,
    Zip,
    Warc,
    Markdown,
    Pdf,
    Eml,
    Mbox,
    Csv,
    Parquet,
    Petrarch,
    Feed,
    Urls,
}

/// <summary>The kinds' names, as <see cref="IntakeOptions.From"/> and the command line give them.</summary>
public static class InputKinds
{
    private static readonly Dictionary<string, InputKind> ByName =
        Enum.GetValues<InputKind>().ToDictionary(k => k.ToString().ToLowerInvariant(), k => k, StringComparer.OrdinalIgnoreCase);

    /// <summary>All names, in the order of the kinds.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<InputKind>().Select(n => n.ToLowerInvariant())];

    /// <summary>The kind of a name or of another usual name for it, or null where there is none of that name.</summary>
    public static InputKind? Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = name.ToLowerInvariant() switch
        {
            "txt" => "text",
            "htm" => "html",
            "md" => "markdown",
            "tsv" => "csv",
            "rss" or "atom" => "feed",
            "gdelt" => "urls",
            "mongo" or "phoenix" => "json",
            var other => other,
        };
        return ByName.TryGetValue(plain, out var kind) ? kind : null;
    }
}
