using Demarche.Language;

namespace Demarche.Coding;

/// <summary>A TIMEX3 expression.</summary>
/// <param name="Type">DATE, TIME, DURATION or SET.</param>
/// <param name="Value">TIMEX3 value: 2021-10-06, 2021-W41, 2021-SP, P3D, PRESENT_REF …</param>
public sealed record TimeExpression(int Sentence, Span Span, string Type, string Value)
{
    /// <summary>The period in days, half-open, where the value fixes one.</summary>
    public DateOnly? First { get; init; }

    public DateOnly? After { get; init; }

    public DateBasis Basis { get; init; }

    public DatePrecision Precision { get; init; }
}
