using System.Text;
using Demarche.Intake.Text;
using Demarche.Intake.Web;

namespace Demarche.Intake.Readers;

/// <summary>
/// Addresses to fetch: one a line, or the last column of GDELT's event export. Each address is fetched once, in order, politely.
/// </summary>
internal sealed class UrlListReader : IDocumentReader
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public IEnumerable<IntakeResult> Read(InputSource source, IntakeSession session)
    {
        using var fetcher = new WebFetcher(session.Limits, session.Options.AllowPrivate);
        var polite = new PoliteFetcher(fetcher, Pace);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in ByteLines.Of(source.Content, 1 << 20))
        {
            var text = Encoding.UTF8.GetString(line.Bytes.Span).Trim().TrimStart('\uFEFF');
            var address = text.Split('\t')[^1];
            if (text.Length == 0 || text[0] == '#' || !seen.Add(address)) continue;
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                yield return new IntakeProblem(source.Name, line.Number, "invalid-address", "The line is no http address.", IntakeFailure.Invalid);
                continue;
            }

            foreach (var result in Fetch(polite, uri, source, line.Number, session)) yield return result;
        }
    }

    /// <summary>Reads one address as a source; also used for addresses given as inputs.</summary>
    public static IEnumerable<IntakeResult> Fetch(PoliteFetcher fetcher, Uri address, InputSource? list, int? line, IntakeSession session)
    {
        switch (fetcher.FetchAsync(address).GetAwaiter().GetResult())
        {
            case Fetched f:
                return session.Open(new InputSource(address.ToString(), new MemoryStream(f.Body), Path.GetFileName(f.Address.AbsolutePath), (list?.Depth ?? 0) + 1)
                {
                    Address = f.Address,
                    MediaType = f.MediaType,
                    Charset = f.Charset,
                });
            case FetchFailed e:
                return [new IntakeProblem(list?.Name ?? address.ToString(), line, e.Name, $"{address}: {e.Message}", e.Kind)];
            default:
                return [new IntakeProblem(list?.Name ?? address.ToString(), line, "http-error", $"{address}: not modified, though nothing was asked.", IntakeFailure.Unavailable)];
        }
    }
}
