using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Tests;

/// <summary>Everything in a ledger but times of day, as text, so that two can be compared.</summary>
internal static class Dump
{
    private static readonly string[] Tables =
        ["document", "mention", "event", "event_alias", "measure", "exchange", "dyad_day", "actor", "actor_name", "change", "anchor"];

    public static string Of(string path, params string[] tables)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        var dump = new StringBuilder();
        foreach (var table in tables.Length > 0 ? tables : Tables)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                dump.Append(table);
                for (var i = 0; i < reader.FieldCount; i++)
                    dump.Append('|').Append(reader[i] is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader[i], CultureInfo.InvariantCulture));
                dump.AppendLine();
            }
        }
        return dump.ToString();
    }
}
