using Demarche.Coding;
using Demarche.Knowledge;

namespace Demarche.Cli.Evaluation;

/// <summary>The classes that evaluation compares: 15 PLOVER types (YIELD for CONCEDE and RETREAT), quad classes, and country codes.</summary>
internal static class EventClasses
{
    private static readonly Dictionary<string, string> Joined = new(StringComparer.Ordinal)
    {
        ["DEMAND"] = "REQUEST",
        ["DISAPPROVE"] = "ACCUSE",
        ["INVESTIGATE"] = "ACCUSE",
        ["FIGHT"] = "ASSAULT",
        ["CONCEDE"] = "YIELD",
        ["RETREAT"] = "YIELD",
    };

    private static readonly Dictionary<string, string> OfRoot = new(StringComparer.Ordinal)
    {
        ["02"] = "REQUEST",
        ["03"] = "AGREE",
        ["04"] = "CONSULT",
        ["05"] = "SUPPORT",
        ["06"] = "COOPERATE",
        ["07"] = "AID",
        ["08"] = "YIELD",
        ["09"] = "ACCUSE",
        ["10"] = "REQUEST",
        ["11"] = "ACCUSE",
        ["12"] = "REJECT",
        ["13"] = "THREATEN",
        ["14"] = "PROTEST",
        ["15"] = "MOBILIZE",
        ["16"] = "SANCTION",
        ["17"] = "COERCE",
        ["18"] = "ASSAULT",
        ["19"] = "ASSAULT",
        ["20"] = "ASSAULT",
    };

    /// <summary>Three-letter codes that belong to no state.</summary>
    private static readonly HashSet<string> Organisations = ["ICC", "IMF", "WTO", "WHO", "OAS", "OIC", "CIS", "GCC", "OSC", "IAE", "ICJ"];

    /// <summary>The class of a PLOVER type.</summary>
    public static string Type(string plover) => Joined.GetValueOrDefault(plover, plover);

    /// <summary>The class of an event, or null for plain statements, which have none.</summary>
    public static string? Type(EventMention e) =>
        e.Type.Plover is { } p ? Type(p.Type) : e.Type.Cameo.Length >= 2 ? OfRoot.GetValueOrDefault(e.Type.Cameo[..2]) : null;

    /// <summary>1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    public static string Quad(string type) => type switch
    {
        "AGREE" or "CONSULT" or "SUPPORT" => "1",
        "COOPERATE" or "AID" or "YIELD" => "2",
        "ACCUSE" or "REQUEST" or "REJECT" or "THREATEN" => "3",
        _ => "4",
    };

    public static readonly IReadOnlyList<string> All =
    [
        "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD",
    ];

    /// <summary>Three letters of a code, with the gold's slips put right.</summary>
    public static string Country(string code) => code switch
    {
        "JAP" => "JPN",
        "VTN" => "VNM",
        "ITL" => "ITA",
        _ => code[..Math.Min(3, code.Length)],
    };

    /// <summary>The gold writes IGO, NGO or IMG for organisations and movements that belong to no one state.</summary>
    public static string Country(EventParty? party)
    {
        if (party is null) return "";
        var code = party.Actor.Country ?? "";
        foreach (var kind in (string[])["IGO", "NGO", "IMG"])
        {
            var stateless = code.Length != 3 || code is "IGO" or "NGO" or "IMG" || Organisations.Contains(code);
            if (stateless && (Has(party.Actor, kind) || code == kind)) return kind;
        }
        return Country(code);
    }

    private static bool Has(ActorIdentity actor, string kind) =>
        actor.Sectors.Contains(kind) || (actor.Cameo?.StartsWith(kind, StringComparison.Ordinal) ?? false);
}
