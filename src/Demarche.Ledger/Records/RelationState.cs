using System.Collections.Immutable;

namespace Demarche.Ledger;

/// <summary>What the ledger can say of a relation on a day. Every topic has a line, be it that nothing is known.</summary>
public sealed record RelationState(string A, string B, DateOnly At, ImmutableArray<StateLine> Lines);

/// <summary>One matter of a relation.</summary>
/// <param name="Topic">mission, ambassador, diplomats_expelled, relations, recognition, sanctions, …: see docs/ledger.md.</param>
/// <param name="Actor">Whose mission, sanctions and so on; null where the matter is common to both.</param>
/// <param name="Toward">The other side; null where common.</param>
/// <param name="State">open, closed, recalled, in_force, unknown, …</param>
/// <param name="Since">Since when, where known.</param>
/// <param name="Confidence">0 to 1; 0 where unknown. It fades with age, each topic at its own pace.</param>
/// <param name="Detail">For people: "27 expelled in 3 measures, the last on 2022-03-28".</param>
/// <param name="Evidence">Ids of the events it rests on, latest first.</param>
public sealed record StateLine(
    string Topic, string? Actor, string? Toward, string State, DateOnly? Since, double Confidence, string Detail,
    ImmutableArray<string> Evidence)
{
    public bool IsUnknown => State == "unknown";

    /// <summary>A sum, such as of diplomats expelled, where the topic has one.</summary>
    public long? Count { get; init; }
}
