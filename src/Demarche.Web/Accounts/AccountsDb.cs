using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Demarche.Web.Accounts;

/// <summary>Accounts, their passkeys and tokens, and the sealing keys: one SQLite file beside the ledger.</summary>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityUserContext<Account>(options)
{
    /// <summary>Version of the file; a newer one is not touched.</summary>
    public const int FileVersion = 1;

    public DbSet<ApiToken> Tokens => Set<ApiToken>();

    public DbSet<SealingKey> SealingKeys => Set<SealingKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<ApiToken>(token =>
        {
            token.HasIndex(t => t.Hash).IsUnique();
            token.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
