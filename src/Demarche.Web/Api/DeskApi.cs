using Demarche.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Api;

/// <summary>Everything under <c>/api</c>. One class a group of routes; this file only lists them.</summary>
public static class DeskApi
{
    public static void MapDeskApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api");
        api.MapGold();
        api.MapGet("/health", () => Results.Text("{\"status\":\"ok\"}\n", "application/json"));
    }
}
