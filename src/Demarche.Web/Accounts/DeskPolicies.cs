using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Demarche.Web.Accounts;

/// <summary>Who may do what. Every page and route has one of these policies, but for the sign-in page, health, and assets.</summary>
public static class DeskPolicies
{
    /// <summary>Look at the record: viewers, curators and admins.</summary>
    public const string View = "view";

    /// <summary>Say something of the record: curators and admins.</summary>
    public const string Curate = "curate";

    /// <summary>Make accounts and take them away: admins.</summary>
    public const string Administer = "administer";

    /// <summary>One's own account, also before a one-time password is changed.</summary>
    public const string OwnAccount = "own-account";

    public static readonly string[] Roles = ["viewer", "curator", "admin"];

    /// <summary>Claim of one who signed in with a one-time password: nothing but changing it is open to him.</summary>
    internal const string MustChange = "demarche:must-change-password";

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(View, p => p.RequireRole(Roles).RequireAssertion(Settled));
        options.AddPolicy(Curate, p => p.RequireRole("curator", "admin").RequireAssertion(Settled));
        options.AddPolicy(Administer, p => p.RequireRole("admin").RequireAssertion(Settled));
        options.AddPolicy(OwnAccount, p => p.RequireRole(Roles));
        // What was forgotten is not open.
        options.FallbackPolicy = options.GetPolicy(View);
        options.DefaultPolicy = options.GetPolicy(View)!;
    }

    /// <summary>The roles that a role includes: a curator may do all that a viewer may.</summary>
    internal static bool Includes(string role, string other) => Array.IndexOf(Roles, role) >= Array.IndexOf(Roles, other);

    private static bool Settled(AuthorizationHandlerContext context) => !context.User.HasClaim(c => c.Type == MustChange);

    internal static ClaimsIdentity Identity(string scheme, string name, string role) =>
        new([new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, role)], scheme, ClaimTypes.Name, ClaimTypes.Role);
}
