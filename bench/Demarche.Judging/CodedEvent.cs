using System.Text.Json;

namespace Demarche.Judging;

/// <summary>What is judged of an event that `demarche code … --format jsonl` wrote.</summary>
/// <param name="Offset">Where its trigger begins, in code points.</param>
/// <param name="Class">The class of fifteen, or "-" for a plain statement.</param>
/// <param name="Source">Country or body of the source, "~" where it has none, "-" where there is no source.</param>
/// <param name="Shown">The event in words for the one who judges; it is never kept.</param>
internal sealed record CodedEvent(string Report, int Offset, string Id, string Class, string Source, string Target, string Status, double Confidence, string Shown)
{
    public static IEnumerable<CodedEvent> ReadAll(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var e = json.RootElement;
            var trigger = e.GetProperty("trigger");
            yield return new CodedEvent(
                e.GetProperty("document").GetString()!,
                trigger.GetProperty("start").GetInt32(),
                e.GetProperty("id").GetString()!,
                ClassOf(e.GetProperty("event")),
                Country(e, "source"),
                Country(e, "target"),
                e.GetProperty("status").GetString()!,
                e.GetProperty("confidence").GetDouble(),
                $"{e.GetProperty("text").GetString()}\n    {Party(e, "source")} -> {Party(e, "target")} by '{trigger.GetProperty("text").GetString()}' {e.GetProperty("event").GetProperty("cameo").GetString()} {e.GetProperty("frame").GetString()}");
        }
    }

    /// <summary>Address in a draw.</summary>
    public string Address => $"{Report}:{Offset}:{Id}";

    private static string ClassOf(JsonElement meaning) =>
        meaning.TryGetProperty("plover", out var plover) && plover.ValueKind == JsonValueKind.Object && plover.TryGetProperty("type", out var type) && type.GetString() is { } t
            ? Demarche.Coding.Scoring.EventClasses.Name(Demarche.Coding.Scoring.EventClasses.OfPlover(t))
            : "-";

    private static string Country(JsonElement e, string role) =>
        e.GetProperty(role) is { ValueKind: JsonValueKind.Object } party ? party.GetProperty("country").GetString() ?? "~" : "-";

    private static string Party(JsonElement e, string role) =>
        e.GetProperty(role) is { ValueKind: JsonValueKind.Object } party
            ? $"[{party.GetProperty("text").GetString()}] {party.GetProperty("name").GetString()}/{party.GetProperty("country").GetString()}/{string.Join(',', party.GetProperty("sectors").EnumerateArray())}"
            : "none";
}
