using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Writing;

/// <summary>Numbers the changes of events; of each event only the latest is kept.</summary>
internal sealed class ChangeFeed : IDisposable
{
    private readonly PreparedCommand _put;
    private readonly PreparedCommand _gone;
    private long _last;

    public ChangeFeed(SqliteConnection connection)
    {
        _put = new(connection, "INSERT INTO change (seq, id, born, gone) VALUES ($0, $1, $0, 0) ON CONFLICT (id) DO UPDATE SET born = CASE WHEN gone THEN $0 ELSE born END, seq = $0, gone = 0", 2);
        _gone = new(connection, "UPDATE change SET seq = $0, gone = 1 WHERE id = $1", 2);
        _last = Sql.Scalar<long>(connection, "SELECT coalesce(max(seq), 0) FROM change");
    }

    /// <summary>The position that the next change takes.</summary>
    public long Next => _last + 1;

    public void Changed(string id) => _put.Run(++_last, id);

    public void Withdrawn(string id) => _gone.Run(++_last, id);

    public void Dispose()
    {
        _put.Dispose();
        _gone.Dispose();
    }
}
