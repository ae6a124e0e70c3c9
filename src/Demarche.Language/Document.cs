using System.Security.Cryptography;
using System.Text;

namespace Demarche.Language;

/// <summary>One report as Intake hands it on. The text is never altered afterwards: every span points into it.</summary>
/// <param name="Id">Given by the source, or <see cref="IdOf"/> the text.</param>
/// <param name="Text">The article's text, as UTF-16.</param>
public sealed record Document(string Id, string Text)
{
    /// <summary>The day of publication, where it is known.</summary>
    public DateOnly? Date { get; init; }

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Url { get; init; }

    /// <summary>ISO 639-1 code of the text's language, where it is known.</summary>
    public string? Language { get; init; }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the text in UTF-8.</summary>
    public static string IdOf(string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }
}
