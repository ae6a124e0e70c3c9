using System.Collections.Immutable;

namespace Demarche.Ledger;

/// <summary>How the events that a query finds spread over what they can be narrowed by, whatever its limit and order.</summary>
/// <param name="Total">Events found.</param>
/// <param name="Types">PLOVER types, and "01" for mere statements, which PLOVER does not know; most events first, as are the others.</param>
/// <param name="Quads">Quad classes, "1" to "4".</param>
/// <param name="Kinds">Measure kinds.</param>
/// <param name="Statuses">By their contract names.</param>
/// <param name="Reviews">proposed, accepted, edited, rejected.</param>
/// <param name="Countries">Of the places, ISO 3166 alpha-3.</param>
/// <param name="Years">In order of time.</param>
public sealed record EventFacets(
    long Total, ImmutableArray<FacetCount> Types, ImmutableArray<FacetCount> Quads, ImmutableArray<FacetCount> Kinds, ImmutableArray<FacetCount> Statuses,
    ImmutableArray<FacetCount> Reviews, ImmutableArray<FacetCount> Countries, ImmutableArray<FacetCount> Years);
