using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Demarche.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Scalar.AspNetCore;

namespace Demarche.Web.Api;

/// <summary>The OpenAPI document, made of the routes' cards and the schemas of <c>records.json</c>, and a page to try it.</summary>
internal static class DeskOpenApi
{
    private const string Bearer = "token";

    public static void AddDeskOpenApi(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = described => described.ActionDescriptor.EndpointMetadata.OfType<RouteCard>().Any();
        options.AddOperationTransformer((operation, context, _) =>
        {
            var card = context.Description.ActionDescriptor.EndpointMetadata.OfType<RouteCard>().First();
            Describe(operation, card, context.Document!);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, context, _) =>
        {
            Complete(document, context.ApplicationServices.GetRequiredService<DeskOptions>());
            return Task.CompletedTask;
        });
    });

    public static void MapDeskOpenApi(this IEndpointRouteBuilder api)
    {
        api.MapOpenApi("/openapi.json");
        api.MapScalarApiReference("/docs", options =>
        {
            options.WithTitle("Demarche: API").WithOpenApiRoutePattern("/api/openapi.json").WithNonce();
            // Nothing from outside: no fonts, no proxy, no assistant, no count of uses.
            options.DisableDefaultFonts().DisableTelemetry().DisableAgent();
        }).WithMetadata(new ContentPolicy.DrawsItself());
    }

    private static void Describe(OpenApiOperation operation, RouteCard card, OpenApiDocument document)
    {
        operation.Summary = card.Title;
        operation.Description = card.Description;
        operation.Tags = new HashSet<OpenApiTagReference> { new(card.Group, document) };
        operation.Parameters = [.. card.Takes.Select(ParameterOf)];
        operation.Responses = new OpenApiResponses { [card.Success.ToString(CultureInfo.InvariantCulture)] = AnswerOf(card, document) };
        foreach (var (status, why) in Refusals(card))
            operation.Responses[status] = new OpenApiResponse { Description = why, Content = Json("application/problem+json", new OpenApiSchemaReference("Problem", document)) };
        if (card.Body is { } body)
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = card.BodyTypes.ToDictionary(t => t, t => new OpenApiMediaType
                {
                    Schema = t.Contains("json", StringComparison.Ordinal) ? new OpenApiSchemaReference(body, document) : new OpenApiSchema { Type = JsonSchemaType.String },
                }),
            };
    }

    private static IEnumerable<(string Status, string Why)> Refusals(RouteCard card)
    {
        if (card.Gives == "Health")
        {
            yield return ("503", "The ledger cannot be read.");
            yield break;
        }
        yield return ("400", "A parameter or field is wrong; the problem names it and says what to give.");
        yield return ("401", "Nobody is signed in, where that is required.");
        if (card.Takes.Any(p => p.InPath)) yield return ("404", "It is not in the ledger.");
        if (card.Body is not null)
        {
            yield return ("403", "The role of curator is required, or the request comes from another site.");
            yield return ("415", "The body is of a kind that is not read.");
            yield return ("422", "The body does not fit.");
        }
        yield return ("429", "Asked too often: wait as Retry-After says.");
    }

    private static IOpenApiParameter ParameterOf(ApiParameter p)
    {
        var schema = new OpenApiSchema
        {
            Type = Enum.Parse<JsonSchemaType>(p.Type, true),
            Format = p.Format,
            Default = p.Default is null ? null : Value(p, p.Default),
            Enum = p.Values.Count == 0 ? null : [.. p.Values.Select(v => Value(p, v))],
        };
        return new OpenApiParameter
        {
            Name = p.Name,
            In = p.InPath ? ParameterLocation.Path : ParameterLocation.Query,
            Required = p.Required,
            Description = p.Description,
            Schema = p.Repeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = schema } : schema,
            Explode = p.Repeatable,
            Example = p.Example is null ? null : Value(p, p.Example),
        };
    }

    private static JsonNode Value(ApiParameter p, string text) => p.Type switch
    {
        "integer" => JsonValue.Create(long.Parse(text, CultureInfo.InvariantCulture)),
        "number" => JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)),
        "boolean" => JsonValue.Create(bool.Parse(text)),
        _ => JsonValue.Create(text),
    };

    private static OpenApiResponse AnswerOf(RouteCard card, OpenApiDocument document)
    {
        var content = new Dictionary<string, OpenApiMediaType>();
        foreach (var format in card.Formats)
        {
            IOpenApiSchema schema = card.Gives is { } record ? new OpenApiSchemaReference(record, document) : new OpenApiSchema { Type = JsonSchemaType.String };
            content[AnswerFormat.MediaType(format)] = new OpenApiMediaType
            {
                Schema = format switch
                {
                    "json" when card.IsList => PageOf(schema),
                    "json" or "jsonl" => schema,
                    "geojson" => new OpenApiSchema { Type = JsonSchemaType.Object, Description = "A FeatureCollection; the record stands in properties." },
                    _ => new OpenApiSchema { Type = JsonSchemaType.String },
                },
            };
        }
        return new OpenApiResponse { Description = card.IsList ? "The records; as JSON a page of them." : card.Title + ".", Content = content };
    }

    private static OpenApiSchema PageOf(IOpenApiSchema record) => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "items", "next" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["items"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = record },
            ["next"] = new OpenApiSchema { Description = "The cursor of the next page; null after the last. Of changes a number, and never null." },
        },
    };

    private static Dictionary<string, OpenApiMediaType> Json(string type, IOpenApiSchema schema) => new() { [type] = new OpenApiMediaType { Schema = schema } };

    private static void Complete(OpenApiDocument document, DeskOptions options)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Demarche",
            Version = typeof(DeskOpenApi).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0",
            Description = "The record of who did what to whom, when, where, and on whose word. The same records as the command line's JSON; offsets are in Unicode code points. " +
                "Lists are pages of JSON with a cursor, or everything at once as .jsonl or .csv. Errors are problems (RFC 9457) that name the parameter and what to give.",
        };
        // The page is where the desk is: an address seen once need not be the one that others use.
        document.Servers = [new OpenApiServer { Url = "/" }];
        foreach (var (name, schema) in Records(document)) document.AddComponent(name, schema);
        document.Tags = new HashSet<OpenApiTag>(document.Paths.Values.SelectMany(p => p.Operations!.Values).SelectMany(o => o.Tags!).Select(t => t.Reference.Id!).Distinct().Select(t => new OpenApiTag { Name = t }));
        if (options.IsLoopback) return;
        document.AddComponent(Bearer, (IOpenApiSecurityScheme)new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API token; /account makes one." });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
    }

    private static Dictionary<string, IOpenApiSchema> Records(OpenApiDocument document)
    {
        using var stream = typeof(DeskOpenApi).Assembly.GetManifestResourceStream("Demarche.Web.Api.records.json")!;
        using var reader = new StreamReader(stream);
        var read = OpenApiDocument.Parse(reader.ReadToEnd(), "json");
        return new(read.Document!.Components!.Schemas!);
    }
}
