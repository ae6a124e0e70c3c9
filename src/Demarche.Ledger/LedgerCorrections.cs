using System.Collections.Immutable;
using System.Globalization;
using Demarche.Knowledge;
using Demarche.Knowledge.Ontology;
using Demarche.Ledger.Corrections;
using Demarche.Ledger.Reading;
using Demarche.Ledger.Store;
using Demarche.Ledger.Writing;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger;

/// <summary>
/// Adds corrections to a ledger. One is taken up at once; while an ingest is running it is stored at once and taken up with
/// that ingest's next batch.
/// </summary>
/// <param name="path">The ledger's file.</param>
/// <param name="clock">Null for the system's.</param>
/// <param name="codes">What codes mean, for edits of them; null for the code list of the program's own knowledge, read when first needed.</param>
public sealed class LedgerCorrections(string path, TimeProvider? clock = null, CameoTable? codes = null)
{
    private static readonly Lazy<CameoTable> OwnCodes = new(() => KnowledgeBase.Load().Frames.Cameo);


    private readonly LedgerFile _file = new(path);
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>Measure kinds, CAMEO codes and so on are checked; the fields are listed in docs/ledger.md.</summary>
    /// <exception cref="LedgerException">It names what is not there, or the ledger cannot be written.</exception>
    public Correction Add(CorrectionRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Author)) throw Bad("A correction needs an author. Name one with --author NAME.");
        if (!File.Exists(_file.Path)) throw new LedgerException(LedgerFault.Missing, $"There is no ledger at {_file.Path}.");
        var number = _file.Guard(() => Append(request));
        var applied = false;
        using (var writer = LedgerWriter.TryOpen(_file))
        {
            writer?.InTransaction(writer.TakeUpCorrections);
            applied = writer is not null;
        }
        return _file.Guard(() =>
        {
            using var connection = _file.OpenToRead();
            return HistoryReads.Corrections(connection, null).First(c => c.Number == number) with { Applied = applied };
        });
    }

    private long Append(CorrectionRequest request)
    {
        var source = new SqliteConnectionStringBuilder { DataSource = _file.Path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 60 };
        using var connection = new SqliteConnection(source.ConnectionString);
        connection.Open();
        LedgerSchema.VersionOf(connection, _file.Path);
        // Waits for the batch of a running ingest, which takes well under a second.
        using var transaction = connection.BeginTransaction(deferred: false);
        var anchors = AnchorsOf(connection, request);
        var fields = request.Fields;
        if (request.Action == CorrectionAction.Edit)
        {
            EditedFields.Check(fields);
            if (EditedFields.TypeOf(fields, () => codes ?? OwnCodes.Value) is { } type) fields = fields.Add(EditedFields.TypeField, LedgerJson.Write(type));
        }
        var time = _clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        Sql.Command(connection,
            "INSERT INTO correction (action, author, time, event, fields, undoes, note, request) VALUES ($0, $1, $2, $3, $4, $5, $6, $7)",
            (int)request.Action, request.Author, time, request.EventId,
            fields.IsEmpty ? null : System.Text.Json.JsonSerializer.Serialize(fields, LedgerJson.Default.ImmutableSortedDictionaryStringString),
            request.Undoes, request.Note, LedgerJson.Write(request)).ExecuteNonQuery();
        var number = Sql.Scalar<long>(connection, "SELECT last_insert_rowid()");
        foreach (var anchor in anchors)
            Sql.Command(connection, "INSERT INTO anchor (correction, document, tstart, tend, part) VALUES ($0, $1, $2, $3, $4) ON CONFLICT DO NOTHING",
                number, anchor.DocumentId, anchor.Start, anchor.End, anchor.Part).ExecuteNonQuery();
        transaction.Commit();
        return number;
    }

    private static ImmutableArray<CorrectionAnchor> AnchorsOf(SqliteConnection connection, CorrectionRequest request)
    {
        if (request.Action == CorrectionAction.Undo)
        {
            var known = request.Undoes is { } undoes && Sql.Scalar<long>(connection, "SELECT count(*) FROM correction WHERE key = $0 AND undoes IS NULL", undoes) == 1;
            if (!known) throw Bad($"There is no correction {request.Undoes} to undo.");
            if (Sql.Scalar<long>(connection, "SELECT count(*) FROM correction WHERE undoes = $0", request.Undoes) > 0)
                throw Bad($"Correction {request.Undoes} is undone already.");
            return [];
        }
        var own = MentionsOf(connection, request.EventId);
        switch (request.Action)
        {
            case CorrectionAction.Merge:
                if (request.Others.IsDefaultOrEmpty) throw Bad("A merge needs the ids of at least two events.");
                return [.. own.Select(a => a.Anchor), .. request.Others.SelectMany((id, i) => MentionsOf(connection, id).Select(a => a.Anchor with { Part = i + 1 }))];
            case CorrectionAction.Split:
                var apart = request.MentionIds.IsDefault ? [] : request.MentionIds.ToHashSet(StringComparer.Ordinal);
                var strange = apart.FirstOrDefault(id => !own.Exists(a => a.MentionId == id));
                if (strange is not null) throw Bad($"Event {request.EventId} has no mention {strange}.");
                if (apart.Count == 0 || apart.Count == own.Count) throw Bad("A split needs some of the event's mentions, but not all of them.");
                return [.. own.Select(a => a.Anchor with { Part = apart.Contains(a.MentionId) ? 1 : 0 })];
            default:
                return [.. own.Select(a => a.Anchor)];
        }
    }

    private static List<(string MentionId, CorrectionAnchor Anchor)> MentionsOf(SqliteConnection connection, string? eventId)
    {
        if (eventId is null || EventReads.KeyOf(connection, eventId) is not { } key) throw Bad($"There is no event {eventId}. demarche events lists them.");
        return Sql.List(connection, "SELECT m.id, d.id, m.tstart, m.tend FROM mention m JOIN document d ON d.key = m.document WHERE m.event = $0 ORDER BY m.key",
            r => (r.GetString(0), new CorrectionAnchor(r.GetString(1), r.GetInt32(2), r.GetInt32(3), 0)), key);
    }

    private static LedgerException Bad(string message) => new(LedgerFault.BadCorrection, message);
}
