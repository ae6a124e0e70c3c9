using System.Security.Cryptography;
using System.Text;
using Demarche.Language;
using Demarche.Ledger.Canonical;
using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Writing;

/// <summary>Writes documents and knows which are there.</summary>
internal sealed class DocumentTable : IDisposable
{
    /// <summary>Shorter texts may agree by chance.</summary>
    private const int MinReprintLetters = 60;

    private readonly PreparedCommand _find;
    private readonly PreparedCommand _reprint;
    private readonly PreparedCommand _origin;
    private readonly PreparedCommand _insert;
    private readonly PreparedCommand _update;
    private readonly PreparedCommand _index;
    private readonly PreparedCommand _unindex;
    private readonly PreparedCommand _old;
    private readonly PreparedCommand _sign;
    private readonly PreparedCommand _unsign;
    private long _lastKey;

    public DocumentTable(SqliteConnection connection)
    {
        _find = new(connection, "SELECT key, hash, coder FROM document WHERE id = $0", 1);
        _reprint = new(connection, "SELECT origin FROM document WHERE texthash = $0 AND id <> $1 ORDER BY key LIMIT 1", 2);
        _origin = new(connection, "SELECT origin FROM document WHERE id = $0", 1);
        const string Names = "hash, texthash, origin, date, title, text, publisher, url, language, sentences, mentions, coder, run, id, key";
        _insert = new(connection, $"INSERT INTO document ({Names}) VALUES ({string.Join(", ", Enumerable.Range(0, 15).Select(i => "$" + i))})", 15);
        _update = new(connection,
            $"UPDATE document SET {string.Join(", ", Names.Split(", ").Take(14).Select((name, i) => $"{name} = ${i}"))} WHERE key = $14", 15);
        _index = new(connection, "INSERT INTO document_words (rowid, title, text) VALUES ($0, $1, $2)", 3);
        _unindex = new(connection, "INSERT INTO document_words (document_words, rowid, title, text) VALUES ('delete', $0, $1, $2)", 3);
        _old = new(connection, "SELECT title, text FROM document WHERE key = $0", 1);
        _sign = new(connection, "INSERT OR REPLACE INTO signature (document, minhash) VALUES ($0, $1)", 2);
        _unsign = new(connection, "DELETE FROM signature WHERE document = $0", 1);
        _lastKey = Sql.Scalar<long>(connection, "SELECT coalesce(max(key), 0) FROM document");
    }

    /// <summary>What is stored under an id: key, hash and coder.</summary>
    public (long Key, byte[] Hash, long Coder)? Find(string id) =>
        _find.List(r => (r.GetInt64(0), (byte[])r[1], r.GetInt64(2)), id) is [var found] ? found : null;

    /// <param name="key">The stored document that this replaces, or null.</param>
    /// <param name="originId">The document that it reprints, where intake says so.</param>
    /// <param name="signature">Kept for later runs.</param>
    public DocumentFacts Write(Document document, long? key, string? originId, byte[]? signature, int sentences, int mentions, long coder, long run)
    {
        var own = key ?? ++_lastKey;
        var texthash = TextHash(document.Text);
        var origin = (originId is null ? null : (long?)_origin.Scalar(originId)) ?? (texthash == 0 ? null : (long?)_reprint.Scalar(texthash, document.Id)) ?? own;
        if (key is not null && _old.List(r => (Title: r.Text(0), Text: r.GetString(1)), own) is [var old]) _unindex.Run(own, old.Title, old.Text);
        (key is null ? _insert : _update).Run(
            HashOf(document), texthash, origin, document.Date.Iso(), document.Title, document.Text, document.Publisher, document.Url, document.Language,
            sentences, mentions, coder, run, document.Id, own);
        _index.Run(own, document.Title, document.Text);
        if (signature is not null) _sign.Run(own, signature);
        else if (key is not null) _unsign.Run(own);
        return new DocumentFacts(own, document.Id, document.Date, document.Publisher, origin);
    }

    public static byte[] HashOf(Document document)
    {
        var whole = string.Join('\u001f', document.Text, document.Title, document.Date.Iso(), document.Publisher, document.Url);
        return SHA256.HashData(Encoding.UTF8.GetBytes(whole))[..16];
    }

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<PreparedCommand>)[_find, _reprint, _origin, _insert, _update, _index, _unindex, _old, _sign, _unsign]) command.Dispose();
    }

    /// <summary>A hash of letters and digits alone, so that spacing and quotes do not tell reprints apart; 0 for a short text.</summary>
    private static long TextHash(string text)
    {
        var hash = 14695981039346656037UL;
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            letters++;
            hash = (hash ^ char.ToLowerInvariant(c)) * 1099511628211UL;
        }
        return letters < MinReprintLetters ? 0 : (long)hash;
    }
}
