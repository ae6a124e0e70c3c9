using Demarche.Language;

namespace Demarche.Coding;

/// <summary>How a date was come by.</summary>
public enum DateBasis : byte
{
    /// <summary>Written out in full or nearly so.</summary>
    Stated,

    /// <summary>Reckoned from another date ("last Monday").</summary>
    Relative,

    /// <summary>The document's own date, for want of a better one.</summary>
    Document,
}

public enum DatePrecision : byte
{
    Day,
    Week,
    Month,
    Season,
    Year,
}

/// <summary>When an event took or takes place.</summary>
/// <param name="Span">The words it was read from; null where the basis is the document.</param>
/// <param name="Value">First day of the period.</param>
/// <param name="Timex">The TIMEX3 value, such as 2021-10-06 or 2021-SP.</param>
public sealed record EventDate(Span? Span, DateOnly Value, DateBasis Basis, DatePrecision Precision, string Timex);
