namespace Demarche.Language;

/// <summary>A document with its sentences, in text order and without overlap.</summary>
public sealed record ParsedDocument(Document Document, IReadOnlyList<ParsedSentence> Sentences);
