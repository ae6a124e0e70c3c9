using System.Collections.Immutable;
using System.Text.Json;
using Demarche.Formats.Ledger;
using Demarche.Ledger;
using Demarche.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Api;

/// <summary>What people say of the record: read, and said.</summary>
internal static class CorrectionRoutes
{
    private static readonly string[] Fields = ["action", "event", "others", "mentions", "fields", "undoes", "note", "author"];

    public static void MapCorrections(this RouteGroupBuilder api) =>
        api.Map("/corrections", Corrections, new RouteCard("Corrections", "Corrections", "What people have said, newest first: all, or what touches an event.")
        { Takes = [Parameters.Event, Parameters.Limit, Parameters.Cursor], Gives = "Correction", IsList = true });

    public static void MapCorrecting(this RouteGroupBuilder api) =>
        api.MapWrite("/corrections", Correct, new RouteCard("Corrections", "Correct the record",
            "Accepts, rejects, edits, merges or splits events, or takes a correction back. Corrections are only ever added and hold after re-coding; " +
            "while an ingest runs, one is taken up with its next batch (`applied` is false until then).")
        { Gives = "Correction", Body = "CorrectionRequest", Success = StatusCodes.Status201Created });

    private static ListAnswer<Correction> Corrections(HttpContext context, ILedger ledger)
    {
        var q = new ApiQuery(context, ledger);
        var id = q.Text(Parameters.Event) is { } given ? EventRoutes.Found(ledger, given).Id : null;
        return new(q, Pages.Ranked<Correction>((offset, limit) => [.. ledger.Corrections(id).Skip(offset).Take(limit)]), RecordJson.Write);
    }

    private static async Task<IResult> Correct(HttpContext context, DeskOptions options)
    {
        if (!context.Request.HasJsonContentType())
            throw new ApiProblemException(new(StatusCodes.Status415UnsupportedMediaType, "media-type", "Wrong kind of body", "A correction is sent as application/json.", "Set Content-Type: application/json."));
        using var body = await Read(context).ConfigureAwait(false);
        var request = RequestOf(body.RootElement, AuthorOf(context, options, Text(body.RootElement, "author")));
        var done = new LedgerCorrections(options.Ledger).Add(request);
        return new RecordAnswer(json => RecordJson.Write(json, done), StatusCodes.Status201Created);
    }

    private static async Task<JsonDocument> Read(HttpContext context)
    {
        try
        {
            var document = await JsonDocument.ParseAsync(context.Request.Body, new JsonDocumentOptions { MaxDepth = 8 }, context.RequestAborted).ConfigureAwait(false);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
            throw ApiProblemException.Field("$", "A correction is one JSON object.", "See /api/docs for an example.");
        }
        catch (JsonException e)
        {
            throw ApiProblemException.Field("$", $"The body is no JSON: {e.Message}", "See /api/docs for an example.");
        }
    }

    private static CorrectionRequest RequestOf(JsonElement body, string author)
    {
        foreach (var member in body.EnumerateObject())
            if (!Fields.Contains(member.Name)) throw ApiProblemException.Field(member.Name, $"A correction has no field '{member.Name}'.", $"Use {string.Join(", ", Fields)}.");
        var name = Text(body, "action") ?? "";
        if (!Enum.TryParse<CorrectionAction>(name, true, out var action) || !name.All(char.IsAsciiLetter))
            throw ApiProblemException.Field("action", $"There is no action '{name}'.", "Give accept, reject, edit, merge, split or undo.");
        return new CorrectionRequest(action, author)
        {
            EventId = Text(body, "event"),
            Others = Texts(body, "others"),
            MentionIds = Texts(body, "mentions"),
            Fields = Edits(body),
            Undoes = body.TryGetProperty("undoes", out var undoes) && undoes.ValueKind != JsonValueKind.Null
                ? undoes.ValueKind == JsonValueKind.Number && undoes.TryGetInt64(out var n) ? n : throw ApiProblemException.Field("undoes", "undoes takes the number of a correction.", "GET /api/corrections lists them.")
                : null,
            Note = Text(body, "note"),
        };
    }

    /// <summary>Who is signed in speaks for himself; on loopback, where no one signs in, a name may be given.</summary>
    private static string AuthorOf(HttpContext context, DeskOptions options, string? given)
    {
        var name = context.User.Identity?.Name ?? Environment.UserName;
        if (given is null || given == name) return name;
        return options.IsLoopback ? given : throw ApiProblemException.Field("author", "A correction is signed with the name of who is signed in.", "Leave author out.");
    }

    private static string? Text(JsonElement body, string name) =>
        !body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= 4000 } text ? text
        : throw ApiProblemException.Field(name, $"{name} takes a text of at most 4000 characters.", "See /api/docs for an example.");

    private static ImmutableArray<string> Texts(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return [];
        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(v => v.GetString()!)]
            : throw ApiProblemException.Field(name, $"{name} takes a list of ids.", "Write it as [\"…\", \"…\"].");
    }

    private static ImmutableSortedDictionary<string, string?> Edits(JsonElement body)
    {
        var none = ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);
        if (!body.TryGetProperty("fields", out var value) || value.ValueKind == JsonValueKind.Null) return none;
        if (value.ValueKind != JsonValueKind.Object) throw ApiProblemException.Field("fields", "fields takes an object of field and value.", "Write it as {\"count\": \"8\"}.");
        return none.AddRange(value.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, m.Value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => m.Value.GetString(),
            JsonValueKind.Number => m.Value.GetRawText(),
            _ => throw ApiProblemException.Field("fields." + m.Name, $"{m.Name} takes a text, a number or null.", "See /api/docs for an example."),
        })));
    }
}
