using Microsoft.Data.Sqlite;

namespace Demarche.Ledger.Reading;

/// <summary>Gathers the conditions of a query with their values; values never stand in the text.</summary>
internal sealed class Filter
{
    private readonly List<string> _conditions = [];
    private readonly List<object> _values = [];

    /// <summary>Adds a condition; each ? in it takes the next value. Nothing is added where a value is null.</summary>
    public Filter Add(string condition, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
            if (value is null) return this;
        foreach (var value in values)
        {
            var at = condition.IndexOf('?', StringComparison.Ordinal);
            condition = string.Concat(condition.AsSpan(0, at), "$" + _values.Count, condition.AsSpan(at + 1));
            _values.Add(value!);
        }
        _conditions.Add(condition);
        return this;
    }

    public Filter AnyOf(string column, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0) return this;
        var names = values.Select(v =>
        {
            _values.Add(v);
            return "$" + (_values.Count - 1);
        });
        _conditions.Add($"{column} IN ({string.Join(", ", names)})");
        return this;
    }

    /// <summary>Events with these parties; what is null is not asked for.</summary>
    public Filter Parties(string? either, string? source, string? target, (string A, string B)? dyad) =>
        Add("(e.source = ? OR e.target = ?)", either, either)
            .Add("e.source = ?", source)
            .Add("e.target = ?", target)
            .Add("e.pair = ?", dyad is { } pair ? Pair.Of(pair.A, pair.B) : null);

    public string Where => _conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", _conditions);

    public List<T> List<T>(SqliteConnection connection, string text, Func<SqliteDataReader, T> read) =>
        Store.Sql.List(connection, text, read, _values.ToArray());

    public long Count(SqliteConnection connection, string text) => Store.Sql.Scalar<long>(connection, text, _values.ToArray());
}
