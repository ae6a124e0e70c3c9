using System.Collections.Frozen;

namespace Demarche.Knowledge.Actors;

/// <summary>The words of the text format: kinds of entries and their properties.</summary>
internal static class ActorVocabulary
{
    /// <summary>Head words of actors; the words of groups also serve to refer to them ("the party").</summary>
    public static readonly FrozenDictionary<string, ActorKind> Kinds = new Dictionary<string, ActorKind>
    {
        ["state"] = ActorKind.State,
        ["organisation"] = ActorKind.Organisation,
        ["person"] = ActorKind.Person,
        ["group"] = ActorKind.Group,
        ["party"] = ActorKind.Group,
        ["movement"] = ActorKind.Group,
        ["parliament"] = ActorKind.Group,
        ["agency"] = ActorKind.Group,
        ["court"] = ActorKind.Group,
        ["firm"] = ActorKind.Group,
        ["media"] = ActorKind.Group,
    }.ToFrozenDictionary();

    public static readonly FrozenSet<string> FreeProperties = new[] { "role" }.ToFrozenSet();

    private static readonly string[] ActorProperties =
    [
        "names", "adjectives", "demonyms", "capital", "metonyms", "borders", "exists", "description", "seat", "sectors", "cameo",
        "members", "country", "role", "part-of", "code2", "position", "note", "source",
    ];

    private static readonly string[] OfficeProperties = ["titles", "sectors", "holders", "note", "source"];

    private static readonly string[] AgentProperties = ["nouns", "sectors", "note", "source"];

    public static IReadOnlyList<string> PropertiesOf(string word) => word switch
    {
        "office" => OfficeProperties,
        "agent" => AgentProperties,
        _ => ActorProperties,
    };

    /// <summary>Nouns by which a group of this kind is referred to when its entry gives no description.</summary>
    public static string? Description(string word) => word switch
    {
        "party" => "party",
        "movement" => "movement",
        "parliament" => "parliament",
        "agency" => "agency",
        "court" => "court",
        "firm" => "company | firm",
        "group" => "group | militant group | armed group",
        _ => null,
    };
}
