using System.Globalization;
using Demarche.Coding;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Store;

/// <summary>Short forms for commands, parameters and columns.</summary>
internal static class Sql
{
    public static void Run(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    public static T Scalar<T>(SqliteConnection connection, string text, params ReadOnlySpan<object?> values)
    {
        using var command = Command(connection, text, values);
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>A command whose parameters are $0, $1, … in the text.</summary>
    public static SqliteCommand Command(SqliteConnection connection, string text, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue("$" + i, values[i] ?? DBNull.Value);
        return command;
    }

    public static List<T> List<T>(
        SqliteConnection connection, string text, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var command = Command(connection, text, values);
        using var reader = command.ExecuteReader();
        var list = new List<T>();
        while (reader.Read()) list.Add(read(reader));
        return list;
    }

    /// <summary>Rolls back unless SQLite has done so already, as it does on a full disk.</summary>
    public static void Rollback(SqliteConnection connection)
    {
        if (connection.State == System.Data.ConnectionState.Open && SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            Run(connection, "ROLLBACK");
    }

    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? Number(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static double? Real(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    public static DateOnly? Day(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Day(row.GetString(column));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Iso(this DateOnly? day) => day?.Iso();

    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static CountRange? Range(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : new CountRange(row.GetInt64(column), row.GetInt64(column + 1));
}
