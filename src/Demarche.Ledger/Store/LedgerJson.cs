using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Demarche.Coding;

namespace Demarche.Ledger.Store;

/// <summary>How records are kept inside the file. What users see is written by Demarche.Formats.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(EventMention))]
[JsonSerializable(typeof(EventType))]
[JsonSerializable(typeof(LedgerParty))]
[JsonSerializable(typeof(ImmutableArray<EventConflict>))]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string?>))]
[JsonSerializable(typeof(CorrectionRequest))]
internal sealed partial class LedgerJson : JsonSerializerContext
{
    public static string Write(EventMention mention) => JsonSerializer.Serialize(mention, Default.EventMention);

    public static EventMention Mention(string json) => JsonSerializer.Deserialize(json, Default.EventMention)!;

    public static string Write(EventType type) => JsonSerializer.Serialize(type, Default.EventType);

    public static EventType Type(string json) => JsonSerializer.Deserialize(json, Default.EventType)!;

    public static string? Write(LedgerParty? party) => party is null ? null : JsonSerializer.Serialize(party, Default.LedgerParty);

    public static LedgerParty? Party(string? json) => json is null ? null : JsonSerializer.Deserialize(json, Default.LedgerParty);

    public static string Write(ImmutableArray<string> values) => JsonSerializer.Serialize(values, Default.ImmutableArrayString);

    public static ImmutableArray<string> Strings(string json) => JsonSerializer.Deserialize(json, Default.ImmutableArrayString);

    public static string? Write(ImmutableArray<EventConflict> conflicts) =>
        conflicts.IsEmpty ? null : JsonSerializer.Serialize(conflicts, Default.ImmutableArrayEventConflict);

    public static ImmutableArray<EventConflict> Conflicts(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, Default.ImmutableArrayEventConflict);

    public static string Write(CorrectionRequest request) => JsonSerializer.Serialize(request, Default.CorrectionRequest);

    public static CorrectionRequest Request(string json) => JsonSerializer.Deserialize(json, Default.CorrectionRequest)!;
}
