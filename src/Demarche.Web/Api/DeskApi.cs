using Demarche.Ledger;
using Demarche.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Demarche.Web.Api;

/// <summary>Everything under <c>/api</c>. One class a group of routes; this file only lists them.</summary>
public static class DeskApi
{
    public static void AddDeskApi(this IServiceCollection services)
    {
        services.AddSingleton<LedgerStamp>();
        services.AddDeskOpenApi();
    }

    public static void MapDeskApi(this IEndpointRouteBuilder routes)
    {
        var reading = routes.MapGroup("/api").RequireAuthorization(DeskPolicies.View);
        reading.MapEvents();
        reading.MapRelations();
        reading.MapDocuments();
        reading.MapCorrections();
        reading.MapChanges();
        reading.MapCoding();
        reading.MapGold();
        reading.MapDeskOpenApi();

        var correcting = routes.MapGroup("/api").RequireAuthorization(DeskPolicies.Curate);
        correcting.MapCorrecting();

        var open = routes.MapGroup("/api").AllowAnonymous();
        open.Map("/health", Health, new RouteCard("Ledger", "Health", "200 where the ledger can be read, else 503. Needs no sign-in and says nothing else.") { Gives = "Health" });
    }

    private static IResult Health(ILedger ledger)
    {
        try
        {
            _ = ledger.LastChange();
            return Results.Text("{\"status\":\"ok\"}\n", "application/json");
        }
        catch (LedgerException)
        {
            // Asked by whoever: the reason stands in the desk's log and in the answers of the other routes.
            return Results.Text("{\"status\":\"ledger unreadable\"}\n", "application/json", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
