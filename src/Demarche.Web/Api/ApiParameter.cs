namespace Demarche.Web.Api;

/// <summary>A parameter as routes take it: what is checked, and what the OpenAPI document says, from one place.</summary>
public sealed record ApiParameter(string Name, string Description)
{
    public bool InPath { get; init; }

    /// <summary>JSON type: string, integer, number or boolean.</summary>
    public string Type { get; init; } = "string";

    /// <summary>OpenAPI format, such as date.</summary>
    public string? Format { get; init; }

    /// <summary>The values that it can have; empty for any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public string? Example { get; init; }

    public string? Default { get; init; }

    /// <summary>May be given more than once: any of the values.</summary>
    public bool Repeatable { get; init; }

    public bool Required { get; init; }
}
