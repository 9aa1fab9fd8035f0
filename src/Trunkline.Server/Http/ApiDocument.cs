using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Trunkline.Domain;
using Trunkline.Register;
using Trunkline.Server.Service;

namespace Trunkline.Server.Http;

/// <summary>The API as OpenAPI 3.1, made from the endpoints themselves.</summary>
internal static class ApiDocument
{
    private const string Problem = "application/problem+json";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) => Done(() =>
        {
            Head(document);
            Faults(document);
            ApiExamples.Show(document);
        }));
        options.AddSchemaTransformer((schema, context, _) => Done(() => Plain(schema, context.JsonTypeInfo.Type)));
    });

    private static Task Done(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    private static void Head(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Trunkline",
            Version = "v1",
            Description = $"Everything the web app does. Trunkline {ServerVersion.Text}. Shapes and conventions: docs/decisions/0012-server-and-api.md.",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.Servers = [];
    }

    /// <summary>Whatever goes wrong is said in one form.</summary>
    private static void Faults(OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas["Problem"] = OneProblem();
        document.Components.Schemas["Problems"] = ProblemSchema(document);
        foreach (OpenApiOperation operation in document.Paths.Values.SelectMany(p => p.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            operation.Responses ??= [];
            operation.Responses["default"] = new OpenApiResponse
            {
                Description = "What went wrong: all of it at once, each with its place.",
                Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Schema = new OpenApiSchemaReference("Problems", document) } },
            };
        }
    }

    private static OpenApiSchema ProblemSchema(OpenApiDocument document) => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "type", "title", "status", "text", "problems" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("urn:trunkline:problem: and a word"),
            ["title"] = Text("In English"),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
            ["text"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { "en", "zh" },
                Properties = new Dictionary<string, IOpenApiSchema> { ["en"] = Text("English"), ["zh"] = Text("Chinese") },
            },
            ["problems"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference("Problem", document) },
        },
    };

    private static OpenApiSchema OneProblem() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "pointer", "where", "what", "fix" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["pointer"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "JSON pointer into what was sent" },
            ["where"] = Text("File and place"),
            ["what"] = Text("What is wrong"),
            ["fix"] = Text("What would be right"),
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    /// <summary>Types that write themselves: the exporter cannot know what they look like.</summary>
    private static void Plain(OpenApiSchema schema, Type type)
    {
        bool mayBeNull = Nullable.GetUnderlyingType(type) is not null;
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        JsonSchemaType? written = plain switch
        {
            _ when IsQuantity(plain) => JsonSchemaType.Number,
            _ when plain == typeof(GeoPoint) => JsonSchemaType.Array,
            _ when plain == typeof(PolicyValue) => JsonSchemaType.Number | JsonSchemaType.String,
            _ when plain == typeof(AnyOf) => JsonSchemaType.Array | JsonSchemaType.String,
            _ => null,
        };
        if (written is { } kind)
        {
            schema.Type = mayBeNull ? kind | JsonSchemaType.Null : kind;
            schema.Items = plain == typeof(GeoPoint) ? new OpenApiSchema { Type = JsonSchemaType.Number } : plain == typeof(AnyOf) ? Text("One of") : null;
        }
    }

    private static bool IsQuantity(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuantity<>));
}
