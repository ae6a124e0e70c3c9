using Demarche.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Demarche.Web.Accounts;

/// <summary>Who is asking: the user of this machine on loopback, else whoever signed in or sent a token.</summary>
internal static class Access
{
    private const string Either = "session-or-token";

    public static void AddAccess(this IServiceCollection services, DeskOptions options)
    {
        services.AddAuthorizationBuilder();
        services.Configure<Microsoft.AspNetCore.Authorization.AuthorizationOptions>(DeskPolicies.Add);
        services.AddCascadingAuthenticationState();
        services.AddAntiforgery(o => Seal(o.Cookie, "demarche-form", secure: !options.IsLoopback));
        if (options.IsLoopback)
        {
            services.AddAuthentication(LocalUser.SchemeName).AddScheme<AuthenticationSchemeOptions, LocalUser>(LocalUser.SchemeName, null);
            return;
        }
        AddAccounts(services, options);
        services.AddScoped<AuthenticationStateProvider, LiveSessions>();
        services.AddDataProtection().SetApplicationName("demarche");
        services.AddSingleton<IXmlRepository, SealingKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(p => new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = p.GetRequiredService<IXmlRepository>()));
        services.AddAuthentication(o =>
            {
                o.DefaultScheme = Either;
                o.DefaultSignInScheme = IdentityConstants.ApplicationScheme;
            })
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = context => TokenHandler.IsFor(context.Request) ? TokenHandler.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.SchemeName, null)
            .AddIdentityCookies();
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, Session);
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, o => Seal(o.Cookie, "__Host-demarche-passkey", secure: true));
        // A role taken away or an account locked is felt within a minute.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
    }

    /// <summary>The accounts themselves, without sessions.</summary>
    public static void AddAccounts(IServiceCollection services, DeskOptions options)
    {
        services.AddDbContext<AccountsDb>(o => o.UseSqlite($"Data Source={options.AccountsFile}"));
        services.AddIdentityCore<Account>(o =>
            {
                o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                // Length is what counts (NIST SP 800-63B); rules of composition only make passwords alike.
                o.Password.RequiredLength = 12;
                o.Password.RequiredUniqueChars = 5;
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<AccountsDb>().AddSignInManager().AddClaimsPrincipalFactory<AccountClaims>().AddDefaultTokenProviders();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            o.ServerDomain = options.PublicHosts.Count > 0 ? options.PublicHosts[0] : null;
            o.UserVerificationRequirement = "required";
        });
        services.AddScoped<TokenBook>();
    }

    public static void UseAccess(this WebApplication app, DeskOptions options)
    {
        if (!options.IsLoopback)
        {
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
            AccountsFile.Prepare(db, options.AccountsFile);
            if (!db.Users.Any())
                throw new DeskException($"nobody could sign in: make the first admin with: demarche serve --create-admin NAME --ledger {options.Ledger}");
            app.Use(RequireTls);
        }
        else app.Use(WithoutAccounts);
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
    }

    /// <summary>What a proxy did not take over TLS is not answered, health aside, for which the proxy itself may ask.</summary>
    private static Task RequireTls(HttpContext context, RequestDelegate next)
    {
        if (context.Request.IsHttps || context.Request.Path == "/api/health") return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync("This desk answers over TLS only: the proxy before it must send X-Forwarded-Proto: https, and be this machine or named with --proxy.\n");
    }

    /// <summary>On loopback there are no accounts, and no pages of them.</summary>
    private static Task WithoutAccounts(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/sign-in") && !context.Request.Path.StartsWithSegments("/account") && !context.Request.Path.StartsWithSegments("/admin")) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return context.Response.WriteAsync("On this machine nobody signs in. Accounts are for a desk that others reach: see demarche serve --help.\n");
    }

    private static void Session(CookieAuthenticationOptions o)
    {
        Seal(o.Cookie, "__Host-demarche", secure: true);
        o.ExpireTimeSpan = TimeSpan.FromHours(12);
        o.SlidingExpiration = true;
        o.LoginPath = "/sign-in";
        o.AccessDeniedPath = "/account";
        o.ReturnUrlParameter = "to";
        o.Events.OnRedirectToLogin = c => Redirect(c, StatusCodes.Status401Unauthorized);
        o.Events.OnRedirectToAccessDenied = c => Redirect(c, StatusCodes.Status403Forbidden);
    }

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        // Programs want a status, not a form.
        if (context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/_blazor")) context.Response.StatusCode = status;
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static void Seal(CookieBuilder cookie, string name, bool secure)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Path = "/";
    }
}
