using Demarche.Ledger;
using Demarche.Web.Accounts;
using Demarche.Web.Api;
using Demarche.Web.Components;
using Demarche.Web.Curation;
using Demarche.Web.Engine;
using Demarche.Web.Record;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Radzen;

namespace Demarche.Web.Hosting;

/// <summary>The desk as a web server: pages and API over one ledger. Each concern has a class of its own; here they are put in order.</summary>
public static class DeskHost
{
    /// <summary>Serves until cancelled. Where there is no ledger, an empty one is begun.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read, or not be made.</exception>
    /// <exception cref="DeskException">It cannot be served as asked.</exception>
    public static async Task RunAsync(DeskOptions options, CancellationToken cancel)
    {
        using var ledger = Open(options);
        await using var app = Build(options, ledger);
        try
        {
            await app.StartAsync(cancel).ConfigureAwait(false);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new DeskException($"port {options.Port} of {options.Address} is taken: end what listens there, or choose another with --port", e);
        }
        catch (System.Net.Sockets.SocketException e)
        {
            throw new DeskException($"cannot listen on {options.Address}: {e.Message}; choose one of this machine's addresses with --host", e);
        }
        options.Started?.Invoke(AddressOf(app, options));
        // Ctrl-C and SIGTERM, or whoever asked for the server.
        await app.WaitForShutdownAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Makes an admin, who can sign in with the password that is given back and must change it then.</summary>
    /// <exception cref="DeskException">The name is taken, or the file of accounts cannot be used.</exception>
    public static Task<string> CreateAdminAsync(DeskOptions options, string name) => AccountsFile.CreateAdminAsync(options, name);

    private static SqliteLedger Open(DeskOptions options)
    {
        if (File.Exists(options.Ledger)) return SqliteLedger.Open(options.Ledger);
        options.Notice?.Invoke($"There was no ledger at {options.Ledger}: an empty one is begun. Fill it with: demarche ingest INPUT --ledger {options.Ledger}");
        return SqliteLedger.Begin(options.Ledger);
    }

    internal static WebApplication Build(DeskOptions options, ILedger ledger)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // Else the pages' assets are found in published output alone.
        builder.WebHost.UseStaticWebAssets();
        DeskListener.Listen(builder, options);
        builder.Logging.SetMinimumLevel(LogLevel.Warning)
            // What keeps the server from starting is told in one line by whoever started it.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(options).AddSingleton(ledger).AddSingleton<DeskEngine>();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<Pulse>().AddSingleton<PartyIndex>();
        builder.Services.AddScoped<Curator>();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddRadzenComponents();
        builder.Services.AddAccess(options);
        builder.Services.AddRequestLimits(options);
        builder.Services.AddDeskApi();
        builder.Services.AddCompression();

        var app = builder.Build();
        app.UseProxyHeaders(options);
        app.UseContentPolicy();
        app.UseHostGuard(options);
        app.UseResponseCompression();
        app.UseApiErrors();
        // People are shown a page; programs are answered by the API's own errors.
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/_blazor"))
                context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
            return next(context);
        });
        app.UseAccess(options);
        app.UseAntiforgery();
        app.MapStaticAssets(options.Assets).AllowAnonymous();
        app.MapDeskApi();
        if (!options.IsLoopback) app.MapAccounts();
        // Pages name their own policies; what names none, as the circuits, falls back to View. The frame policy is ContentPolicy's.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }

    private static Uri AddressOf(WebApplication app, DeskOptions options)
    {
        var bound = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        // 0.0.0.0 is no address to open.
        return options.Address.Equals(System.Net.IPAddress.Any) || options.Address.Equals(System.Net.IPAddress.IPv6Any)
            ? new UriBuilder(bound) { Host = options.PublicHosts.Count > 0 ? options.PublicHosts[0] : "localhost" }.Uri
            : bound;
    }
}
