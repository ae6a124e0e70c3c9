using System.Collections.Concurrent;
using Demarche.Cli.Hosting;
using Demarche.Coding;
using Demarche.Formats.Import;
using Demarche.Language;

namespace Demarche.Cli.Commands;

/// <summary>Hands rows of other systems to the ledger as if they had been coded.</summary>
internal sealed class ImportCoder : IDocumentCoder
{
    private readonly ConcurrentDictionary<string, CodedDocument> _waiting = new(StringComparer.Ordinal);

    public IEnumerable<Document> Documents(string table, string file)
    {
        using var reader = new StreamReader(file);
        using var rows = TableImport.Read(table, reader).GetEnumerator();
        while (Next(rows, file))
        {
            var coded = rows.Current.ToCoded(table);
            _waiting[coded.Document.Id] = coded;
            yield return coded.Document;
        }
    }

    public CodedDocument Code(Document document) => _waiting.TryRemove(document.Id, out var coded) ? coded : new CodedDocument(document);

    private static bool Next(IEnumerator<ImportedEvent> rows, string file)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (TableImportException e)
        {
            throw new CliException(ExitCodes.Data, $"{file}: {e.Message}", e);
        }
    }
}
