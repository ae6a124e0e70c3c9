namespace Demarche.Web.Accounts;

/// <summary>Where to go after sign-in: a path of this desk, whatever the link said.</summary>
internal static class LocalPath
{
    public static string Of(string? asked) =>
        asked is ['/', ..] and not ['/', '/' or '\\', ..] && !asked.AsSpan().ContainsAnyInRange('\0', '\u001F') && !asked.StartsWith("/sign-in", StringComparison.OrdinalIgnoreCase) ? asked : "/";
}
