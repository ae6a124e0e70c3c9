namespace Demarche.Intake.Web;

/// <summary>Parts of a Content-Type header.</summary>
internal static class MediaType
{
    public static string? Charset(string? header)
    {
        var at = header?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : header![(at + 8)..].Split(';', ' ')[0].Trim('"', '\'');
    }
}
