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

    /// <summary>Called once with the address to open.</summary>
    public Action<Uri>? Started { get; init; }

    public bool IsLoopback => IPAddress.IsLoopback(Address);
}
