using System.Text.Json;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>Holds records against the schemas of the description: every member is described, every required one is there, types fit.</summary>
internal sealed class RecordSchemas(JsonElement schemas)
{
    public void Check(JsonElement value, string name, string place) => Check(value, schemas.GetProperty(name), place);

    private void Check(JsonElement value, JsonElement schema, string place)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(value, reference.GetString()!.Split('/')[^1], place);
            return;
        }
        if (schema.TryGetProperty("anyOf", out var any))
        {
            if (value.ValueKind != JsonValueKind.Null) Check(value, any[0], place);
            return;
        }
        if (schema.TryGetProperty("allOf", out var all))
        {
            var parts = all.EnumerateArray().Select(Resolved).ToList();
            CheckMembers(value, parts, place);
            return;
        }
        Assert.True(TypesOf(schema).Contains(KindOf(value)) || KindOf(value) == "integer" && TypesOf(schema).Contains("number"), $"{place}: {value} is no {schema}");
        if (schema.TryGetProperty("enum", out var values) && value.ValueKind != JsonValueKind.Null)
            Assert.Contains(value.ToString(), values.EnumerateArray().Select(v => v.ToString()));
        if (value.ValueKind == JsonValueKind.Object) CheckMembers(value, [schema], place);
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray()) Check(item, schema.GetProperty("items"), place + "[]");
    }

    private void CheckMembers(JsonElement value, List<JsonElement> parts, string place)
    {
        foreach (var required in parts.SelectMany(p => p.TryGetProperty("required", out var r) ? r.EnumerateArray().ToArray() : []))
            Assert.True(value.TryGetProperty(required.GetString()!, out _), $"{place} lacks {required}");
        if (!parts.Exists(p => p.TryGetProperty("properties", out _))) return;
        foreach (var member in value.EnumerateObject())
        {
            var described = parts.Select(p => p.TryGetProperty("properties", out var all) && all.TryGetProperty(member.Name, out var s) ? s : (JsonElement?)null).FirstOrDefault(s => s is not null);
            Assert.True(described is not null, $"{place}.{member.Name} is not described");
            Check(member.Value, described.Value, $"{place}.{member.Name}");
        }
    }

    private JsonElement Resolved(JsonElement schema) => schema.TryGetProperty("$ref", out var r) ? schemas.GetProperty(r.GetString()!.Split('/')[^1]) : schema;

    private static string[] TypesOf(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? ["object"]
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : [type.GetString()!];

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
