using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Register;

/// <summary>How the register on two days is set against itself: policies, parameters, relations and cells of the matrix.</summary>
internal static class ChangesLines
{
    private const int Column = 2;

    public static void Write(Page page, PolicyRegister register, RegisterChanges changes, Language language)
    {
        page.Heading(string.Format(RegisterWords.DaysDiffer.In(language), RegisterParts.Iso(changes.From), RegisterParts.Iso(changes.To)));
        if (changes is { Policies.Count: 0, Parameters.Count: 0, Relations.Count: 0, Cells.Count: 0 })
        {
            page.Line(RegisterWords.NothingDiffers.In(language));
        }

        Each(page, RegisterWords.PoliciesChanged, changes.Policies, c => Policy(page, register, c, language), language);
        Each(page, RegisterWords.ParametersChanged, changes.Parameters, c => Parameter(page, register, c, language), language);
        Each(
            page,
            RegisterWords.RelationsCame,
            changes.Relations,
            e => page.Paragraph($"{RegisterParts.Iso(e.Since)} {e.Source} → {RegisterTerms.Of(e.Kind).In(language)} → {e.Target}"),
            language);
        Each(page, RegisterWords.CellsChanged, changes.Cells, c => Cell(page, c, language), language);
    }

    public static JsonObject Json(RegisterChanges changes) => new()
    {
        ["from"] = RegisterParts.Iso(changes.From),
        ["to"] = RegisterParts.Iso(changes.To),
        ["policies"] = RegisterParts.Array(changes.Policies.Select(c => new JsonObject
        {
            ["id"] = c.PolicyId,
            ["before"] = RegisterParts.Code(c.Before),
            ["after"] = RegisterParts.Code(c.After),
            ["events"] = RegisterParts.Array(c.Events.Select(RegisterParts.Json)),
        })),
        ["parameters"] = RegisterParts.Array(changes.Parameters.Select(c => new JsonObject
        {
            ["id"] = c.ParameterId,
            ["left"] = RegisterParts.Array(c.Left.Select(RegisterParts.Json)),
            ["came"] = RegisterParts.Array(c.Came.Select(RegisterParts.Json)),
            ["answers"] = RegisterParts.Array(c.Answers.Select(a => new JsonObject
            {
                ["question"] = a.Question.Circumstances(),
                ["before"] = Answer(a.Before),
                ["after"] = Answer(a.After),
            })),
        })),
        ["relations"] = RegisterParts.Array(changes.Relations.Select(RegisterParts.Edge)),
        ["cells"] = RegisterParts.Array(changes.Cells.Select(c => new JsonObject { ["before"] = RegisterParts.Reading(c.Before), ["after"] = RegisterParts.Reading(c.After) })),
    };

    private static void Each<T>(Page page, Bilingual heading, IReadOnlyList<T> changes, Action<T> write, Language language)
    {
        if (changes.Count > 0)
        {
            page.Section(heading.In(language));
        }

        foreach (T change in changes)
        {
            write(change);
        }
    }

    private static void Policy(Page page, PolicyRegister register, PolicyChange change, Language language)
    {
        string force = change.Before == change.After
            ? RegisterTerms.Of(change.After).In(language)
            : $"{RegisterTerms.Of(change.Before).In(language)} → {RegisterTerms.Of(change.After).In(language)}";
        page.Paragraph($"{change.PolicyId} ({register.Find(change.PolicyId)!.Document.Titles.In(language)}): {force}");
        foreach (PolicyEvent happened in change.Events)
        {
            page.Paragraph(
                $"{RegisterTerms.Day(happened.Date, happened.Precision)} {RegisterTerms.Of(happened.Kind).In(language)}{(happened.Note is { } note ? $": {note.In(language)}" : "")} {ClaimLines.RestsOn(happened.Evidence, language)}",
                indent: 4);
        }
    }

    private static void Parameter(Page page, PolicyRegister register, ParameterChange change, Language language)
    {
        PolicyParameter parameter = register.Records.SelectMany(r => r.Parameters).First(p => p.Id == change.ParameterId);
        page.Paragraph($"{parameter.Id}: {parameter.Titles.In(language)}");
        if (change.Answers is [var first, ..])
        {
            page.Paragraph(
                string.Format(RegisterWords.ForAnAsset.In(language), RegisterParts.Iso(first.Question.InService), first.Question.Year), indent: 4);
        }

        foreach (AnswerChange answer in change.Answers)
        {
            page.Item(
                "=",
                $"{string.Join(", ", answer.Question.Dims.Select(d => $"{d.Key} {d.Value}"))}: {Said(answer.Before, parameter.Unit, language)} → {Said(answer.After, parameter.Unit, language)}",
                Column,
                indent: 4);
        }

        foreach ((string sign, PolicyEntry entry) in change.Left.Select(e => ("-", e)).Concat(change.Came.Select(e => ("+", e))))
        {
            page.Item(sign, $"{entry.Id}: {EntryLines.Of(entry, parameter.Unit, language)}; {ClaimLines.RestsOn(entry.Evidence, language)}", Column, indent: 4);
        }
    }

    private static string Said(Answer answer, string unit, Language language) => answer switch
    {
        Reading reading => $"{reading.Content} {(unit is "1" or "date" or "choice" ? "" : unit)}".TrimEnd(),
        NoAnswer none => string.Format(RegisterWords.NoValue.In(language), RegisterParts.Code(none.Kind)),
        _ => "-",
    };

    private static JsonObject Answer(Answer answer) => answer switch
    {
        Reading reading => new()
        {
            ["value"] = RegisterParts.Json(reading.Content),
            ["unit"] = reading.Unit,
            ["entry"] = reading.EntryId,
            ["evidence"] = RegisterParts.Claims(reading.Evidence),
        },
        NoAnswer none => new() { ["error"] = RegisterParts.Code(none.Kind), ["message"] = none.Message },
        _ => [],
    };

    private static void Cell(Page page, MatrixDifference difference, Language language)
    {
        page.Paragraph($"{difference.After.Jurisdiction} {difference.Criterion.Id}");
        foreach ((string sign, MatrixReading reading) in new[] { ("-", difference.Before), ("+", difference.After) })
        {
            page.Item(sign, $"{RegisterTerms.Of(reading.State).In(language)}. {reading.Cell?.Says.In(language)}", Column, indent: 4);
        }
    }
}
