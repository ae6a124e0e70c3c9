using Demarche.Language;

namespace Demarche.Coding;

/// <summary>Codes one document. Safe for use by many threads at once; the same document gives the same record.</summary>
public interface IDocumentCoder
{
    CodedDocument Code(Document document);
}
