using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Api;

/// <summary>What a route says of itself: the OpenAPI document is made of it, and its parameters are checked by it.</summary>
/// <param name="Group">Under which heading it stands.</param>
public sealed record RouteCard(string Group, string Title, string Description)
{
    public IReadOnlyList<ApiParameter> Takes { get; init; } = [];

    /// <summary>Name of the record's schema in <c>records.json</c>; null where it is no JSON.</summary>
    public string? Gives { get; init; }

    /// <summary>The JSON answer is a page of such records.</summary>
    public bool IsList { get; init; }

    /// <summary>Formats by name; the first is given where nothing is asked for.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["json"];

    /// <summary>Schema of the request's body; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Media types of the request's body.</summary>
    public IReadOnlyList<string> BodyTypes { get; init; } = ["application/json"];

    public int Success { get; init; } = StatusCodes.Status200OK;
}

/// <summary>Maps routes with their cards.</summary>
internal static class RouteCards
{
    public static RouteHandlerBuilder Map(this RouteGroupBuilder api, string pattern, Delegate handler, RouteCard card) =>
        api.MapGet(pattern, handler).WithMetadata(card).WithName(NameOf(pattern, "get"));

    public static RouteHandlerBuilder MapWrite(this RouteGroupBuilder api, string pattern, Delegate handler, RouteCard card) =>
        api.MapPost(pattern, handler).WithMetadata(card).WithName(NameOf(pattern, "post")).DisableAntiforgery();

    /// <summary>A list that is asked for by Accept header, or by extension: <c>/events</c> and <c>/events.csv</c>.</summary>
    public static void MapList(this RouteGroupBuilder api, string pattern, Delegate handler, RouteCard card)
    {
        api.Map(pattern, handler, card);
        api.Map(pattern + ".{format}", handler, card with { Takes = [Parameters.FormatOf(card.Formats), .. card.Takes] });
    }

    private static string NameOf(string pattern, string method) =>
        method + string.Concat(pattern.Split(['/', '.', '{', '}', '*'], StringSplitOptions.RemoveEmptyEntries).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
}
