using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Demarche.Web.Accounts;

/// <summary>On loopback nobody signs in: whoever sits at this machine is a curator, under his name there.</summary>
internal sealed class LocalUser(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "local";

    public static string Name { get; } = string.IsNullOrEmpty(Environment.UserName) ? "curator" : Environment.UserName;

    private static readonly ClaimsPrincipal User = new(DeskPolicies.Identity(SchemeName, Name, "curator"));

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(User, SchemeName)));
}
