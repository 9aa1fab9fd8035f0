using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Trunkline.Cli.Register;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline register list</c>: the records, narrowed by what is asked.</summary>
internal static class RegisterListCommand
{
    public static Command Build(Surroundings around)
    {
        Facets facets = new(around);
        var asOf = RegisterAsked.Day("--as-of", RegisterWords.AsOf, around);
        var command = new Command("list", RegisterWords.List.In(around.Language)) { asOf };
        facets.AddTo(command);
        return RegisterAsked.On(command, around, (parsed, register, asJson) =>
        {
            DateOnly day = parsed.GetValue(facets.ForceOn) ?? parsed.GetValue(asOf) ?? RegisterAsked.Today();
            Listed[] shown = [.. register.Records.Select(r => new Listed(r, r.ForceOn(day), RecordStates.Of(register, r, RegisterAsked.Today()))).Where(l => facets.Let(l, parsed))];
            Answer(around, register, shown, day, asJson);
            return ExitCode.Done;
        });
    }

    private static void Answer(Surroundings around, PolicyRegister register, Listed[] shown, DateOnly day, bool asJson)
    {
        if (asJson)
        {
            around.Terminal.Out.WriteLine(Json(register, shown, day).ToJsonString(JsonText.OneLine));
            return;
        }

        Language language = around.Language;
        Page page = around.Terminal.Answers;
        page.Table(
            [.. new[] { RegisterWords.Id, RegisterWords.Kind, RegisterWords.Force, RegisterWords.State, RegisterWords.Title }.Select(w => w.In(language))],
            [.. shown.Select(l => l.Row(language))]);
        page.Line();
        page.Line(string.Format(RegisterWords.RecordCount.In(language), shown.Length, register.Records.Count, RegisterParts.Iso(day)));
        page.Line(RecordStates.Line([.. shown.Select(l => l.State)], language));
    }

    private static JsonObject Json(PolicyRegister register, Listed[] shown, DateOnly day) => new()
    {
        ["register"] = register.Version,
        ["asOf"] = RegisterParts.Iso(day),
        ["records"] = RegisterParts.Array(shown.Select(l => l.Json())),
        ["of"] = register.Records.Count,
    };

    /// <summary>A record with what is worked out about it.</summary>
    private sealed record Listed(PolicyRecord Record, LegalForce Force, ReviewState State)
    {
        private PolicyDocument Document => Record.Document;

        public IReadOnlyList<string> Row(Language language) =>
        [
            Record.Id,
            RegisterTerms.Of(Document.InstrumentKind).In(language),
            RegisterTerms.Of(Force).In(language),
            RegisterTerms.Of(State).In(language),
            Document.Titles.In(language),
        ];

        public JsonObject Json() => new()
        {
            ["id"] = Record.Id,
            ["jurisdiction"] = Document.Jurisdiction,
            ["titles"] = RegisterParts.Json(Document.Titles),
            ["instrumentKind"] = RegisterParts.Code(Document.InstrumentKind),
            ["bindingLevel"] = RegisterParts.Code(Document.BindingLevel),
            ["documentStatus"] = RegisterParts.Code(Document.DocumentStatus),
            ["force"] = RegisterParts.Code(Force),
            ["state"] = RegisterParts.Code(State),
            ["clusters"] = RegisterParts.Array((Document.Clusters ?? []).Select(RegisterParts.Bilingual)),
            ["parameters"] = Record.Parameters.Count,
            ["claims"] = Record.Sources.Sum(s => s.Claims.Count),
        };
    }

    /// <summary>What the list can be narrowed by. Several facets must all hold.</summary>
    private sealed class Facets(Surroundings around)
    {
        private readonly Option<string[]> jurisdictions = RegisterAsked.Several("--jurisdiction", RegisterWords.JurisdictionOption, around);
        private readonly Option<string?> kind = OneOf<InstrumentKind>("--kind", RegisterWords.KindOption, around);
        private readonly Option<string?> status = OneOf<DocumentStatus>("--status", RegisterWords.StatusOption, around);
        private readonly Option<string?> state = OneOf<ReviewState>("--state", RegisterWords.StateOption, around);
        private readonly Option<string?> cluster = new("--cluster") { Description = RegisterWords.ClusterOption.In(around.Language) };

        public Option<DateOnly?> ForceOn { get; } = RegisterAsked.Day("--force-on", RegisterWords.ForceOnOption, around);

        public void AddTo(Command command)
        {
            foreach (Option option in (Option[])[jurisdictions, kind, status, ForceOn, state, cluster])
            {
                command.Options.Add(option);
            }
        }

        public bool Let(Listed listed, ParseResult parsed) =>
            (parsed.GetValue(jurisdictions) is not { Length: > 0 } places || places.Contains(listed.Record.Document.Jurisdiction))
            && Is(parsed.GetValue(kind), listed.Record.Document.InstrumentKind)
            && Is(parsed.GetValue(status), listed.Record.Document.DocumentStatus)
            && Is(parsed.GetValue(state), listed.State)
            && (parsed.GetValue(ForceOn) is null || listed.Force == LegalForce.InForce)
            && (parsed.GetValue(cluster) is not { } name || (listed.Record.Document.Clusters ?? []).Any(c => Names(c, name)));

        private static bool Is(string? asked, Enum actual) => asked is null || asked == RegisterTerms.Code(actual);

        private static bool Names(Bilingual cluster, string part) =>
            cluster.En.Contains(part, StringComparison.OrdinalIgnoreCase) || cluster.Zh.Contains(part, StringComparison.OrdinalIgnoreCase);

        private static Option<string?> OneOf<T>(string name, Bilingual description, Surroundings around)
            where T : struct, Enum
        {
            var option = new Option<string?>(name) { Description = description.In(around.Language) };
            option.AcceptOnlyFromAmong([.. Enum.GetValues<T>().Select(v => RegisterTerms.Code(v))]);
            return option;
        }
    }
}
