using System.Globalization;
using System.Text;
using Demarche.Ledger;

namespace Demarche.Web.Components.Parts;

/// <summary>Addresses of the desk's pages, relative to its base. Every one can be kept and sent.</summary>
public static class Links
{
    public static string Actor(string code) => "actor/" + Uri.EscapeDataString(code);

    public static string Relation(
        string a, string b, DateOnly? from = null, DateOnly? until = null, DateOnly? at = null, SeriesPeriod? by = null) =>
        With($"relation/{Uri.EscapeDataString(a)}/{Uri.EscapeDataString(b)}",
            ("from", Day(from)), ("until", Day(until)), ("at", Day(at)), ("by", by?.ToString().ToLowerInvariant()));

    public static string Event(string id) => "event/" + Uri.EscapeDataString(id);

    public static string Document(string id, string? eventId = null) =>
        With("document/" + Uri.EscapeDataString(id), ("event", eventId));

    /// <summary>A page with its query; what is null or empty is left out.</summary>
    public static string With(string page, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var text = new StringBuilder(page);
        var mark = page.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in query)
        {
            if (string.IsNullOrEmpty(value)) continue;
            text.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }
        return text.ToString();
    }

    /// <summary>Null for anything but http and https: an address found in a report may be hostile.</summary>
    public static string? Outside(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.AbsoluteUri
            : null;

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day of an address; null where it is none.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
