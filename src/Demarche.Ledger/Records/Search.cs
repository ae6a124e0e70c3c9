using System.Collections.Immutable;

namespace Demarche.Ledger;

/// <summary>Full-text search over sentences of events and over documents.</summary>
public sealed record SearchResult(
    ImmutableArray<SearchHit> Hits, long Total, ImmutableArray<SearchFacet> Facets);

/// <summary>A document that matches, with the words around the match between U+0002 and U+0003.</summary>
public sealed record SearchHit(DocumentSummary Document, string Snippet, ImmutableArray<string> EventIds);

/// <summary>How many of the matching documents have each value: publisher, year, or measure kind.</summary>
public sealed record SearchFacet(string Name, ImmutableArray<FacetCount> Values);

public sealed record FacetCount(string Value, long Count);
