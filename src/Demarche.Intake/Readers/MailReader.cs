using Demarche.Intake.Html;
using Demarche.Intake.Text;
using Demarche.Language;
using MimeKit;

namespace Demarche.Intake.Readers;

/// <summary>Messages, one (EML) or many (MBOX). A page, PDF or message attached is read as a source of its own.</summary>
internal sealed class MailReader(bool many, IArticleExtractor extractor) : IDocumentReader
{
    private static readonly ParserOptions Parsing = new() { MaxMimeDepth = 32 };

    public IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session)
    {
        var content = many && source.Content.CanSeek ? source.Content : new MemoryStream(source.ReadAll(session.Limits.DocumentBytes));
        var parser = new MimeParser(Parsing, content, many ? MimeFormat.Mbox : MimeFormat.Entity);
        var number = 0;
        while (!parser.IsEndOfStream)
        {
            using var message = Foreign.Parse("damaged-mail", "The message", () => parser.ParseMessage());
            var name = many ? $"{source.Name}!/message-{++number}" : source.Name;
            var results = Foreign.Parse("damaged-mail", "The message", () => Document(message, name).ToList());
            foreach (var r in results) yield return r;
            foreach (var r in Attached(message, name, source, session)) yield return r;
            if (!many) yield break;
        }
    }

    private IEnumerable<IntakeResult> Document(MimeMessage message, string name)
    {
        var text = message.TextBody;
        if (string.IsNullOrWhiteSpace(text) && message.HtmlBody is { Length: > 0 } html)
        {
            MarkupDepth.Check(html);
            text = extractor.Extract(html, null).Text;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            if (!message.Attachments.Any())
                yield return new IntakeProblem(name, null, "empty-text", "The message has no text.", IntakeFailure.Invalid);
            yield break;
        }

        DateOnly? date = message.Headers.Contains(HeaderId.Date) && message.Date != DateTimeOffset.MinValue
            ? DateOnly.FromDateTime(message.Date.DateTime)
            : null;
        var from = message.From.Mailboxes.FirstOrDefault();
        var id = string.IsNullOrWhiteSpace(message.MessageId) ? Demarche.Language.Document.IdOf(text) : message.MessageId;
        yield return new IntakeDocument(new Document(id, text) { Date = date, Title = RecordFields.Blank(message.Subject) }, name, null)
        {
            Author = RecordFields.Blank(from?.Name) ?? from?.Address,
            DateBasis = date is null ? null : DateBasis.Record,
        };
    }

    private static IEnumerable<IntakeResult> Attached(MimeMessage message, string name, InputSource source, IntakeSession session)
    {
        foreach (var part in message.Attachments.OfType<MimePart>())
        {
            if (part.Content is null || !Readable(part.ContentType.MimeType)) continue;
            session.CheckDepth(source);
            var decoded = Foreign.Parse("damaged-mail", "The attachment", () =>
            {
                var to = new MemoryStream();
                part.Content.DecodeTo(to);
                to.Position = 0;
                return to;
            });
            if (decoded.Length == 0) continue;
            var file = Path.GetFileName(part.FileName ?? "attachment");
            foreach (var r in session.Open(new InputSource($"{name}!/{file}", decoded, file, source.Depth + 1)
            {
                Charset = part.ContentType.Charset,
                MediaType = part.ContentType.MimeType.ToLowerInvariant(),
            }))
                yield return r;
        }
    }

    private static bool Readable(string type) =>
        type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.ToLowerInvariant() is "application/pdf" or "application/zip" or "application/gzip" or "application/json" or "application/xhtml+xml";
}
