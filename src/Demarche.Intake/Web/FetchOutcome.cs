namespace Demarche.Intake.Web;

/// <summary>How one request ended.</summary>
public abstract record FetchOutcome;

/// <summary>The whole body, its content encoding taken off.</summary>
/// <param name="Address">Where the last redirect led.</param>
public sealed record Fetched(byte[] Body, Uri Address) : FetchOutcome
{
    public string? MediaType { get; init; }

    public string? Charset { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }
}

/// <summary>The server says that nothing has changed since the tag or time that was sent.</summary>
public sealed record NotModified : FetchOutcome;

/// <summary>No usable answer, with the reason's fixed name.</summary>
/// <param name="RetryAfter">How long the server asks to wait, where it does.</param>
public sealed record FetchFailed(string Name, string Message, IntakeFailure Kind, TimeSpan? RetryAfter = null) : FetchOutcome;
