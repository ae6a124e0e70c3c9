namespace Demarche.Intake;

/// <summary>How inputs are read. The defaults read anything that is recognised and go on after a problem.</summary>
public sealed record IntakeOptions
{
    public static IntakeOptions Default { get; } = new();

    /// <summary>Name of the kind to read every input as (see <see cref="InputKinds.Names"/>); null: recognised by content.</summary>
    public string? From { get; init; }

    /// <summary>Stop after the first problem.</summary>
    public bool Strict { get; init; }

    public IntakeLimits Limits { get; init; } = new();

    /// <summary>Which columns or JSON fields hold what; null fields are found by their usual names.</summary>
    public ColumnMapping Columns { get; init; } = new();

    /// <summary>Allow requests to private, loopback and link-local addresses.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Languages (ISO 639-1) that are handed on as <see cref="IntakeDocument"/>; empty: all. Others become <see cref="IntakeSkipped"/>.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    /// <summary>Make a document of each entry of a live blog, with the day it states, instead of one of the whole page.</summary>
    public bool SplitLiveBlogs { get; init; } = true;

    /// <summary>The date of documents that state none.</summary>
    public DateOnly? Date { get; init; }
}

/// <summary>What one input may cost. Whatever goes beyond ends in a named problem, never in a half-read document.</summary>
public sealed record IntakeLimits
{
    /// <summary>Bytes of one document (a file, a line, a message, an archive entry).</summary>
    public long DocumentBytes { get; init; } = 32L << 20;

    /// <summary>Archives within archives.</summary>
    public int Nesting { get; init; } = 4;

    /// <summary>Expanded bytes a compressed byte, counted once <see cref="RatioFloorBytes"/> have come out.</summary>
    public int DecompressionRatio { get; init; } = 200;

    /// <summary>Expanded bytes before the ratio is looked at.</summary>
    public long RatioFloorBytes { get; init; } = 8L << 20;

    /// <summary>Entries of one archive.</summary>
    public int ArchiveEntries { get; init; } = 1_000_000;

    /// <summary>Time for one request, from the first packet to the last byte.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Redirects followed for one request.</summary>
    public int Redirects { get; init; } = 5;
}

/// <summary>Names of the columns or JSON fields that hold each part of a document; null: the usual names are tried.</summary>
public sealed record ColumnMapping
{
    public string? Id { get; init; }

    public string? Date { get; init; }

    public string? Text { get; init; }

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Url { get; init; }

    public string? Language { get; init; }
}
