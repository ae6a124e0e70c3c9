using Demarche.Ledger;
using Demarche.Web.Api;
using Demarche.Web.Components;
using Demarche.Web.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Radzen;

namespace Demarche.Web.Hosting;

/// <summary>The desk as a web server: pages and API over one ledger.</summary>
public static class DeskHost
{
    /// <summary>Serves until cancelled.</summary>
    /// <exception cref="LedgerException">There is no such ledger, or it cannot be read.</exception>
    /// <exception cref="DeskException">The port is taken.</exception>
    public static async Task RunAsync(DeskOptions options, CancellationToken cancel)
    {
        using var ledger = SqliteLedger.Open(options.Ledger);
        await using var app = Build(options, ledger);
        try
        {
            await app.StartAsync(cancel).ConfigureAwait(false);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new DeskException($"port {options.Port} of {options.Address} is taken: end what listens there, or choose another with --port", e);
        }
        options.Started?.Invoke(AddressOf(app));
        // Ctrl-C and SIGTERM, or whoever asked for the server.
        await app.WaitForShutdownAsync(cancel).ConfigureAwait(false);
    }

    private static WebApplication Build(DeskOptions options, ILedger ledger)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // Else the pages' assets are found in published output alone.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(k => k.Listen(options.Address, options.Port));
        builder.Logging.SetMinimumLevel(LogLevel.Warning)
            // What keeps the server from starting is told in one line by whoever started it.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(options).AddSingleton(ledger).AddSingleton<DeskEngine>();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddRadzenComponents();
        builder.Services.AddCascadingAuthenticationState();

        var app = builder.Build();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapDeskApi();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
