namespace Demarche.Intake.Readers;

/// <summary>Reads one kind of input. Readers keep no state, so one serves all threads.</summary>
internal interface IDocumentReader
{
    /// <summary>
    /// Reads lazily. A problem with one part is yielded; one that ends the input is thrown as <see cref="IntakeException"/>.
    /// </summary>
    IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session);
}
