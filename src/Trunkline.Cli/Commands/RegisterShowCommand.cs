using System.CommandLine;
using Trunkline.Cli.Register;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline register show</c>: one record as of a day, each statement beside what it rests on.</summary>
internal static class RegisterShowCommand
{
    private const int Column = 14;

    public static Command Build(Surroundings around)
    {
        var record = new Argument<string>("record") { Description = RegisterWords.RecordArgument.In(around.Language) };
        var asOf = RegisterAsked.Day("--as-of", RegisterWords.AsOf, around);
        var both = new Option<bool>("--both") { Description = RegisterWords.BothOption.In(around.Language) };
        return RegisterAsked.On(
            new Command("show", RegisterWords.Show.In(around.Language)) { record, asOf, both },
            around,
            (parsed, register, asJson) =>
            {
                string id = parsed.GetRequiredValue(record);
                if (AccountNamed.Revision(register, id) is not { } found)
                {
                    return ProblemTable.Show(around, [RegisterAsked.NoSuchRecord(register, id)], asJson);
                }

                Answer(around, new RecordView(register, found, parsed.GetValue(asOf) ?? RegisterAsked.Today()), asJson, parsed.GetValue(both));
                return ExitCode.Done;
            });
    }

    private static void Answer(Surroundings around, RecordView view, bool asJson, bool inBoth)
    {
        if (asJson)
        {
            around.Terminal.Out.WriteLine(view.Json().ToJsonString(JsonText.OneLine));
            return;
        }

        Language language = around.Language;
        Page page = around.Terminal.Answers;
        Head(page, view, language);
        Events(page, view, language);
        Parameters(page, view, language);
        Claims(page, view, language);
        Conflicts(page, view.Document, language);
        Clauses(page, view, language);
        Relations(page, view, language);
        Texts(page, view, inBoth ? [language, language == Language.En ? Language.Zh : Language.En] : [language]);
        Failures(page, view, language);
        page.Line();
        page.Line(RecordStates.Line([view.Standing.State], language));
    }

    private static void Head(Page page, RecordView view, Language language)
    {
        PolicyDocument document = view.Document;
        page.Heading(document.Titles.In(language));
        page.Line(string.Join(" · ", new[]
        {
            $"{document.Id}@{document.Revision?.Number ?? 1}",
            RegisterTerms.Of(document.InstrumentKind).In(language),
            $"{RegisterWords.Level.In(language)}: {RegisterTerms.Of(document.BindingLevel).In(language)}",
            $"{RegisterWords.Document.In(language)}: {RegisterTerms.Of(document.DocumentStatus).In(language)}",
            $"{RegisterWords.State.In(language)}: {RegisterTerms.Of(view.Standing.State).In(language)}",
        }));
        if (document.Identity is { } identity)
        {
            page.Line($"{RegisterWords.Citation.In(language)}: {identity.Citation.In(language)}");
        }

        page.Line(ForceLine(view, language));
    }

    private static string ForceLine(RecordView view, Language language) =>
        string.Format(RegisterWords.ForceOn.In(language), RegisterParts.Iso(view.Day), RegisterTerms.Of(view.Force).In(language))
        + (view.ForceGivenBy is { } given ? string.Format(RegisterWords.Since.In(language), RegisterTerms.Day(given.Date, given.Precision)) : "")
        + (view.LastInForce is { } last ? string.Format(RegisterWords.LastDay.In(language), RegisterParts.Iso(last)) : "");

    private static void Events(Page page, RecordView view, Language language)
    {
        page.Section(RegisterWords.Events.In(language));
        foreach (PolicyEvent happened in view.Document.Events)
        {
            string later = happened.Date > view.Day ? $" {RegisterWords.NotYet.In(language)}" : "";
            page.Item(
                RegisterTerms.Day(happened.Date, happened.Precision),
                $"{RegisterTerms.Of(happened.Kind).In(language)}{later}{(happened.Note is { } note ? $": {note.In(language)}" : "")}",
                Column);
            page.Item("", ClaimLines.RestsOn(happened.Evidence, language), Column);
        }

        foreach (LawVersion version in view.Document.Identity?.Versions ?? [])
        {
            page.Item(version.Id, $"{RegisterParts.Iso(version.From)} {version.Title.In(language)}{(version.Document is { } text ? $", {text.Citation}" : "")}", Column);
        }
    }

