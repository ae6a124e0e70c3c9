using System.Security.Cryptography;

namespace Demarche.Web.Accounts;

/// <summary>Passwords that are told once and must be changed: twenty letters in groups, without those that look alike; 98 bits.</summary>
internal static class OneTimePassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string Make() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
}
