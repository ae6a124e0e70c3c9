namespace Demarche.Intake.Readers;

/// <summary>What readers share while one call of <see cref="DocumentIntake.Read"/> runs.</summary>
/// <param name="Options">How to read.</param>
/// <param name="Open">Reads a source found inside another: an archive's entry, a message's attachment, an address in a list.</param>
internal sealed record IntakeSession(IntakeOptions Options, Func<InputSource, IEnumerable<IntakeResult>> Open)
{
    public IntakeLimits Limits => Options.Limits;
}
