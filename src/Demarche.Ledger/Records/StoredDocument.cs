using Demarche.Language;

namespace Demarche.Ledger;

/// <summary>A document with what the ledger knows of it.</summary>
/// <param name="Origin">Id of the document that it reprints; its own where it is independent.</param>
public sealed record StoredDocument(Document Document, string Origin, int Sentences, int Mentions, long Run)
{
    public bool IsReprint => !string.Equals(Origin, Document.Id, StringComparison.Ordinal);
}

/// <summary>A document without its text, for lists.</summary>
public sealed record DocumentSummary(
    string Id, DateOnly? Date, string? Title, string? Publisher, string? Url, int Length, int Mentions, string Origin)
{
    /// <summary>The first words of the text, for want of a title.</summary>
    public required string Opening { get; init; }

    /// <summary>Its number in this file, by which pages go on.</summary>
    public long Key { get; init; }
}
