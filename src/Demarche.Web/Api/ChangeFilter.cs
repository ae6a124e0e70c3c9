using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Ledger;

namespace Demarche.Web.Api;

/// <summary>
/// Which changes a feed tells of. A withdrawn event has no fields left to look at: it is told of whatever the filter, since whoever
/// holds it must let it go.
/// </summary>
internal sealed record ChangeFilter
{
    public static readonly ApiParameter[] Parameters =
    [
        Api.Parameters.Actor, Api.Parameters.Source, Api.Parameters.Target, Api.Parameters.Type, Api.Parameters.Quad, Api.Parameters.Kind, Api.Parameters.Status,
        Api.Parameters.Since, Api.Parameters.Until, Api.Parameters.Place,
    ];

    private string? Actor { get; init; }
    private string? Source { get; init; }
    private string? Target { get; init; }
    private string? Type { get; init; }
    private int? Quad { get; init; }
    private ImmutableArray<string> Kinds { get; init; } = [];
    private EventStatus? Status { get; init; }
    private DateOnly? From { get; init; }
    private DateOnly? Until { get; init; }
    private string? Place { get; init; }

    public static ChangeFilter Read(ApiQuery q) => new()
    {
        Actor = q.Party(Api.Parameters.Actor),
        Source = q.Party(Api.Parameters.Source),
        Target = q.Party(Api.Parameters.Target),
        Type = q.Text(Api.Parameters.Type),
        Quad = q.Whole(Api.Parameters.Quad, 1, 4),
        Kinds = q.AnyOf(Api.Parameters.Kind),
        Status = q.Status(Api.Parameters.Status),
        From = q.Day(Api.Parameters.Since),
        Until = q.Day(Api.Parameters.Until),
        Place = q.Text(Api.Parameters.Place),
    };

    /// <summary>True where every change is taken.</summary>
    public bool IsOpen => this == Open;

    private static ChangeFilter Open { get; } = new();

    /// <summary>The same conditions for the ledger to look up.</summary>
    public EventQuery ToQuery() => new()
    {
        Actor = Actor,
        Source = Source,
        Target = Target,
        Type = Type,
        Quad = Quad,
        Kinds = Kinds,
        Status = Status,
        From = From,
        Until = Until,
        Place = Place,
        IncludeRejected = true,
    };

    public bool Takes(LedgerChange change) => change.Event is not { } e || Takes(e);

    private bool Takes(LedgerEvent e) =>
        (Actor is null || e.Source?.Code == Actor || e.Target?.Code == Actor)
        && (Source is null || e.Source?.Code == Source)
        && (Target is null || e.Target?.Code == Target)
        && (Type is null || (char.IsAsciiDigit(Type[0])
            ? e.Type.Cameo.StartsWith(Type, StringComparison.Ordinal)
            : string.Equals(e.Type.Plover?.Type, Type, StringComparison.OrdinalIgnoreCase)))
        && (Quad is null || e.Type.Quad == Quad)
        && (Kinds.IsEmpty || e.MeasureKind is { } kind && Kinds.Contains(kind))
        && (Status is null || e.Status == Status)
        && (From is null || e.Day >= From)
        && (Until is null || e.Day <= Until)
        && (Place is null || string.Equals(e.Place?.Country, Place, StringComparison.OrdinalIgnoreCase) || e.Place?.Name.Contains(Place, StringComparison.OrdinalIgnoreCase) == true);
}