    private static void Parameters(Page page, RecordView view, Language language)
    {
        if (view.Record.Parameters.Count == 0)
        {
            return;
        }

        page.Section(RegisterWords.Parameters.In(language));
        foreach (PolicyParameter parameter in view.Record.Parameters)
        {
            page.Paragraph($"{parameter.Id}: {parameter.Titles.In(language)}");
            PolicyEntry[] entries = [.. view.InForce(parameter)];
            foreach (PolicyEntry entry in entries)
            {
                page.Item(entry.Id, EntryLines.Of(entry, parameter.Unit, language), 2 * Column, indent: 4);
            }

            if (entries.Length == 0)
            {
                page.Paragraph(RegisterWords.NoEntry.In(language), indent: 4);
            }
        }
    }

    private static void Claims(Page page, RecordView view, Language language)
    {
        page.Section(RegisterWords.Claims.In(language));
        foreach (Evidence evidence in view.Claims)
        {
            ClaimLines.Write(page, evidence, language);
        }
    }

    private static void Conflicts(Page page, PolicyDocument document, Language language)
    {
        if (document.Conflicts.Count == 0)
        {
            return;
        }

        page.Section(RegisterWords.Conflicts.In(language));
        foreach (SourceConflict conflict in document.Conflicts)
        {
            page.Paragraph(conflict.Question.In(language));
            foreach (SourceReading reading in conflict.Readings)
            {
                string used = reading.Id == conflict.Used ? $" {RegisterWords.Used.In(language)}" : "";
                page.Paragraph($"{reading.Says.In(language)}{used} {ClaimLines.RestsOn(reading.Evidence, language)}", indent: 4);
            }

            page.Paragraph($"{RegisterWords.Because.In(language)}: {conflict.Reason.In(language)}", indent: 4);
        }
    }

    private static void Clauses(Page page, RecordView view, Language language)
    {
        Several(page, RegisterWords.NotModelled, view.Document.NotModelled.Select(c => (c.Id, c.Says.In(language))), language);
        Several(
            page,
            RegisterWords.Stacking,
            view.StackingInForce.Select(s => (s.Id, $"{RegisterTerms.Of(s.Effect).In(language)} {s.With} ({RegisterTerms.Of(s.Scope).In(language)}): {s.Says.In(language)}")),
            language);
        Several(page, RegisterWords.Facilities, (view.Document.Facilities ?? []).Select(f => (f.Name, f.Role.In(language))), language);
        Several(
            page,
            RegisterWords.Impact,
            new[] { view.Document.Impact?.Economic, view.Document.Impact?.Environmental, view.Document.Impact?.Technical }.OfType<Bilingual>().Select(i => ("", i.In(language))),
            language);
    }

    private static void Several(Page page, Bilingual heading, IEnumerable<(string Id, string Says)> items, Language language)
    {
        foreach ((int i, (string id, string says)) in items.Index())
        {
            if (i == 0)
            {
                page.Section(heading.In(language));
            }

            page.Paragraph(id.Length == 0 ? says : $"{id}: {says}");
        }
    }

    private static void Relations(Page page, RecordView view, Language language)
    {
        PolicyGraph graph = view.Register.Graph;
        Several(
            page,
            RegisterWords.Relations,
            graph.Leaving(view.Record.Id, view.Day).Concat(graph.Arriving(view.Record.Id, view.Day))
                .Select(e => ("", $"{RegisterParts.Iso(e.Since)} {e.Source} → {RegisterTerms.Of(e.Kind).In(language)} → {e.Target}{(e.Provision is { } clause ? $" ({clause})" : "")}")),
            language);
        Several(page, RegisterWords.Clusters, (view.Document.Clusters ?? []).Select(c => ("", c.In(language))), language);
    }

    private static void Texts(Page page, RecordView view, IEnumerable<Language> languages)
    {
        foreach (Language language in languages)
        {
            page.Section(RegisterWords.Text.In(language));
            page.Paragraph(view.Record.Text.In(language).TrimEnd());
        }
    }

    private static void Failures(Page page, RecordView view, Language language) => Several(
        page,
        RegisterWords.Holds,
        view.Standing.Failures.GroupBy(f => f.Gate).Select(g => ($"{g.Key.Code()} {g.Key.Name()}", $"{g.Count()} × {g.First().Problem.What}")),
        language);
}
