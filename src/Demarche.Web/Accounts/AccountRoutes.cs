using Demarche.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Accounts;

/// <summary>The few routes that the account pages need beside their forms. The origin of a request has been checked before.</summary>
internal static class AccountRoutes
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-out", async (HttpContext context, IAntiforgery forms, SignInManager<Account> sessions) =>
        {
            if (!await forms.IsRequestValidAsync(context).ConfigureAwait(false)) return Results.BadRequest();
            await sessions.SignOutAsync().ConfigureAwait(false);
            return Results.LocalRedirect("~/sign-in");
        }).RequireAuthorization(DeskPolicies.OwnAccount);

        routes.MapPost("/sign-in/passkey-options", async (SignInManager<Account> sessions) =>
            Results.Content(await sessions.MakePasskeyRequestOptionsAsync(null!).ConfigureAwait(false), "application/json"))
            .AllowAnonymous().RequireRateLimiting(RequestLimits.SignIn);

        routes.MapPost("/account/passkey-options", async (HttpContext context, UserManager<Account> accounts, SignInManager<Account> sessions) =>
        {
            if (await accounts.GetUserAsync(context.User).ConfigureAwait(false) is not { } account) return Results.Unauthorized();
            var who = new PasskeyUserEntity { Id = account.Id, Name = account.UserName!, DisplayName = account.UserName! };
            return Results.Content(await sessions.MakePasskeyCreationOptionsAsync(who).ConfigureAwait(false), "application/json");
        }).RequireAuthorization(DeskPolicies.OwnAccount);
    }
}
