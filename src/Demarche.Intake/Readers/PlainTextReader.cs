using Demarche.Intake.Text;
using Demarche.Language;

namespace Demarche.Intake.Readers;

/// <summary>One article a file, its text taken as it stands: spans must fit the file.</summary>
internal sealed class PlainTextReader : IDocumentReader
{
    public IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session)
    {
        var text = TextDecoder.Decode(source.ReadAll(session.Limits.DocumentBytes), source.Charset);
        if (string.IsNullOrWhiteSpace(text))
            throw new IntakeException("empty-text", "There is no text in it.", IntakeFailure.Invalid);
        var date = FileNameDate.Find(source.FileName);
        yield return new IntakeDocument(new Document(Document.IdOf(text), text) { Date = date }, source.Name, null)
        {
            DateBasis = date is null ? null : DateBasis.FileName,
        };
    }
}
