using System.CommandLine;
using System.Diagnostics;
using System.Net;
using Demarche.Cli.Hosting;
using Demarche.Web.Hosting;

namespace Demarche.Cli.Commands;

/// <summary><c>serve</c>: the desk in a browser, over one ledger.</summary>
public static class ServeCommand
{
    public static Command Create(CliHost host)
    {
        var ledger = new LedgerOptions().Ledger;
        var knowledge = new SharedOptions().Knowledge;
        var port = new Option<int>("--port") { Description = "Port to listen on; 0 takes a free one.", HelpName = "N", DefaultValueFactory = _ => 5410 };
        var address = AddressOption();
        var open = new Option<bool>("--open") { Description = "Open it in the browser." };
        var behindProxy = new Option<bool>("--behind-proxy") { Description = "A proxy before the desk speaks TLS and sends X-Forwarded-For, -Proto and -Host." };
        var proxies = new Option<string[]>("--proxy") { Description = "Address or network of such a proxy on another machine.", HelpName = "ADDRESS" };
        var hosts = new Option<string[]>("--public-host") { Description = "Host name by which others reach the desk; it answers to no other then.", HelpName = "NAME" };
        var certificate = new Option<string?>("--certificate") { Description = "TLS certificate with its key: PEM or PKCS #12.", HelpName = "FILE" };
        var key = new Option<string?>("--certificate-key") { Description = "The key, where it is a PEM file of its own.", HelpName = "FILE" };
        var password = new Option<string?>("--certificate-password") { Description = "Password of the key; the variable DEMARCHE_CERTIFICATE_PASSWORD keeps it out of the list of processes.", HelpName = "TEXT" };
        var admin = new Option<string?>("--create-admin") { Description = "Make an account for an admin, print its one-time password, and end.", HelpName = "NAME" };
        var verb = SharedOptions.With(
            new Command("serve", Examples.With(
                "Opens the desk: the record in a browser, on this machine alone unless told otherwise. Any other address requires sign-in.",
                "demarche serve --open", "demarche serve --ledger news.ledger --port 8080", "demarche serve --host 0.0.0.0 --certificate desk.pem --public-host desk.example.org",
                "demarche serve --behind-proxy --public-host desk.example.org", "demarche serve --create-admin ana --ledger news.ledger")),
            ledger, port, address, behindProxy, proxies, hosts, certificate, key, password, knowledge, open, admin);
        verb.SetAction((parsed, cancel) => Task.FromResult(ErrorReport.Guard(host, () =>
        {
            if (parsed.GetValue(admin) is { } name)
            {
                var once = DeskHost.CreateAdminAsync(new DeskOptions { Ledger = parsed.GetValue(ledger)! }, name).GetAwaiter().GetResult();
                Line(host, $"The account {name} is made. Its one-time password, to be changed at the first sign-in: {once}");
                return ExitCodes.Ok;
            }
            DeskHost.RunAsync(
                new DeskOptions
                {
                    Ledger = parsed.GetValue(ledger)!,
                    Port = parsed.GetValue(port),
                    Versions = () => IngestCommand.Versions(nameof(Coding.EventCoder), new EngineOptions(parsed.GetValue(knowledge))),
                    Address = parsed.GetValue(address)!,
                    Knowledge = parsed.GetValue(knowledge),
                    BehindProxy = parsed.GetValue(behindProxy),
                    Proxies = parsed.GetValue(proxies) ?? [],
                    PublicHosts = parsed.GetValue(hosts) ?? [],
                    Certificate = parsed.GetValue(certificate),
                    CertificateKey = parsed.GetValue(key),
                    CertificatePassword = parsed.GetValue(password) ?? Environment.GetEnvironmentVariable("DEMARCHE_CERTIFICATE_PASSWORD"),
                    Notice = told => Line(host, told),
                    Started = at =>
                    {
                        Line(host, $"Demarche's desk is at {at} (Ctrl-C ends it)");
                        if (parsed.GetValue(open)) Browse(host, at);
                    },
                },
                cancel).GetAwaiter().GetResult();
            return ExitCodes.Ok;
        })));
        return verb;
    }

    private static Option<IPAddress> AddressOption() => new("--host")
    {
        Description = "Address to listen on: one of this machine's, 0.0.0.0 for all; localhost is this machine alone.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = r =>
        {
            var text = r.Tokens.Count > 0 ? r.Tokens[0].Value : "";
            if (text.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return IPAddress.Loopback;
            if (IPAddress.TryParse(text, out var address)) return address;
            r.AddError($"--host takes an address such as 192.0.2.7, 0.0.0.0 or ::, not '{text}'; a name goes to --public-host");
            return null;
        },
    };

    private static void Line(CliHost host, string text)
    {
        host.Console.Profile.Out.Writer.WriteLine(text);
        host.Console.Profile.Out.Writer.Flush();
    }

    private static void Browse(CliHost host, Uri address)
    {
        try
        {
            using var started = Process.Start(new ProcessStartInfo(address.ToString()) { UseShellExecute = true });
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or PlatformNotSupportedException)
        {
            host.Problem($"no browser could be opened ({e.Message}); open {address} yourself");
        }
    }
}
