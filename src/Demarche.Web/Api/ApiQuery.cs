using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding;
using Demarche.Ledger;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Api;

/// <summary>The parameters of one request, read and checked; what is wrong is a problem that names the parameter.</summary>
internal readonly struct ApiQuery(HttpContext context, ILedger ledger)
{
    public const int MostInPage = 1000;

    public string? Text(ApiParameter p)
    {
        var given = context.Request.Query[p.Name];
        if (given.Count > 1) throw ApiProblemException.Parameter(p.Name, $"{p.Name} is given {given.Count} times.", "Give it once.");
        var value = given.Count == 0 ? null : given[0];
        if (string.IsNullOrWhiteSpace(value))
            return p.Required ? throw ApiProblemException.Parameter(p.Name, $"{p.Name} is missing.", p.Description) : null;
        if (value.Length > 1000) throw ApiProblemException.Parameter(p.Name, $"{p.Name} is longer than 1000 characters.", "Shorten it.");
        return value.Contains('\0') ? throw ApiProblemException.Parameter(p.Name, $"{p.Name} holds a NUL character.", "Take it out.") : value;
    }

    public string Path(string name) => Uri.UnescapeDataString((string)context.Request.RouteValues[name]!);

    public DateOnly? Day(ApiParameter p) => Text(p) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw ApiProblemException.Parameter(p.Name, $"'{text}' is not a day.", "Write it as 2021-10-18.");

    public int? Whole(ApiParameter p, int least, int most) => Text(p) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n
        : throw ApiProblemException.Parameter(p.Name, $"{p.Name} takes a whole number, not '{text}'.", $"Give one from {least} to {most}.");

    public double? Share(ApiParameter p) => Text(p) is not { } text ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var x) && x is >= 0 and <= 1 ? x
        : throw ApiProblemException.Parameter(p.Name, $"{p.Name} takes a number, not '{text}'.", "Give one from 0 to 1, such as 0.5.");

    public bool Flag(ApiParameter p) => Text(p) is not { } text ? false : text switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw ApiProblemException.Parameter(p.Name, $"{p.Name} is true or false, not '{text}'.", "Give true or false."),
    };

    public string? OneOf(ApiParameter p) => Text(p) is not { } text ? null
        : p.Values.Contains(text, StringComparer.OrdinalIgnoreCase) ? text.ToLowerInvariant()
        : throw ApiProblemException.Parameter(p.Name, $"There is no {p.Name} '{text}'.", $"Give one of {string.Join(", ", p.Values)}.");

    public ImmutableArray<string> AnyOf(ApiParameter p)
    {
        var chosen = ImmutableArray.CreateBuilder<string>();
        foreach (var text in context.Request.Query[p.Name].OfType<string>().SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            chosen.Add(p.Values.FirstOrDefault(v => v.Equals(text, StringComparison.OrdinalIgnoreCase))
                ?? throw ApiProblemException.Parameter(p.Name, $"There is no {p.Name} '{text}'.", $"Give one of {string.Join(", ", p.Values)}."));
        return chosen.ToImmutable();
    }

    /// <summary>The code of a party given by code or name.</summary>
    public string? Party(ApiParameter p) => Text(p) is { } name ? Code(name) ?? throw ApiProblemException.Parameter(p.Name, Unknown(name), Near(name)) : null;

    /// <summary>The same for a party that the path names.</summary>
    public string PartyInPath(string name) => Path(name) is var text && Code(text) is { } code ? code : throw ApiProblemException.NotFound(Unknown(text), Near(text), name);

    public EventStatus? Status(ApiParameter p) => OneOf(p) is { } name ? Enum.Parse<EventStatus>(name, true) : null;

    public EventOrder Order(ApiParameter p) => OneOf(p) switch
    {
        "oldest" => EventOrder.OldestFirst,
        "least_certain" => EventOrder.LeastCertainFirst,
        _ => EventOrder.NewestFirst,
    };

    /// <summary>Null where none is asked for.</summary>
    public int? Limit() => Whole(Parameters.Limit, 0, int.MaxValue);

    private string? Code(string name) => ledger.FindActor(name)?.Code;

    private static string Unknown(string name) => $"The ledger has no party '{name}'.";

    private string Near(string name)
    {
        var near = ledger.Actors(name, 5).Select(a => $"{a.Code} ({a.Name})").ToList();
        return (near.Count > 0 ? $"Did you mean {string.Join(", ", near)}? " : "") + "Parties are asked for by code (RUS, NATO) or by name; GET /api/actors lists them.";
    }
}
