namespace Demarche.Intake.Readers;

/// <summary>What readers share while one call of <see cref="DocumentIntake.Read"/> runs.</summary>
/// <param name="Options">How to read.</param>
/// <param name="Open">Reads a source found inside another: an archive's entry, a message's attachment, an address in a list.</param>
internal sealed record IntakeSession(IntakeOptions Options, Func<InputSource, IEnumerable<IntakeResult>> Open)
{
    /// <exception cref="IntakeException"><c>nested-too-deep</c>.</exception>
    public void CheckDepth(InputSource source)
    {
        if (source.Depth >= Limits.Nesting)
            throw new IntakeException(
                "nested-too-deep", $"Archives lie more than {Limits.Nesting} deep in one another. Unpack the inner ones first.", IntakeFailure.Limit);
    }

    public IntakeLimits Limits => Options.Limits;
}
