using System.Text.Json;
using Demarche.Cli.Hosting;

namespace Demarche.Cli.Evaluation;

/// <summary>One gold sentence with the one event that was marked in it.</summary>
/// <param name="Type">PLOVER type, 15 classes; null where not marked.</param>
/// <param name="GsrType">PLOVER type beside coded actors; null where the actors are not coded.</param>
/// <param name="Cameo">CAMEO code; null where not marked.</param>
public sealed record GoldSentence(string Id, string Text, DateOnly? Date, string? Type, string? GsrType, IReadOnlyList<string> Sources, IReadOnlyList<string> Targets, string? Cameo)
{
    /// <summary>Reads gold, one JSON object a line.</summary>
    /// <exception cref="CliException">The file is missing, or a line is not gold; the message names the line.</exception>
    public static List<GoldSentence> Read(string path)
    {
        if (!File.Exists(path)) throw new CliException(ExitCodes.NoInput, $"{path}: there is no such file");
        var gold = new List<GoldSentence>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                gold.Add(Of(json.RootElement));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new CliException(ExitCodes.Data, $"{path}:{number}: not a gold sentence: {e.Message} It needs id and text, and plover15, cameo, or gsr_type with src and tgt", e);
            }
        }
        return gold;
    }

    private static GoldSentence Of(JsonElement o) => new(
        o.GetProperty("id").GetString() ?? throw new FormatException("id is null."),
        o.GetProperty("text").GetString() ?? throw new FormatException("text is null."),
        Field(o, "date") is { } day ? DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) : null,
        Field(o, "plover15"), Field(o, "gsr_type"), Codes(o, "src"), Codes(o, "tgt"), Field(o, "cameo"));

    private static string? Field(JsonElement o, string name) =>
        o.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String && v.GetString() is { Length: > 0 } s ? s : null;

    private static List<string> Codes(JsonElement o, string name) =>
        o.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(a => EventClasses.Country(a.GetProperty("code").GetString() ?? ""))]
            : [];
}
