using System.Globalization;
using Demarche.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Demarche.Web.Accounts;

/// <summary>Opens the file of accounts, and makes the first admin.</summary>
internal static class AccountsFile
{
    /// <summary>Makes the file where there is none, and checks it where there is one.</summary>
    /// <exception cref="DeskException">It is damaged, of another kind or of a newer version.</exception>
    public static void Prepare(AccountsDb db, string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                // Made before it is filled, so that no one else could read it meanwhile.
                using (File.Create(path)) { }
                if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
            var version = db.Database.SqlQueryRaw<long>("SELECT user_version AS Value FROM pragma_user_version").AsEnumerable().First();
            if (version > AccountsDb.FileVersion)
                throw new DeskException($"{path} was written by a newer demarche (version {version}): use that one, or move the file away and make accounts anew");
            if (version == AccountsDb.FileVersion) return;
            db.Database.EnsureCreated();
            db.Database.ExecuteSqlRaw(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {AccountsDb.FileVersion}"));
        }
        catch (SqliteException e)
        {
            throw new DeskException($"the accounts in {path} cannot be read ({e.Message.TrimEnd('.')}): restore the file from a backup, or move it away and make accounts anew with --create-admin NAME", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new DeskException($"{path} cannot be made: {e.Message}", e);
        }
    }

    /// <summary>Makes an account with a one-time password, which is given back.</summary>
    /// <exception cref="DeskException">The name is taken or has letters that are not allowed.</exception>
    public static async Task<string> CreateAsync(UserManager<Account> accounts, TimeProvider clock, string name, string role)
    {
        var password = OneTimePassword.Make();
        var account = new Account { UserName = name, Role = role, MustChangePassword = true, Created = clock.GetUtcNow() };
        var done = await accounts.CreateAsync(account, password).ConfigureAwait(false);
        return done.Succeeded ? password : throw new DeskException(string.Join(" ", done.Errors.Select(e => e.Description)));
    }

    /// <summary>Makes the first admin without serving.</summary>
    public static async Task<string> CreateAdminAsync(DeskOptions options, string name)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddDataProtection();
        services.AddSingleton(TimeProvider.System).AddSingleton(options);
        Access.AddAccounts(services, options);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        Prepare(scope.ServiceProvider.GetRequiredService<AccountsDb>(), options.AccountsFile);
        return await CreateAsync(scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), TimeProvider.System, name, "admin").ConfigureAwait(false);
    }
}
