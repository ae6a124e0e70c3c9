using System.Text.Json;
using Demarche.Intake.Text;

namespace Demarche.Intake.Readers;

/// <summary>One JSON object to a document: <c>{id, date, text, title, publisher, url, language}</c>, or the names others use.</summary>
internal static class JsonRecord
{
    public static IntakeResult Read(JsonElement record, string input, int? line, ColumnMapping columns)
    {
        if (record.ValueKind != JsonValueKind.Object)
            return Problem(input, line, "invalid-record", "A record must be a JSON object such as {\"id\":…, \"date\":…, \"text\":…}.");
        if (Text(record, columns.Text, RecordFields.Text) is not { } text)
            return Problem(input, line, "missing-text", "The record has no text. Name the field that holds it with --column text=NAME.");
        if (string.IsNullOrWhiteSpace(text))
            return Problem(input, line, "empty-text", "The record's text is empty.");
        if (!Date(record, columns.Date, out var date))
            return Problem(input, line, "invalid-date", "The record's date is none that can be read. Write it as YYYY-MM-DD, or leave it out.");
        return RecordFields.Document(
            input,
            line,
            Text(record, columns.Id, RecordFields.Id),
            date,
            text,
            Text(record, columns.Title, RecordFields.Title),
            Text(record, columns.Publisher, RecordFields.Publisher),
            Text(record, columns.Url, RecordFields.Url),
            Text(record, columns.Language, RecordFields.Language));
    }

    private static IntakeProblem Problem(string input, int? line, string name, string message) =>
        new(input, line, name, message, IntakeFailure.Invalid);

    /// <summary>False where a date is given and cannot be read; an empty one counts as none.</summary>
    private static bool Date(JsonElement record, string? mapped, out DateOnly? date)
    {
        date = null;
        if (!Find(record, mapped, RecordFields.Date, out var value)) return true;
        // Mongo: {"$date": "…"} or {"$date": {"$numberLong": "…"}}
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("$date", out var inner)) value = inner;
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("$numberLong", out inner)) value = inner;
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return true;
            case JsonValueKind.Number:
                date = DateText.FromEpoch(value.GetDouble());
                return date is not null;
            case JsonValueKind.String:
                var text = value.GetString();
                if (string.IsNullOrWhiteSpace(text)) return true;
                date = DateText.Parse(text) ?? (text.Length > 8 && long.TryParse(text, out var n) ? DateText.FromEpoch(n) : null);
                return date is not null;
            default:
                return false;
        }
    }

    private static string? Text(JsonElement record, string? mapped, string[] usual)
    {
        if (!Find(record, mapped, usual, out var value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Object when value.TryGetProperty("$oid", out var oid) && oid.ValueKind == JsonValueKind.String => oid.GetString(),
            _ => null,
        };
    }

    private static bool Find(JsonElement record, string? mapped, string[] usual, out JsonElement value)
    {
        foreach (var name in RecordFields.Candidates(mapped, usual))
            if (record.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null) return true;
        value = default;
        return false;
    }
}
