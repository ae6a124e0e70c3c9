namespace Demarche.Language;

/// <summary>Turns a document's text into parsed sentences. Safe for use by many threads at once.</summary>
public interface IDocumentParser
{
    ParsedDocument Parse(Document document);
}
