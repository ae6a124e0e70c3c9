namespace Demarche.Coding;

/// <summary>How a coder is set up.</summary>
public sealed record CodingOptions
{
    public static readonly CodingOptions Default = new();

    /// <summary>Folder of the language models; null for the one beside the program.</summary>
    public string? Models { get; init; }

    /// <summary>The compiled knowledge; null for the one beside the program.</summary>
    public string? Knowledge { get; init; }

    /// <summary>Folders of the user's own knowledge, the last on top.</summary>
    public IReadOnlyList<string> Overlays { get; init; } = [];

    /// <summary>False for frames alone.</summary>
    public bool Learned { get; init; } = true;

    /// <summary>Events less sure than this are left out, beside those that no report tells well enough (<see cref="Scoring.Telling"/>); 0 to 1.</summary>
    public double Least { get; init; }

    /// <summary>Fills <see cref="EventMention.Explanation"/>.</summary>
    public bool Explain { get; init; }
}
