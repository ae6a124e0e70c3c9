namespace Demarche.Intake;

/// <summary>Ends the reading of one input; becomes an <see cref="IntakeProblem"/> at the boundary of <see cref="DocumentIntake"/>.</summary>
public sealed class IntakeException(string name, string message, IntakeFailure kind, int? line = null, Exception? cause = null)
    : Exception(message, cause)
{
    public string Name { get; } = name;

    public IntakeFailure Kind { get; } = kind;

    public int? Line { get; } = line;

    internal static IntakeException TooLarge(long limit, int? line = null) => new(
        "document-too-large",
        $"One document is larger than {limit >> 20} MB. Split it, or raise the limit on a document's bytes.",
        IntakeFailure.Limit,
        line);
}
