using System.Diagnostics;
using System.Globalization;
using Demarche.Coding;
using Demarche.Language;
using Demarche.Ledger.Ingest;
using Demarche.Ledger.Store;
using Demarche.Ledger.Writing;

namespace Demarche.Ledger;

/// <summary>
/// Codes documents and writes them to a ledger, which it begins where there is none. The same documents give the same
/// ledger whatever the number of threads; a document that is there as it is changes nothing; a run cut off at any moment is
/// continued by the same command.
/// </summary>
public sealed class LedgerIngest(string path, IDocumentCoder coder, IngestOptions options, TimeProvider? clock = null)
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    internal LedgerFile File { get; init; } = new(path);

    /// <summary>Reads all documents; where cancelled, what was coded so far is committed.</summary>
    /// <exception cref="LedgerException">The ledger cannot be written.</exception>
    /// <exception cref="DocumentCodingException">The coder failed on a document.</exception>
    public IngestProgress Run(IEnumerable<Document> documents, IProgress<IngestProgress>? progress = null, CancellationToken cancel = default)
    {
        using var writer = LedgerWriter.Open(File);
        return new Session(this, writer, progress, recodeAll: false).RunAsync(documents, cancel).GetAwaiter().GetResult();
    }

    /// <summary>Codes again, from the stored texts, whatever another version coded.</summary>
    public IngestProgress Recode(IProgress<IngestProgress>? progress = null, CancellationToken cancel = default)
    {
        using var writer = LedgerWriter.Open(File);
        var coderKey = 0L;
        writer.InTransaction(() => coderKey = writer.CoderKey(options.Versions));
        return new Session(this, writer, progress, recodeAll: true).RunAsync(Stored(coderKey), cancel).GetAwaiter().GetResult();
    }

    /// <summary>The stored documents in order of storing, read in pages so that none is held open while batches are written.</summary>
    private IEnumerable<Document> Stored(long coderKey)
    {
        for (var last = 0L; ;)
        {
            List<(long Key, Document Document)> page;
            using (var connection = File.OpenToRead())
                page = Sql.List(connection,
                    "SELECT key, id, text, date, title, publisher, url, language FROM document WHERE key > $0 AND coder <> $1 ORDER BY key LIMIT 500",
                    r => (r.GetInt64(0), new Document(r.GetString(1), r.GetString(2))
                    {
                        Date = r.Day(3),
                        Title = r.Text(4),
                        Publisher = r.Text(5),
                        Url = r.Text(6),
                        Language = r.Text(7),
                    }), last, coderKey);
            if (page.Count == 0) yield break;
            foreach (var (key, document) in page)
            {
                last = key;
                yield return document;
            }
        }
    }

    private sealed class Session(LedgerIngest ingest, LedgerWriter writer, IProgress<IngestProgress>? progress, bool recodeAll)
    {
        private readonly IngestOptions _options = ingest.Options;
        private readonly long _started = Stopwatch.GetTimestamp();
        private readonly List<(Known? Known, CodedDocument Coded)> _batch = [];
        private long _lastWrite = Stopwatch.GetTimestamp();
        private long _coder;
        private long? _run;
        private long _seen;
        private long _unchanged;
        private long _added;
        private long _changed;
        private long _mentions;

        public async Task<IngestProgress> RunAsync(IEnumerable<Document> documents, CancellationToken cancel)
        {
            FindCoder();
            try
            {
                await foreach (var (known, coded) in OrderedCoding.Run(Wanted(documents), ingest.Coder, _options.Threads, cancel).ConfigureAwait(false))
                {
                    _batch.Add((known, coded));
                    if (_batch.Count >= _options.Batch || Stopwatch.GetElapsedTime(_lastWrite) > _options.BatchTime) WriteBatch();
                }
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // Asked to stop: what is coded is kept, and the same command goes on from there.
            }
            catch (DocumentCodingException)
            {
                WriteBatch();
                throw;
            }
            WriteBatch();
            TakeUpCorrections();
            Close();
            return Report();
        }

        /// <summary>Documents that are not in the ledger as they are.</summary>
        private IEnumerable<(Known?, Document)> Wanted(IEnumerable<Document> documents)
        {
            using var connection = ingest.File.OpenToRead();
            using var find = new PreparedCommand(connection, "SELECT hash, coder FROM document WHERE id = $0", 1);
            foreach (var document in documents)
            {
                Interlocked.Increment(ref _seen);
                var known = find.List(r => new Known((byte[])r[0], r.GetInt64(1)), document.Id).FirstOrDefault();
                if (known is not null && !MustCode(known, document))
                {
                    if (Interlocked.Increment(ref _unchanged) % 10_000 == 0) progress?.Report(Report());
                    continue;
                }
                yield return (known, document);
            }
        }

        private bool MustCode(Known known, Document document) =>
            (recodeAll || _options.Recode) && known.Coder != _coder
            || !recodeAll && !known.Hash.AsSpan().SequenceEqual(DocumentTable.HashOf(document));

        private void FindCoder()
        {
            // Asked before anything is written, so that an ingest that changes nothing leaves the file as it is.
            var v = _options.Versions;
            using var find = Sql.Command(writer.Connection, "SELECT key FROM coder WHERE program = $0 AND model = $1 AND knowledge = $2", v.Program, v.Model, v.Knowledge);
            _coder = (long?)find.ExecuteScalar() ?? 0;
        }

        private void WriteBatch()
        {
            if (_batch.Count == 0) return;
            long unchanged = 0, added = 0, changed = 0, mentions = 0;
            writer.InTransaction(() =>
            {
                _coder = writer.CoderKey(_options.Versions);
                _run ??= Begin();
                foreach (var (_, coded) in _batch)
                {
                    // The reader looks at what is committed; an id may come twice in one batch.
                    var stored = writer.FindDocument(coded.Document.Id);
                    if (stored is { } s && !MustCode(new Known(s.Hash, s.Coder), coded.Document))
                    {
                        unchanged++;
                        continue;
                    }
                    writer.Put(coded, stored?.Key, _options.OriginOf?.Invoke(coded.Document), _options.SignatureOf?.Invoke(coded.Document), _coder, _run.Value);
                    if (stored is null) added++;
                    else changed++;
                    mentions += coded.Events.Count;
                }
                writer.TakeUpCorrections();
                Sql.Command(writer.Connection, "UPDATE run SET added = added + $0, changed = changed + $1, mentions = mentions + $2 WHERE key = $3",
                    added, changed, mentions, _run.Value).ExecuteNonQuery();
            });
            _batch.Clear();
            _lastWrite = Stopwatch.GetTimestamp();
            Interlocked.Add(ref _unchanged, unchanged);
            _added += added;
            _changed += changed;
            _mentions += mentions;
            progress?.Report(Report());
        }

        private void TakeUpCorrections()
        {
            if (Sql.Scalar<long>(writer.Connection, "SELECT count(*) FROM correction WHERE applied = 0") > 0) writer.InTransaction(writer.TakeUpCorrections);
        }

        private long Begin()
        {
            Sql.Command(writer.Connection, "INSERT INTO run (coder, started, recoded) VALUES ($0, $1, $2)", _coder, Now(), recodeAll || _options.Recode ? 1 : 0).ExecuteNonQuery();
            return Sql.Scalar<long>(writer.Connection, "SELECT last_insert_rowid()");
        }

        private void Close()
        {
            if (_run is null) return;
            writer.InTransaction(() => Sql.Command(writer.Connection, "UPDATE run SET ended = $0 WHERE key = $1", Now(), _run.Value).ExecuteNonQuery());
            // Once a run, so that the planner knows the tables and the file is one piece again.
            ingest.File.Guard(() => Sql.Run(writer.Connection, "PRAGMA analysis_limit = 400; PRAGMA optimize = 0x10002; PRAGMA wal_checkpoint(TRUNCATE)"));
        }

        private string Now() => ingest._clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

        private IngestProgress Report() =>
            new(Interlocked.Read(ref _seen), Interlocked.Read(ref _unchanged), _added, _changed, _mentions, Stopwatch.GetElapsedTime(_started));

        internal sealed record Known(byte[] Hash, long Coder);
    }

    private IngestOptions Options => options;

    private IDocumentCoder Coder => coder;
}
