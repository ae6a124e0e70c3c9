using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Store;

/// <summary>Opens connections to one ledger file, and puts SQLite's errors into words.</summary>
internal sealed class LedgerFile(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Names the pool of reading connections.</summary>
    public string ReadSource => ReadOnlySource(immutable: false);

    /// <summary>Tests lower this to see what a full disk does; pages of 4 KiB.</summary>
    internal long? MaxPages { get; init; }

    /// <summary>A pooled connection that can only read.</summary>
    public SqliteConnection OpenToRead()
    {
        if (!File.Exists(Path))
            throw new LedgerException(LedgerFault.Missing, $"There is no ledger at {Path}. Begin one with: demarche ingest INPUT --ledger {Path}");
        return Guard(() =>
        {
            try
            {
                return Open(ReadOnlySource(immutable: false));
            }
            catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY)
            {
                // A folder that may not be written cannot take the -shm file; with no writer about, the file alone is whole.
                if (File.Exists(Path + "-wal")) throw;
                return Open(ReadOnlySource(immutable: true));
            }
        });
    }

    /// <summary>Whether it is a ledger of an earlier version that may be written.</summary>
    public bool IsOlder()
    {
        var info = new FileInfo(Path);
        if (!info.Exists || info.IsReadOnly || info.Length == 0) return false;
        return Guard(() =>
        {
            using var connection = new SqliteConnection(ReadOnlySource(immutable: false));
            try
            {
                connection.Open();
                return LedgerSchema.VersionOf(connection, Path) is > 0 and var version && version < LedgerSchema.CurrentVersion;
            }
            catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY)
            {
                return false;
            }
        });
    }

    /// <summary>The writing connection. The caller holds the writer's lock.</summary>
    public SqliteConnection OpenToWrite() => Guard(() =>
    {
        var source = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = 30,
        };
        var connection = new SqliteConnection(source.ConnectionString);
        try
        {
            connection.Open();
            LedgerSchema.VersionOf(connection, Path);
            Sql.Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000");
            if (MaxPages is { } pages) Sql.Run(connection, $"PRAGMA max_page_count = {pages}");
            LedgerSchema.Migrate(connection, Path);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    /// <summary>Runs a step; an SQLite error becomes a named one.</summary>
    public T Guard<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (SqliteException e)
        {
            throw Named(e);
        }
    }

    public void Guard(Action step) => Guard(() =>
    {
        step();
        return true;
    });

    public LedgerException Named(SqliteException e) => e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => new(LedgerFault.DiskFull,
            $"The disk of {Path} is full. What was committed is safe; make room and run the same command again.", e),
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM => new(LedgerFault.ReadOnly,
            $"{Path} or its folder may not be written. Change its permissions, or copy it to where you may write.", e),
        SQLitePCL.raw.SQLITE_NOTADB => new(LedgerFault.NotALedger,
            $"{Path} is not a ledger. Name another file, or a new one to begin a ledger.", e),
        SQLitePCL.raw.SQLITE_CORRUPT => new(LedgerFault.Damaged,
            $"{Path} is damaged. Restore it from a backup, or ingest your documents into a new file; " +
            $"what can be read of it is had with: sqlite3 {Path} .recover", e),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new(LedgerFault.Busy,
            $"{Path} is being written by another process. Wait for it to end and try again.", e),
        SQLitePCL.raw.SQLITE_IOERR => new(LedgerFault.Io,
            $"The system refused to read or write {Path}: {e.Message} What was committed is safe; see to the disk and try again.", e),
        _ => new(LedgerFault.Io, $"{Path}: {e.Message}", e),
    };

    private SqliteConnection Open(string source)
    {
        var connection = new SqliteConnection(source);
        try
        {
            connection.Open();
            Sql.Run(connection, "PRAGMA query_only = 1; PRAGMA cache_size = -32768; PRAGMA mmap_size = 2147418112");
            if (LedgerSchema.VersionOf(connection, Path) is var version && version < LedgerSchema.CurrentVersion)
                throw new LedgerException(LedgerFault.NotALedger, version == 0
                    ? $"{Path} is empty. Begin a ledger with: demarche ingest INPUT --ledger {Path}"
                    : $"{Path} is a ledger of version {version}. To bring it to version {LedgerSchema.CurrentVersion}, open it where it may be written, while no ingest runs.");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private string ReadOnlySource(bool immutable) => new SqliteConnectionStringBuilder
    {
        DataSource = immutable ? $"file:{Uri.EscapeDataString(Path).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1" : Path,
        Mode = SqliteOpenMode.ReadOnly,
        DefaultTimeout = 30,
    }.ConnectionString;
}
