using System.CommandLine;
using System.Text.Json.Nodes;
using Trunkline.Cli.Register;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline register search</c>: which record, field and passage hold the words.</summary>
internal static class RegisterSearchCommand
{
    private const int Usual = 20;

    public static Command Build(Surroundings around)
    {
        var text = new Argument<string[]>("text") { Description = RegisterWords.SearchArgument.In(around.Language), Arity = ArgumentArity.OneOrMore };
        var most = new Option<int>("--most") { Description = RegisterWords.MostOption.In(around.Language), DefaultValueFactory = _ => Usual };
        return RegisterAsked.On(
            new Command("search", RegisterWords.Search.In(around.Language)) { text, most },
            around,
            (parsed, register, asJson) =>
            {
                SearchResult found = register.Search.Find(string.Join(' ', parsed.GetRequiredValue(text)), Math.Max(1, parsed.GetValue(most)));
                Answer(around, register, found, asJson);
                return ExitCode.Done;
            });
    }

    private static void Answer(Surroundings around, PolicyRegister register, SearchResult found, bool asJson)
    {
        if (asJson)
        {
            around.Terminal.Out.WriteLine(Json(found).ToJsonString(JsonText.OneLine));
            return;
        }

        Language language = around.Language;
        Page page = around.Terminal.Answers;
        foreach (SearchHit hit in found.Hits)
        {
            page.Line($"{hit.RecordId} · {RegisterTerms.Of(hit.Field).In(language)} · {hit.Place}{(hit.Count > 1 ? $" ×{hit.Count}" : "")}");
            page.Paragraph(hit.Passage, indent: 4);
        }

        if (found.Total == 0)
        {
            page.Line(RegisterWords.NothingFound.In(language));
            return;
        }

        page.Line();
        page.Line(string.Format(RegisterWords.HitCount.In(language), found.Total, found.Records, found.Hits.Count));
        page.Line(RecordStates.Line(register, found.Hits.Select(h => register.Find(h.RecordId)).OfType<PolicyRecord>().Distinct(), language));
    }

    private static JsonObject Json(SearchResult found) => new()
    {
        ["total"] = found.Total,
        ["records"] = found.Records,
        ["hits"] = RegisterParts.Array(found.Hits.Select(h => new JsonObject
        {
            ["record"] = h.RecordId,
            ["field"] = RegisterParts.Code(h.Field),
            ["place"] = h.Place,
            ["language"] = h.Language is { } language ? RegisterParts.Code(language) : null,
            ["passage"] = h.Passage,
            ["count"] = h.Count,
        })),
    };
}
