using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Demarche.Web.Accounts;

/// <summary>What a session knows of its account beside the name: its role, and that a one-time password is to be changed.</summary>
internal sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user).ConfigureAwait(false);
        identity.AddClaim(new Claim(identity.RoleClaimType, user.Role));
        if (user.MustChangePassword) identity.AddClaim(new Claim(DeskPolicies.MustChange, "1"));
        return identity;
    }
}
