using Demarche.Intake.Text;
using Demarche.Language;

namespace Demarche.Intake.Readers;

/// <summary>A saved feed (RSS, Atom, JSON Feed): each item with the text that the feed itself carries.</summary>
internal sealed class FeedFileReader : IDocumentReader
{
    public IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session)
    {
        var feed = Feeds.FeedParser.Parse(TextDecoder.DecodePage(source.ReadAll(session.Limits.DocumentBytes), source.Charset));
        for (var i = 0; i < feed.Items.Count; i++)
        {
            var item = feed.Items[i];
            var name = $"{source.Name}!/item-{i + 1}";
            if (string.IsNullOrWhiteSpace(item.Text))
            {
                yield return new IntakeProblem(name, null, "empty-text", "The feed's item has no text.", IntakeFailure.Invalid);
                continue;
            }

            var document = new Document(item.Id ?? Document.IdOf(item.Text), item.Text)
            {
                Date = item.Date,
                Title = item.Title,
                Publisher = feed.Title,
                Url = item.Link?.ToString(),
            };
            yield return new IntakeDocument(document, name, null)
            {
                Author = item.Author,
                DateBasis = item.Date is null ? null : DateBasis.Record,
            };
        }
    }
}
