using System.Net;
using Demarche.Ledger;

namespace Demarche.Web.Hosting;

/// <summary>What <c>demarche serve</c> was asked for.</summary>
public sealed record DeskOptions
{
    /// <summary>The ledger file; it need not exist yet.</summary>
    public required string Ledger { get; init; }

    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0 takes a free one.</summary>
    public int Port { get; init; } = 5410;

    /// <summary>The user's own knowledge folder, laid over the one shipped; null for none.</summary>
    public string? Knowledge { get; init; }

    /// <summary>What codes reports that are put into the ledger, asked for when the first is; null says only "desk".</summary>
    public Func<CoderVersions>? Versions { get; init; }

    /// <summary>A proxy before the desk speaks TLS and forwards who asked.</summary>
    public bool BehindProxy { get; init; }

    /// <summary>Addresses or networks (10.0.0.0/8) of proxies to be believed, beside this machine.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Host names that the desk answers to; none means this machine's on loopback, and any elsewhere.</summary>
    public IReadOnlyList<string> PublicHosts { get; init; } = [];

    /// <summary>TLS certificate, PEM or PKCS #12; null for none.</summary>
    public string? Certificate { get; init; }

    /// <summary>The certificate's private key where it is a PEM file of its own.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>Password of the certificate or its key.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>Called once with the address to open.</summary>
    public Action<Uri>? Started { get; init; }

    /// <summary>Called with what the user should know, such as that a ledger was begun.</summary>
    public Action<string>? Notice { get; init; }

    /// <summary>The list of the pages' assets; null for the one beside the program. Tests run from elsewhere.</summary>
    internal string? Assets { get; init; }

    /// <summary>Only this machine reaches it: nobody signs in, and whoever sits here is a curator.</summary>
    public bool IsLoopback => IPAddress.IsLoopback(Address) && !BehindProxy;

    /// <summary>Accounts are kept in a file beside the ledger.</summary>
    public string AccountsFile => Ledger + ".accounts";
}
