using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Store;

/// <summary>
/// The file's schema and its migrations. Version n is reached from n-1 by <c>Schema/00n.sql</c>, in one transaction, so that
/// a file is always of one version or the other.
/// </summary>
internal static class LedgerSchema
{
    /// <summary>"DMCH" in SQLite's application id tells a ledger from other SQLite files.</summary>
    public const int ApplicationId = 0x444D4348;

    public static int CurrentVersion => Scripts.Value.Count;

    private static readonly Lazy<IReadOnlyList<string>> Scripts = new(ReadScripts);

    /// <summary>The version of an open file; 0 for an empty one.</summary>
    public static int VersionOf(SqliteConnection connection, string path)
    {
        var id = Sql.Scalar<long>(connection, "PRAGMA application_id");
        var version = (int)Sql.Scalar<long>(connection, "PRAGMA user_version");
        var tables = Sql.Scalar<long>(connection, "SELECT count(*) FROM sqlite_master");
        if (id != ApplicationId && (id != 0 || tables != 0 || version != 0))
            throw new LedgerException(LedgerFault.NotALedger,
                $"{path} is an SQLite file of another kind. Name a ledger, or a new file to begin one.");
        if (version > CurrentVersion)
            throw new LedgerException(LedgerFault.NewerVersion,
                $"{path} is a ledger of version {version}; this program knows versions up to {CurrentVersion}. " +
                "Use the newer demarche that wrote it, or ingest into a new file.");
        return version;
    }

    /// <summary>Brings a file up to the current version. Nothing is changed where it is that already.</summary>
    public static void Migrate(SqliteConnection connection, string path) => Migrate(connection, path, Scripts.Value);

    internal static void Migrate(SqliteConnection connection, string path, IReadOnlyList<string> scripts)
    {
        if (VersionOf(connection, path) == scripts.Count) return;
        Sql.Run(connection, "BEGIN IMMEDIATE");
        try
        {
            for (var v = VersionOf(connection, path); v < scripts.Count; v++) Sql.Run(connection, scripts[v]);
            Sql.Run(connection, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {scripts.Count}");
            Sql.Run(connection, "COMMIT");
        }
        catch
        {
            Sql.Rollback(connection);
            throw;
        }
    }

    private static List<string> ReadScripts()
    {
        var assembly = typeof(LedgerSchema).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var scripts = new List<string>();
        foreach (var name in names)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            scripts.Add(reader.ReadToEnd());
        }
        return scripts;
    }
}
