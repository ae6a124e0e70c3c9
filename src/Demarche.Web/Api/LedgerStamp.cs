using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Demarche.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Api;

/// <summary>Tells by the ledger's files whether anything was committed since, without asking the ledger.</summary>
internal sealed class LedgerStamp(DeskOptions options)
{
    /// <summary>Sets ETag and says whether the client holds this answer already (304).</summary>
    /// <param name="format">Answers in different formats have different tags.</param>
    public bool IsKnown(HttpContext context, string format)
    {
        // Taken before the answer is made: one made of newer data under an older tag is only fetched once more.
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{context.Request.Path}{context.Request.QueryString}\n{format}\n{Of(options.Ledger)}\n{Of(options.Ledger + "-wal")}");
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12))}\"";
        var headers = context.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Accept";
        if (context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag)) context.Response.StatusCode = StatusCodes.Status304NotModified;
        return context.Response.StatusCode == StatusCodes.Status304NotModified;
    }

    private static string Of(string file)
    {
        var info = new FileInfo(file);
        return info.Exists ? string.Create(CultureInfo.InvariantCulture, $"{info.LastWriteTimeUtc.Ticks} {info.Length}") : "none";
    }
}
