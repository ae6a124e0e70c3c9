namespace Demarche.Coding.Scoring;

/// <summary>
/// The fifteen classes that the learnt classifier tells apart, PLOVER's with its rarer neighbours folded in, and none: a report of
/// no political event.
/// </summary>
public enum EventClass : byte
{
    None,
    Accuse,
    Agree,
    Aid,
    Assault,
    Coerce,
    Consult,
    Cooperate,
    Mobilize,
    Protest,
    Reject,
    Request,
    Sanction,
    Support,
    Threaten,
    Yield,
}

/// <summary>Names of the classes, and which class a CAMEO code or PLOVER type falls into.</summary>
public static class EventClasses
{
    public const int Count = 16;

    private static readonly string[] Names =
    [
        "NONE", "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
        "SANCTION", "SUPPORT", "THREATEN", "YIELD",
    ];

    // By CAMEO root 01 to 20; plain statements have no class.
    private static readonly EventClass[] ByRoot =
    [
        EventClass.None, EventClass.None, EventClass.Request, EventClass.Agree, EventClass.Consult, EventClass.Support, EventClass.Cooperate,
        EventClass.Aid, EventClass.Yield, EventClass.Accuse, EventClass.Request, EventClass.Accuse, EventClass.Reject, EventClass.Threaten,
        EventClass.Protest, EventClass.Mobilize, EventClass.Sanction, EventClass.Coerce, EventClass.Assault, EventClass.Assault, EventClass.Assault,
    ];

    public static string Name(this EventClass value) => Names[(int)value];

    /// <summary>The class of a PLOVER type; DEMAND counts as REQUEST, INVESTIGATE as ACCUSE, CONCEDE and RETREAT as YIELD.</summary>
    public static EventClass OfPlover(string? type) => type switch
    {
        null => EventClass.None,
        "DEMAND" => EventClass.Request,
        "DISAPPROVE" or "INVESTIGATE" => EventClass.Accuse,
        "FIGHT" => EventClass.Assault,
        "CONCEDE" or "RETREAT" => EventClass.Yield,
        _ => Array.IndexOf(Names, type) is var i and > 0 ? (EventClass)i : EventClass.None,
    };

    /// <summary>The class of a CAMEO code by its root.</summary>
    public static EventClass OfCameo(string code) =>
        code.Length >= 2 && int.TryParse(code.AsSpan(0, 2), out var root) && root is > 0 and <= 20 ? ByRoot[root] : EventClass.None;
}
