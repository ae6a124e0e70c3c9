using Demarche.Language;

namespace Demarche.Intake.Readers;

/// <summary>The usual names of a record's fields: ours, Phoenix's and Mongo's, and what data sets of news call them.</summary>
internal static class RecordFields
{
    public static readonly string[] Id = ["id", "_id", "doc_id", "docid", "document_id", "article_id", "storyid", "uuid", "guid"];
    public static readonly string[] Date = ["date", "published", "date_published", "publication_date", "pubdate", "published_at", "datepublished", "article_date", "date_added", "datetime", "timestamp"];
    public static readonly string[] Text = ["text", "content", "body", "article_text", "article_body", "articlebody", "maintext", "fulltext", "full_text", "story", "sentence"];
    public static readonly string[] Title = ["title", "headline", "article_title"];
    public static readonly string[] Publisher = ["publisher", "source", "outlet", "publication", "domain", "site"];
    public static readonly string[] Url = ["url", "link", "source_url", "sourceurl", "canonical_url"];
    public static readonly string[] Language = ["language", "lang"];

    /// <summary>The candidates for one part: the mapped name alone, or else the usual ones.</summary>
    public static ReadOnlySpan<string> Candidates(string? mapped, string[] usual) => mapped is null ? usual : new[] { mapped };

    /// <summary>Makes the document; an id that is missing is made from the text.</summary>
    public static IntakeResult Document(
        string input, int? line, string? id, DateOnly? date, string text, string? title, string? publisher, string? url, string? language)
    {
        var document = new Document(string.IsNullOrWhiteSpace(id) ? MadeId(text) : id, text)
        {
            Date = date,
            Title = Blank(title),
            Publisher = Blank(publisher),
            Url = Blank(url),
            Language = Blank(language),
        };
        return new IntakeDocument(document, input, line) { DateBasis = date is null ? null : DateBasis.Record };
    }

    public static string? Blank(string? s) => string.IsNullOrWhiteSpace(s) ? null : s.Trim();

    private static string MadeId(string text) => Demarche.Language.Document.IdOf(text);
}
