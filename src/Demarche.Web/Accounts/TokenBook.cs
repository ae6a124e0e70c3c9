using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Demarche.Web.Accounts;

/// <summary>Makes, finds and revokes API tokens.</summary>
public sealed class TokenBook(AccountsDb db, TimeProvider clock)
{
    private const string Prefix = "dmr_";

    /// <summary>Makes a token and gives it back, the only time that it is seen.</summary>
    public async Task<string> IssueAsync(Account account, string label, string role, int days)
    {
        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        db.Tokens.Add(new ApiToken
        {
            AccountId = account.Id,
            Label = label,
            Hash = HashOf(token),
            Role = DeskPolicies.Includes(account.Role, role) ? role : account.Role,
            Created = now,
            Expires = now.AddDays(days),
        });
        await db.SaveChangesAsync().ConfigureAwait(false);
        return token;
    }

    public Task<List<ApiToken>> OfAsync(Account account) => db.Tokens.Where(t => t.AccountId == account.Id).OrderBy(t => t.Id).ToListAsync();

    public Task<int> RevokeAsync(Account account, long id) => db.Tokens.Where(t => t.AccountId == account.Id && t.Id == id).ExecuteDeleteAsync();

    /// <summary>Who a token acts for; null where it is unknown, has expired, or its owner is locked out or must change a password.</summary>
    public async Task<ClaimsIdentity?> FindAsync(string token, string scheme)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || token.Length > 100) return null;
        var hash = HashOf(token);
        var found = await db.Tokens.SingleOrDefaultAsync(t => t.Hash == hash).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        if (found is null || found.Expires <= now) return null;
        var owner = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == found.AccountId).ConfigureAwait(false);
        if (owner is null || owner.MustChangePassword || owner.LockoutEnd > now) return null;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (found.LastUsed != today)
        {
            found.LastUsed = today;
            await db.SaveChangesAsync().ConfigureAwait(false);
        }
        return DeskPolicies.Identity(scheme, owner.UserName!, DeskPolicies.Includes(owner.Role, found.Role) ? found.Role : owner.Role);
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
