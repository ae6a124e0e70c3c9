using Demarche.Ledger;

namespace Demarche.Web.Components.Parts;

/// <summary>One direction's events for a <see cref="QuadTable"/>.</summary>
/// <param name="Address">The list behind a number: of one quad class, or of all for null.</param>
public sealed record QuadRow(string Source, string SourceName, string Target, string TargetName, QuadCounts Counts, Func<int?, string> Address);
