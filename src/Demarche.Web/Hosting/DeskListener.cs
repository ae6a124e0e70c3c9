using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;

namespace Demarche.Web.Hosting;

/// <summary>Where the desk listens, and how what it says is kept secret on the way.</summary>
internal static class DeskListener
{
    /// <exception cref="DeskException">Passwords would go over the network in clear, or the certificate cannot be used.</exception>
    public static void Listen(WebApplicationBuilder builder, DeskOptions options)
    {
        var certificate = options.Certificate is null ? null : Load(options);
        if (!options.IsLoopback && certificate is null && !options.BehindProxy)
            throw new DeskException(
                $"{options.Address} is reached by others, and nothing would keep passwords secret on the way: " +
                "give a TLS certificate with --certificate FILE, or --behind-proxy where a proxy before the desk speaks TLS");
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            RequestLimits.Apply(kestrel.Limits);
            kestrel.Listen(options.Address, options.Port, listen =>
            {
                if (certificate is not null) listen.UseHttps(certificate);
            });
        });
    }

    /// <summary>Behind a proxy: who asked, by which scheme and host, as the proxies that are believed tell.</summary>
    public static void UseProxyHeaders(this IApplicationBuilder app, DeskOptions options)
    {
        if (!options.BehindProxy) return;
        var headers = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        foreach (var proxy in options.Proxies)
        {
            if (System.Net.IPNetwork.TryParse(proxy, out var network)) headers.KnownIPNetworks.Add(network);
            else if (System.Net.IPAddress.TryParse(proxy, out var address)) headers.KnownProxies.Add(address);
            else throw new DeskException($"--proxy takes an address or a network such as 10.0.0.0/8, not '{proxy}'");
        }
        app.UseForwardedHeaders(headers);
    }

    private static X509Certificate2 Load(DeskOptions options)
    {
        var file = options.Certificate!;
        if (!File.Exists(file)) throw new DeskException($"there is no certificate at {file}");
        try
        {
            var certificate = X509Certificate2.GetCertContentType(file) == X509ContentType.Pkcs12
                ? X509CertificateLoader.LoadPkcs12FromFile(file, options.CertificatePassword)
                : options.CertificatePassword is { } password
                    ? X509Certificate2.CreateFromEncryptedPemFile(file, password, options.CertificateKey)
                    : X509Certificate2.CreateFromPemFile(file, options.CertificateKey);
            return certificate.HasPrivateKey ? certificate : throw new DeskException($"{file} has no private key: name its file with --certificate-key");
        }
        catch (CryptographicException e)
        {
            throw new DeskException($"the certificate {file} cannot be used: {e.Message.TrimEnd('.')}; give PEM with its key, or PKCS #12, and the password with --certificate-password where it has one", e);
        }
    }
}
