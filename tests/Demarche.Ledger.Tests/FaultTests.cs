using Demarche.Ledger.Store;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Demarche.Ledger.Tests;

public sealed class FaultTests
{
    private static Story[] Many(int n) =>
    [
        .. Enumerable.Range(0, n).Select(i => new Story($"s{i}", "2031-01-01", $"Veldania expels envoy number {i} of Morvia. " + new string('x', 900))
            .Measure("VEL", "MOR", "expels", "diplomats_expelled", i)),
    ];

    private static LedgerFault FaultOf(Action act) => Assert.Throws<LedgerException>(act).Fault;

    [Fact]
    public void A_missing_file_is_named()
    {
        using var test = new TestLedger();
        var error = Assert.Throws<LedgerException>(test.Open);
        Assert.Equal(LedgerFault.Missing, error.Fault);
        Assert.Contains("demarche ingest", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_file_is_no_ledger_and_stays_as_it_is()
    {
        using var test = new TestLedger();
        var text = string.Concat(Enumerable.Repeat("not a ledger\n", 500));
        File.WriteAllText(test.Path, text);
        Assert.Equal(LedgerFault.NotALedger, FaultOf(() => test.Open()));
        Assert.Equal(LedgerFault.NotALedger, FaultOf(() => test.Ingest(Many(1))));
        Assert.Equal(text, File.ReadAllText(test.Path));
    }

    [Fact]
    public void Another_programs_SQLite_file_is_no_ledger()
    {
        using var test = new TestLedger();
        Execute(test.Path, "CREATE TABLE recipe (name TEXT)");
        Assert.Equal(LedgerFault.NotALedger, FaultOf(() => test.Open()));
        Assert.Equal(LedgerFault.NotALedger, FaultOf(() => test.Ingest(Many(1))));
    }

    [Fact]
    public void An_older_ledger_is_brought_up_to_date_when_opened()
    {
        using var test = new TestLedger();
        test.Ingest(Many(3));
        Execute(test.Path, "DROP TABLE signature; DROP INDEX event_facets; PRAGMA user_version = 1");
        using var ledger = test.Open();
        Assert.Equal(LedgerSchema.CurrentVersion, ledger.Summary().SchemaVersion);
        Assert.Equal(3, ledger.Summary().Documents);
        Assert.Empty(ledger.Signatures());
    }

    [Fact]
    public void A_newer_ledger_is_left_alone()
    {
        using var test = new TestLedger();
        test.Ingest(Many(1));
        Execute(test.Path, "PRAGMA user_version = 99");
        var error = Assert.Throws<LedgerException>(test.Open);
        Assert.Equal(LedgerFault.NewerVersion, error.Fault);
        Assert.Contains("version 99", error.Message, StringComparison.Ordinal);
        Assert.Equal(LedgerFault.NewerVersion, FaultOf(() => test.Ingest(Many(2))));
    }

    [Fact]
    public void Damaged_pages_are_told()
    {
        using var test = new TestLedger();
        test.Ingest(Many(200));
        var bytes = File.ReadAllBytes(test.Path);
        new Random(7).NextBytes(bytes.AsSpan(4096, bytes.Length - 4096));
        File.WriteAllBytes(test.Path, bytes);
        var error = Assert.Throws<LedgerException>(() =>
        {
            using var ledger = test.Open();
            return ledger.Events(new EventQuery());
        });
        Assert.Equal(LedgerFault.Damaged, error.Fault);
        Assert.Contains("backup", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_undoes_the_batch_and_keeps_the_rest()
    {
        using var test = new TestLedger();
        var stories = Many(300);
        var full = new LedgerIngest(test.Path, new StoryCoder(stories), new IngestOptions(TestLedger.Versions) { Batch = 20 })
        {
            File = new LedgerFile(test.Path) { MaxPages = 150 },
        };
        var error = Assert.Throws<LedgerException>(() => full.Run(stories.Select(s => s.Document), cancel: TestContext.Current.CancellationToken));
        Assert.Equal(LedgerFault.DiskFull, error.Fault);
        Assert.Contains("run the same command again", error.Message, StringComparison.Ordinal);
        using (var ledger = test.Open())
        {
            var kept = ledger.Summary();
            Assert.InRange(kept.Documents, 20, 280);
            Assert.Equal(0, kept.Documents % 20);
            Assert.Equal(kept.Documents, kept.Mentions);
        }
        var rest = test.Ingest(stories);
        Assert.Equal(300, rest.Added + rest.Unchanged);
        Assert.Equal("ok", Check(test.Path));
    }

    [Fact]
    public void One_writer_at_a_time()
    {
        using var test = new TestLedger();
        using var held = WriterLock.Take(test.Path);
        var error = Assert.Throws<LedgerException>(() => test.Ingest(Many(1)));
        Assert.Equal(LedgerFault.Busy, error.Fault);
        Assert.Contains($"process {Environment.ProcessId}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Readers_read_while_a_writer_writes()
    {
        using var test = new TestLedger();
        test.Ingest(Many(10));
        using var ledger = test.Open();
        using var writer = Writing.LedgerWriter.Open(new LedgerFile(test.Path));
        writer.InTransaction(() =>
        {
            writer.Put(new Story("new", "2031-02-01", "Veldania expels an envoy of Morvia.").Measure("VEL", "MOR", "expels", "diplomats_expelled", 1).Coded(), null, null, null, writer.CoderKey(TestLedger.Versions), 1);
            Assert.Equal(10, ledger.Summary().Documents);
        });
        Assert.Equal(11, ledger.Summary().Documents);
    }

    [Fact]
    public void A_read_only_folder_can_be_read_but_not_written()
    {
        if (Environment.UserName == "root" || OperatingSystem.IsWindows())
        {
            Assert.Skip("the user of this run may write everywhere");
            return;
        }
        using var test = new TestLedger();
        test.Ingest(Many(3));
        File.Delete(test.Path + ".writer");
        File.SetUnixFileMode(test.Path, UnixFileMode.UserRead);
        File.SetUnixFileMode(test.Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            using var ledger = test.Open();
            Assert.Equal(3, ledger.Summary().Documents);
            Assert.Equal(LedgerFault.ReadOnly, FaultOf(() => test.Ingest(Many(4))));
        }
        finally
        {
            File.SetUnixFileMode(test.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void An_older_ledger_is_brought_up_step_by_step()
    {
        using var test = new TestLedger();
        using var connection = new SqliteConnection($"Data Source={test.Path};Pooling=False");
        connection.Open();
        LedgerSchema.Migrate(connection, test.Path, ["CREATE TABLE a (x)"]);
        LedgerSchema.Migrate(connection, test.Path, ["CREATE TABLE a (x)", "ALTER TABLE a ADD COLUMN y; INSERT INTO a VALUES (1, 2)"]);
        Assert.Equal(2L, Sql.Scalar<long>(connection, "SELECT y FROM a"));
        Assert.Equal(2L, Sql.Scalar<long>(connection, "PRAGMA user_version"));
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_older_version()
    {
        using var test = new TestLedger();
        using var connection = new SqliteConnection($"Data Source={test.Path};Pooling=False");
        connection.Open();
        LedgerSchema.Migrate(connection, test.Path, ["CREATE TABLE a (x)"]);
        Assert.Throws<SqliteException>(() => LedgerSchema.Migrate(connection, test.Path, ["CREATE TABLE a (x)", "CREATE TABLE b (x); CREATE TABLE b (x)"]));
        Assert.Equal(1L, Sql.Scalar<long>(connection, "PRAGMA user_version"));
        Assert.Equal(0L, Sql.Scalar<long>(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'b'"));
    }

    private static void Execute(string path, string text)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Sql.Run(connection, text);
    }

    private static string Check(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return Sql.Scalar<string>(connection, "PRAGMA integrity_check");
    }
}
