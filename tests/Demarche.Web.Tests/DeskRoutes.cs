using Xunit;

namespace Demarche.Web.Tests;

/// <summary>Every page of the desk, for what must hold of all of them. A new page is added here; {event} is an event of the report on expelled diplomats.</summary>
public static class DeskRoutes
{
    public static TheoryData<string> All =>
    [
        "",
        "events",
        "events?a=PER&b=BOL&kind=any",
        "measures",
        "measures?unanswered=true",
        "exchanges",
        "exchanges?a=PER&b=BOL",
        "relation/PER/BOL",
        "relation/PER/BOL?from=2022-01-01&until=2022-12-31&at=2022-06-01",
        "actor/PER",
        "compare",
        "compare?dyads=PER-BOL,KEN-TZA",
        "event/{event}",
        "document/desk-005",
        "document/desk-005?layers=events,measures,actors,places,times,claims",
        "read",
        "search?q=Bolivia",
        "map?from=2021-01-01&until=2024-12-31",
        "network?from=2021-01-01&until=2024-12-31",
        "queue",
        "queue?second=true",
        "no-such-page",
    ];
}
